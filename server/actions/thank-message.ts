import { findMessage } from '../../db/messages.ts';
import { giveThanks, withdrawThanks } from '../../db/thanks.ts';
import { accessMessage } from '../access.ts';
import type { Actor } from '../actor.ts';
import type { AppContext } from '../context.ts';
import { notFound, Refusal } from '../errors.ts';
import { networkOf } from '../network.ts';
import { creditThanks } from '../recognition/credit.ts';
import { withdrawThanks as withdrawCredit } from '../recognition/take-back.ts';
import { asDecided, Stale } from './as-decided.ts';

/**
 * Thanks for a message, or takes the thanks back: anyone may, once, whether they ever wrote or not. Saying it
 * twice changes nothing.
 * @throws Refusal 404 for what the actor cannot read, 422 for their own, 403 banned or blocked
 */
export async function thankMessage(
  ctx: AppContext,
  actor: Actor,
  id: string,
  thanks: boolean,
): Promise<void> {
  await ctx.pace.takeGesture(actor);
  await asDecided(ctx, actor, async (now, commit) => {
    const { message } = await accessMessage(ctx, now, id);
    if (message.author_id === now.personId)
      throw new Refusal(422, 'own-message', 'This is your own message.');
    if (message.state !== 'published') throw notFound();
    const { site_id: siteId, conversation_id: conversationId } = message;
    await commit(async (tx) => {
      const at = ctx.clock.now();
      const current = await findMessage(tx, siteId, id);
      if (current?.state !== 'published') throw new Stale();
      const row = { message_id: id, person_id: now.personId, site_id: siteId };
      const isNews = thanks
        ? await giveThanks(tx, {
            ...row,
            conversation_id: conversationId,
            network: networkOf(ctx, now),
            created_at: at,
          })
        : await withdrawThanks(tx, id, now.personId, at);
      if (!isNews) return;
      await (thanks ? creditThanks(ctx, tx, now, current) : withdrawCredit(ctx, tx, now, current));
      tx.onCommit(() => ctx.broker.publish({ topic: 'thanks', siteId, conversationId, messageId: id }));
    });
  });
}
