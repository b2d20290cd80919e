import { addAuditEntry } from '../../db/audit-log.ts';
import { transaction } from '../../db/database.ts';
import { findPerson, updatePerson } from '../../db/people.ts';
import { requireManager } from '../access.ts';
import type { Actor } from '../actor.ts';
import type { AppContext } from '../context.ts';
import { conflict, notFound } from '../errors.ts';

/**
 * Trusts somebody, who is then judged as an expert is, or no longer does.
 * @returns the audit log entry, which undoes it. @throws Refusal 404, 409 when it is so already
 */
export async function changeTrust(
  ctx: AppContext,
  actor: Actor,
  personId: string,
  trusted: boolean,
): Promise<number> {
  requireManager(actor);
  return await transaction(ctx.db, async (tx) => {
    const siteId = actor.site.id;
    const person = await findPerson(tx, siteId, personId);
    if (!person) throw notFound();
    if ((person.trusted === 1) === trusted) throw conflict('This was done already.');
    await updatePerson(tx, personId, { trusted: trusted ? 1 : 0 });
    tx.onCommit(() => ctx.broker.publish({ topic: 'back-office', siteId, changed: ['people', 'audit-log'] }));
    return await addAuditEntry(tx, {
      siteId,
      actorId: actor.personId,
      act: trusted ? 'person.trusted' : 'person.no-longer-trusted',
      targetKind: 'person',
      targetId: personId,
      reason: null,
      at: ctx.clock.now(),
    });
  });
}
