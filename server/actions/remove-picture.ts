import { addAuditEntry } from '../../db/audit-log.ts';
import { transaction } from '../../db/database.ts';
import { findPerson } from '../../db/people.ts';
import { deletePicture } from '../../db/pictures.ts';
import { requireModerator } from '../access.ts';
import type { Actor } from '../actor.ts';
import type { AppContext } from '../context.ts';
import { notFound } from '../errors.ts';

/** Takes somebody's picture away: it is erased, not hidden. @throws Refusal 403, 404 when there is none */
export async function removePicture(ctx: AppContext, actor: Actor, personId: string): Promise<void> {
  requireModerator(actor);
  const { id: siteId } = actor.site;
  if (!(await findPerson(ctx.db, siteId, personId))) throw notFound();
  await transaction(ctx.db, async (tx) => {
    if (!(await deletePicture(tx, personId))) throw notFound();
    await addAuditEntry(tx, {
      siteId,
      actorId: actor.personId,
      act: 'person.picture-removed',
      targetKind: 'person',
      targetId: personId,
      reason: null,
      at: ctx.clock.now(),
    });
    tx.onCommit(() => ctx.broker.publish({ topic: 'back-office', siteId, changed: ['people', 'audit-log'] }));
  });
}
