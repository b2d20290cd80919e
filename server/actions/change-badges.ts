import { addAuditEntry } from '../../db/audit-log.ts';
import {
  deleteAward,
  insertBadge,
  listBadges,
  listHolders,
  showFirstBadge,
  updateBadge,
} from '../../db/badges.ts';
import { type Tx, transaction } from '../../db/database.ts';
import { addPointEntry } from '../../db/point-entries.ts';
import type { BadgeRow } from '../../db/schema-recognition.ts';
import { requireManager } from '../access.ts';
import type { Actor } from '../actor.ts';
import type { AppContext } from '../context.ts';
import { conflict } from '../errors.ts';
import type { BadgeDraft } from '../protocol/recognition.ts';
import { bareEntry } from '../recognition/bare-entry.ts';

/**
 * Replaces a site's ordered list of badges. One that is left out ends: everybody who has it reads so in their
 * ledger. @throws Refusal 409 a badge that is not, or no longer, of this site
 */
export async function changeBadges(ctx: AppContext, actor: Actor, drafts: BadgeDraft[]): Promise<void> {
  requireManager(actor);
  await transaction(ctx.db, async (tx) => {
    const siteId = actor.site.id;
    const at = ctx.clock.now();
    const before = await listBadges(tx, siteId);
    refuseUnknown(before, drafts);
    const holders = await listHolders(
      tx,
      before.map(({ id }) => id),
    );
    for (const [position, draft] of drafts.entries()) await save(ctx, tx, siteId, draft, position, at);
    const kept = new Set(drafts.map(({ id }) => id));
    for (const badge of before) if (!kept.has(badge.id)) await end(tx, actor, badge, at);
    for (const personId of holders) await showFirstBadge(tx, personId);
    await addAuditEntry(tx, {
      siteId,
      actorId: actor.personId,
      act: 'badges.changed',
      targetKind: 'site',
      targetId: siteId,
      reason: null,
      details: { badges: drafts.length },
      at,
    });
    tx.onCommit(() => ctx.broker.publish({ topic: 'back-office', siteId, changed: ['people', 'audit-log'] }));
  });
}

function refuseUnknown(before: BadgeRow[], drafts: BadgeDraft[]): void {
  const ids = drafts.flatMap(({ id }) => id ?? []);
  const known = new Set(before.map(({ id }) => id));
  if (ids.some((id) => !known.has(id)) || new Set(ids).size < ids.length)
    throw conflict('Somebody else has changed the badges. Look again.');
}

async function save(
  ctx: AppContext,
  tx: Tx,
  siteId: string,
  { id, name, icon, colour, rule, needed, topic }: BadgeDraft,
  position: number,
  at: number,
): Promise<void> {
  const row = { position, name_fr: name.fr, name_en: name.en, icon, colour, rule, needed, topic };
  if (id !== null) return await updateBadge(tx, id, row);
  await insertBadge(tx, { ...row, id: ctx.random.id(), site_id: siteId, created_at: at, ended_at: null });
}

async function end(tx: Tx, actor: Actor, badge: BadgeRow, at: number): Promise<void> {
  await updateBadge(tx, badge.id, { ended_at: at });
  for (const personId of await listHolders(tx, [badge.id])) {
    await deleteAward(tx, personId, badge.id);
    const of = { site_id: badge.site_id, person_id: personId, badge_id: badge.id, actor_id: actor.personId };
    await addPointEntry(tx, bareEntry({ ...of, source: 'badge', why: 'taken' }, at));
  }
}
