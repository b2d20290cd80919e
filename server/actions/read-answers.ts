import { listUntoldAnswers, settleNotices } from '../../db/alerts.ts';
import { transaction } from '../../db/database.ts';
import { requireModerator } from '../access.ts';
import type { Actor } from '../actor.ts';
import type { AppContext } from '../context.ts';

/** A moderator has read the answers to their alerts: they need not be told of them elsewhere. */
export async function readAnswers(ctx: AppContext, actor: Actor): Promise<void> {
  requireModerator(actor);
  const untold = await listUntoldAnswers(ctx.db, actor.personId);
  if (untold.length === 0) return;
  await transaction(ctx.db, (tx) => settleNotices(tx, [actor.personId], untold, ctx.clock.now()));
  ctx.broker.publish({ topic: 'back-office', siteId: actor.site.id, changed: ['alerts'] });
}
