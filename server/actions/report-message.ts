import { addAuditEntry } from '../../db/audit-log.ts';
import { transaction } from '../../db/database.ts';
import { countOpenReports, insertReport } from '../../db/reports.ts';
import { accessMessage } from '../access.ts';
import type { Actor } from '../actor.ts';
import type { AppContext } from '../context.ts';
import { Refusal } from '../errors.ts';
import { networkOf } from '../network.ts';
import type { ReportReason } from '../protocol/frames.ts';
import { hideBySystem } from './moderate-message.ts';

/**
 * Anyone reports a message, once. At the site's threshold it is hidden until somebody looks.
 * @throws Refusal 404 for what the reporter cannot see, 422 for one's own.
 */
export async function reportMessage(
  ctx: AppContext,
  actor: Actor,
  id: string,
  reason: ReportReason,
): Promise<void> {
  const { message, conversation } = await accessMessage(ctx, actor, id);
  if (message.author_id === actor.personId)
    throw new Refusal(422, 'own-message', 'This is your own message.');
  if (actor.ban) throw new Refusal(403, 'banned', 'You can read, but no longer report here.');
  if (message.state !== 'published') return;
  await ctx.pace.takeMessage(actor);
  const isNew = await transaction(ctx.db, async (tx) => {
    const at = ctx.clock.now();
    const report = { id: ctx.random.id(), site_id: actor.site.id, message_id: id, person_id: actor.personId };
    if (
      !(await insertReport(tx, {
        ...report,
        reason,
        network: networkOf(ctx, actor),
        created_at: at,
        resolved_at: null,
      }))
    )
      return false;
    await addAuditEntry(tx, {
      siteId: actor.site.id,
      actorId: actor.personId,
      act: 'message.reported',
      targetKind: 'message',
      targetId: id,
      reason,
      at,
    });
    tx.onCommit(() =>
      ctx.broker.publish({ topic: 'back-office', siteId: actor.site.id, changed: ['queue', 'audit-log'] }),
    );
    return true;
  });
  if (!isNew || (await countOpenReports(ctx.db, id)) < actor.site.report_threshold) return;
  await hideBySystem(ctx, message, conversation, 'reports');
}
