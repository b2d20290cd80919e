import { addAuditEntry } from '../../db/audit-log.ts';
import type { Tx } from '../../db/database.ts';
import { listMemberships } from '../../db/people.ts';
import type { AppContext } from '../context.ts';

type AccountAct =
  | 'person.passkey-added'
  | 'person.passkey-removed'
  | 'person.codes-switched-on'
  | 'person.codes-switched-off'
  | 'person.signed-out-everywhere';

/** What somebody did to their account, in the log of each site they are a member of. */
export async function auditAccount(
  ctx: AppContext,
  tx: Tx,
  accountId: string,
  act: AccountAct,
  by: 'owner' | 'operator' = 'owner',
): Promise<void> {
  const at = ctx.clock.now();
  for (const { site_id: siteId, person_id: personId } of await listMemberships(tx, accountId)) {
    const actorId = by === 'owner' ? personId : null;
    await addAuditEntry(tx, {
      siteId,
      actorId,
      act,
      targetKind: 'person',
      targetId: personId,
      reason: null,
      at,
    });
    tx.onCommit(() => ctx.broker.publish({ topic: 'back-office', siteId, changed: ['audit-log'] }));
  }
}
