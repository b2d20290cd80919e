import { addAuditEntry } from '../../db/audit-log.ts';
import { type Tx, transaction } from '../../db/database.ts';
import { countManagers, findPerson, updatePerson } from '../../db/people.ts';
import { endPromotion, findOffer } from '../../db/promotions.ts';
import type { PersonRow } from '../../db/schema.ts';
import { requireManager } from '../access.ts';
import { type Actor, isAtLeast } from '../actor.ts';
import type { AppContext } from '../context.ts';
import { conflict, notFound, Refusal } from '../errors.ts';
import type { Role } from '../protocol/frames.ts';

/**
 * Counts from the person's next act. Lowering a role takes back an offer that waits: accepted, it would undo this.
 * @throws Refusal 409 for the last manager, 422 for staff with no sign-in.
 */
export async function changeRole(ctx: AppContext, actor: Actor, id: string, role: Role): Promise<void> {
  requireManager(actor);
  const siteId = actor.site.id;
  await transaction(ctx.db, async (tx) => {
    const person = await findPerson(tx, siteId, id);
    if (!person) throw notFound();
    if (person.role === role) return;
    if (!person.account_id && role !== 'visitor' && role !== 'expert') {
      throw new Refusal(
        422,
        'no-sign-in',
        'This visitor cannot sign in yet. Send them an invitation for this role.',
      );
    }
    if (person.role === 'manager' && (await countManagers(tx, siteId, ctx.clock.now())) <= 1) {
      throw conflict('This is the last community manager of the site. Name another one first.');
    }
    await updatePerson(tx, id, { role });
    if (!isAtLeast(role, person.role)) await withdrawOffer(ctx, tx, actor, person);
    await addAuditEntry(tx, {
      siteId,
      actorId: actor.personId,
      act: 'person.role-changed',
      targetKind: 'person',
      targetId: id,
      reason: null,
      details: { from: person.role, to: role },
      at: ctx.clock.now(),
    });
    tx.onCommit(() => {
      ctx.broker.publish({ topic: 'rights', siteId, personId: id });
      ctx.broker.publish({ topic: 'back-office', siteId, changed: ['people', 'audit-log'] });
    });
  });
}

async function withdrawOffer(
  ctx: AppContext,
  tx: Tx,
  actor: Actor,
  { id, site_id }: PersonRow,
): Promise<void> {
  const at = ctx.clock.now();
  const offer = await findOffer(tx, site_id, id, at);
  if (!offer || !(await endPromotion(tx, offer.id, 'withdrawn', at))) return;
  await addAuditEntry(tx, {
    siteId: site_id,
    actorId: actor.personId,
    act: 'promotion.withdrawn',
    targetKind: 'person',
    targetId: id,
    reason: null,
    details: { role: offer.role, promotion: offer.id },
    at,
  });
}
