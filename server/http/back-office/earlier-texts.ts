/** What messages said before their authors changed them: for moderators, nobody else. */
import { Hono } from 'hono';
import { findConversation } from '../../../db/conversations.ts';
import { listEarlierTexts } from '../../../db/message-edits.ts';
import { requireModerator } from '../../access.ts';
import type { AppContext } from '../../context.ts';
import { notFound } from '../../errors.ts';
import type { EarlierTextsAnswer } from '../../protocol/exchange.ts';
import { type Env, staffOf } from '../request.ts';

export function earlierTextRoutes(ctx: AppContext) {
  const app = new Hono<Env>();

  app.get('/conversations/:id/edits', async (c) => {
    const actor = await staffOf(ctx, c);
    requireModerator(actor);
    const conversation = await findConversation(ctx.db, actor.site.id, c.req.param('id'));
    const isTheirs = conversation && (conversation.state !== 'deleted' || actor.role === 'manager');
    if (!isTheirs) throw notFound();
    const earlier = await listEarlierTexts(ctx.db, conversation.id);
    return c.json<EarlierTextsAnswer>({
      earlier: earlier.map(({ message_id: messageId, body: text, replaced_at: replacedAt }) => ({
        messageId,
        text,
        replacedAt,
      })),
    });
  });

  return app;
}
