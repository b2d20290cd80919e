/** Every conversation of the site, with every message in it. For managers; moderators read. */
import { Hono } from 'hono';
import * as z from 'zod';
import { findConversation, listAllConversations } from '../../../db/conversations.ts';
import { countByState, listInConversation } from '../../../db/messages.ts';
import type { ConversationRow as Row } from '../../../db/schema.ts';
import { requireManager, requireModerator } from '../../access.ts';
import {
  closeConversation,
  deleteConversation,
  reopenConversation,
  restoreConversation,
} from '../../actions/change-conversation-state.ts';
import type { Actor } from '../../actor.ts';
import type { AppContext } from '../../context.ts';
import { viewConversations, viewerOf } from '../../conversation-heads.ts';
import { notFound } from '../../errors.ts';
import { LIMITS } from '../../limits.ts';
import type { ConversationDetail, ConversationRow, Page } from '../../protocol/back-office.ts';
import { messageView } from '../../views.ts';
import { cursorOf, placeOf } from '../cursor.ts';
import { bodyOf, type Env, queryOf, staffOf } from '../request.ts';

const listQuery = z.object({
  state: z.enum(['open', 'answered', 'closed', 'deleted']).optional(),
  q: z.string().max(200).optional(),
  after: z.string().max(200).optional(),
});
const deleteBody = z.strictObject({ reason: z.string().max(LIMITS.reason.codePoints).nullable() });

export function conversationRoutes(ctx: AppContext) {
  const app = new Hono<Env>();

  app.get('/conversations', async (c) => {
    const actor = await staffOf(ctx, c);
    requireModerator(actor);
    const query = queryOf(c, listQuery);
    // Deleted is gone for everybody but managers, who can restore it.
    if (query.state === 'deleted') requireManager(actor);
    const rows = await listAllConversations(ctx.db, {
      siteId: actor.site.id,
      state: query.state ?? null,
      q: query.q?.trim() || null,
      before: placeOf(query.after),
      limit: LIMITS.backOffice.page + 1,
    });
    const page = rows.slice(0, LIMITS.backOffice.page);
    const last = rows.length > page.length ? page.at(-1) : undefined;
    const next = last ? cursorOf({ lastActivityAt: last.last_activity_at, id: last.id }) : null;
    return c.json<Page<ConversationRow>>({ items: await viewRows(ctx, actor, page), next });
  });

  app.get('/conversations/:id', async (c) => {
    const actor = await staffOf(ctx, c);
    requireModerator(actor);
    const row = await findConversation(ctx.db, actor.site.id, c.req.param('id'));
    if (row?.state === 'deleted' && actor.role !== 'manager') throw notFound();
    const [conversation] = row ? await viewRows(ctx, actor, [row]) : [];
    if (!row || !conversation) throw notFound();
    return c.json<ConversationDetail>({ conversation, messages: await viewMessages(ctx, actor, row.id) });
  });

  app.delete('/conversations/:id', async (c) => {
    const { reason } = await bodyOf(c, deleteBody);
    await deleteConversation(ctx, await staffOf(ctx, c), c.req.param('id'), reason);
    return c.body(null, 204);
  });

  const acts = { restore: restoreConversation, close: closeConversation, reopen: reopenConversation };
  for (const [name, act] of Object.entries(acts)) {
    app.post(`/conversations/:id/${name}`, async (c) => {
      await act(ctx, await staffOf(ctx, c), c.req.param('id') ?? '');
      return c.body(null, 204);
    });
  }

  return app;
}

async function viewRows(ctx: AppContext, actor: Actor, rows: Row[]): Promise<ConversationRow[]> {
  const ids = rows.map((row) => row.id);
  const [views, counts] = await Promise.all([viewConversations(ctx, actor, rows), countByState(ctx.db, ids)]);
  return views.map((view) => {
    const row = rows.find((candidate) => candidate.id === view.id);
    const mine = counts.filter((count) => count.conversation_id === view.id);
    const sum = (state?: string) =>
      mine.reduce((total, count) => total + (!state || count.state === state ? Number(count.n) : 0), 0);
    const deletedAt = row?.deleted_at ?? null;
    const eraseAt = deletedAt === null ? null : deletedAt + LIMITS.retention.deletedMs;
    return { ...view, messages: sum(), held: sum('held'), deletedAt, eraseAt };
  });
}

async function viewMessages(
  ctx: AppContext,
  actor: Actor,
  id: string,
): Promise<ConversationDetail['messages']> {
  const rows = await listInConversation(ctx.db, id, {});
  return rows.flatMap((row) => {
    const view = messageView(row, viewerOf(actor));
    return view ? [{ ...view, text: row.body, address: actor.role === 'manager' ? row.address : null }] : [];
  });
}
