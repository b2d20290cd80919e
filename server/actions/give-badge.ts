import { addAuditEntry } from '../../db/audit-log.ts';
import { deleteAward, findBadge, insertAward, listBadgesOf, showFirstBadge } from '../../db/badges.ts';
import { type Tx, transaction } from '../../db/database.ts';
import { findPerson } from '../../db/people.ts';
import { addPointEntry } from '../../db/point-entries.ts';
import type { BadgeRow } from '../../db/schema-recognition.ts';
import { requireManager } from '../access.ts';
import type { Actor } from '../actor.ts';
import type { AppContext } from '../context.ts';
import { conflict, notFound } from '../errors.ts';
import type { GiveBadgeBody } from '../protocol/recognition.ts';
import { bareEntry } from '../recognition/bare-entry.ts';
import { recognitionIsOn } from '../recognition/is-on.ts';
import { refuseUnlessOther } from './give-points.ts';

/** Gives somebody a badge by hand. @throws Refusal 404, 409 they have it, 422 oneself */
export async function giveBadge(
  ctx: AppContext,
  actor: Actor,
  personId: string,
  { badgeId, reason }: GiveBadgeBody,
): Promise<void> {
  await decide(ctx, actor, { personId, badgeId, why: 'given', reason }, async (tx, badge, at) => {
    const has = (await listBadgesOf(tx, personId)).some(({ id }) => id === badge.id);
    if (has || badge.ended_at !== null) throw conflict('This was done already.');
    const award = { person_id: personId, badge_id: badge.id, site_id: badge.site_id };
    await insertAward(tx, { ...award, given_by: actor.personId, given_at: at });
  });
}

/** Takes a badge back, however it came. A rule does not give it again. @throws Refusal 404, 409, 422 */
export async function takeBadge(
  ctx: AppContext,
  actor: Actor,
  personId: string,
  badgeId: string,
  reason: string,
): Promise<void> {
  await decide(ctx, actor, { personId, badgeId, why: 'taken', reason }, async (tx, badge) => {
    if (!(await deleteAward(tx, personId, badge.id))) throw conflict('This was done already.');
  });
}

type Deciding = { personId: string; badgeId: string; why: 'given' | 'taken'; reason: string | null };

async function decide(
  ctx: AppContext,
  actor: Actor,
  { personId, badgeId, why, reason }: Deciding,
  work: (tx: Tx, badge: BadgeRow, at: number) => Promise<void>,
): Promise<void> {
  requireManager(actor);
  await transaction(ctx.db, async (tx) => {
    const siteId = actor.site.id;
    const at = ctx.clock.now();
    const person = await findPerson(tx, siteId, personId);
    refuseUnlessOther(actor, person, await recognitionIsOn(tx, siteId));
    const badge = await findBadge(tx, siteId, badgeId);
    if (!badge) throw notFound();
    await work(tx, badge, at);
    await showFirstBadge(tx, personId);
    const of = { site_id: siteId, person_id: personId, badge_id: badge.id, actor_id: actor.personId };
    await addPointEntry(tx, bareEntry({ ...of, source: 'badge', why, note: reason }, at));
    await addAuditEntry(tx, {
      siteId,
      actorId: actor.personId,
      act: `badge.${why}`,
      targetKind: 'person',
      targetId: personId,
      reason,
      details: { badge: badge.id },
      at,
    });
    tx.onCommit(() => ctx.broker.publish({ topic: 'back-office', siteId, changed: ['people', 'audit-log'] }));
  });
}
