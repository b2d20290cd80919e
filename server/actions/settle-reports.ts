import { addAuditEntry } from '../../db/audit-log.ts';
import { transaction } from '../../db/database.ts';
import { listOpenReports, settleReports } from '../../db/reports.ts';
import { accessMessage, requireModerator } from '../access.ts';
import type { Actor } from '../actor.ts';
import type { AppContext } from '../context.ts';

/**
 * Somebody has looked and leaves the message as it is: shown, its reports were wrong; out of sight, they were
 * right. @returns the audit log entry to take it back by; null where nothing was open
 */
export async function settleReportsAsItStands(
  ctx: AppContext,
  actor: Actor,
  messageId: string,
): Promise<number | null> {
  requireModerator(actor);
  const { message } = await accessMessage(ctx, actor, messageId);
  const outcome = message.state === 'published' ? 'dismissed' : 'upheld';
  const siteId = actor.site.id;
  return await transaction(ctx.db, async (tx) => {
    const at = ctx.clock.now();
    const open = await listOpenReports(tx, messageId);
    if (open.length === 0) return null;
    const act = await addAuditEntry(tx, {
      siteId,
      actorId: actor.personId,
      act: `reports.${outcome}`,
      targetKind: 'message',
      targetId: messageId,
      reason: null,
      details: { reports: open.length },
      at,
    });
    await settleReports(tx, messageId, { outcome, act, at });
    tx.onCommit(() => ctx.broker.publish({ topic: 'back-office', siteId, changed: ['queue', 'audit-log'] }));
    return act;
  });
}
