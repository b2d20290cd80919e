import { addAuditEntry } from '../../db/audit-log.ts';
import { transaction } from '../../db/database.ts';
import { resolveReports } from '../../db/reports.ts';
import { accessMessage, requireModerator } from '../access.ts';
import type { Actor } from '../actor.ts';
import type { AppContext } from '../context.ts';

/** Somebody has looked: nothing is wrong with this message. */
export async function dismissReports(ctx: AppContext, actor: Actor, messageId: string): Promise<void> {
  requireModerator(actor);
  await accessMessage(ctx, actor, messageId);
  const siteId = actor.site.id;
  await transaction(ctx.db, async (tx) => {
    const at = ctx.clock.now();
    const resolved = await resolveReports(tx, messageId, at);
    if (resolved === 0) return;
    await addAuditEntry(tx, {
      siteId,
      actorId: actor.personId,
      act: 'reports.dismissed',
      targetKind: 'message',
      targetId: messageId,
      reason: null,
      details: { reports: resolved },
      at,
    });
    tx.onCommit(() => ctx.broker.publish({ topic: 'back-office', siteId, changed: ['queue', 'audit-log'] }));
  });
}
