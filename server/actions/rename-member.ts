import { addAuditEntry } from '../../db/audit-log.ts';
import { transaction } from '../../db/database.ts';
import { updatePerson } from '../../db/people.ts';
import type { Actor } from '../actor.ts';
import { refuseBadName } from '../author-name.ts';
import type { AppContext } from '../context.ts';
import { displayName } from '../text.ts';

/** A member calls themself otherwise. @throws Refusal 422 when the filter minds the name, 429 */
export async function renameMember(ctx: AppContext, actor: Actor, wanted: string): Promise<void> {
  const { personId } = actor;
  const { id: siteId } = actor.site;
  await ctx.pace.takeMessage(actor);
  const name = displayName(wanted);
  if (name === actor.person?.name) return;
  await refuseBadName(ctx, siteId, name);
  await transaction(ctx.db, async (tx) => {
    await updatePerson(tx, personId, { name });
    await addAuditEntry(tx, {
      siteId,
      actorId: personId,
      act: 'person.renamed',
      targetKind: 'person',
      targetId: personId,
      reason: null,
      at: ctx.clock.now(),
    });
    tx.onCommit(() => ctx.broker.publish({ topic: 'rights', siteId, personId }));
    tx.onCommit(() => ctx.broker.publish({ topic: 'back-office', siteId, changed: ['people', 'audit-log'] }));
  });
}
