/** The review queue and what is decided from it. For moderators and managers. */
import { Hono } from 'hono';
import * as z from 'zod';
import { findAuditEntry } from '../../../db/audit-log.ts';
import { requireModerator } from '../../access.ts';
import { moderateMessage } from '../../actions/moderate-message.ts';
import { settleReportsAsItStands } from '../../actions/settle-reports.ts';
import { isUndoable, undoAct } from '../../actions/undo-act.ts';
import type { AppContext } from '../../context.ts';
import { viewerOf } from '../../conversation-heads.ts';
import { LIMITS } from '../../limits.ts';
import type { ModerateAnswer, QueueAnswer } from '../../protocol/back-office.ts';
import { MODERATION_ACTS } from '../../protocol/frames.ts';
import { viewQueue } from '../../review-queue.ts';
import { messageView } from '../../views.ts';
import { messageForm } from '../moderation-forms.ts';
import { bodyOf, type Env, queryOf, staffOf } from '../request.ts';

const queueQuery = z.object({ kind: z.enum(['held', 'reported', 'alert']).optional() });
const reason = z.string().max(LIMITS.reason.codePoints).nullable();
const actBody = z.strictObject({ act: z.enum(MODERATION_ACTS), reason });
const undoBody = z.strictObject({ id: z.string().regex(/^\d{1,15}$/) });

export function queueRoutes(ctx: AppContext) {
  const app = new Hono<Env>();

  app.get('/queue', async (c) => {
    const actor = await staffOf(ctx, c);
    requireModerator(actor);
    const { kind } = queryOf(c, queueQuery);
    return c.json<QueueAnswer>(await viewQueue(ctx, actor, kind ?? null));
  });

  app.post('/messages/:id', async (c) => {
    const { act, reason: why } = await bodyOf(c, actBody);
    const actor = await staffOf(ctx, c);
    const { message, auditId } = await moderateMessage(ctx, actor, c.req.param('id'), act, why);
    const entry = await findAuditEntry(ctx.db, actor.site.id, auditId);
    const view = messageView(message, viewerOf(actor));
    if (!view) throw new Error('a moderator sees every message');
    const undo = entry && isUndoable(entry.act) ? String(auditId) : null;
    return c.json<ModerateAnswer>({ message: view, undo });
  });

  app.post('/reports/dismiss', async (c) => {
    const { messageId } = await bodyOf(c, messageForm);
    await settleReportsAsItStands(ctx, await staffOf(ctx, c), messageId);
    return c.body(null, 204);
  });

  app.post('/undo', async (c) => {
    const { id } = await bodyOf(c, undoBody);
    await undoAct(ctx, await staffOf(ctx, c), Number(id));
    return c.body(null, 204);
  });

  return app;
}
