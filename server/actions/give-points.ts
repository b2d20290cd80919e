import { addAuditEntry } from '../../db/audit-log.ts';
import { transaction } from '../../db/database.ts';
import { findPerson } from '../../db/people.ts';
import { addPointEntry } from '../../db/point-entries.ts';
import { requireManager } from '../access.ts';
import type { Actor } from '../actor.ts';
import type { AppContext } from '../context.ts';
import { notFound, Refusal } from '../errors.ts';
import type { GivePointsBody } from '../protocol/recognition.ts';
import { awardEarned } from '../recognition/award-earned.ts';
import { bareEntry } from '../recognition/bare-entry.ts';
import { recognitionIsOn } from '../recognition/is-on.ts';

/**
 * A manager gives somebody points, or takes some (below 0), with a reason that person reads in their ledger.
 * @throws Refusal 404 nobody here or recognition off, 422 oneself
 */
export async function givePoints(
  ctx: AppContext,
  actor: Actor,
  personId: string,
  { points, reason }: GivePointsBody,
): Promise<void> {
  requireManager(actor);
  await transaction(ctx.db, async (tx) => {
    const siteId = actor.site.id;
    const at = ctx.clock.now();
    refuseUnlessOther(actor, await findPerson(tx, siteId, personId), await recognitionIsOn(tx, siteId));
    const of = { site_id: siteId, person_id: personId, actor_id: actor.personId };
    const why = points > 0 ? 'given' : 'taken';
    await addPointEntry(tx, bareEntry({ ...of, source: 'manager', why, points, note: reason }, at));
    if (points > 0) await awardEarned(ctx, tx, siteId, personId);
    await addAuditEntry(tx, {
      siteId,
      actorId: actor.personId,
      act: `points.${why}`,
      targetKind: 'person',
      targetId: personId,
      reason,
      details: { points },
      at,
    });
    tx.onCommit(() => ctx.broker.publish({ topic: 'back-office', siteId, changed: ['people', 'audit-log'] }));
  });
}

/** @throws Refusal 404, 422 */
export function refuseUnlessOther(actor: Actor, person: { id: string } | undefined, isOn: boolean): void {
  if (!person || !isOn) throw notFound();
  if (person.id === actor.personId)
    throw new Refusal(422, 'own', 'Nobody gives points or badges to themselves, or takes their own.');
}
