import {
  countEarned,
  insertAward,
  listBadges,
  listBadgesOf,
  listTaken,
  showFirstBadge,
} from '../../db/badges.ts';
import type { Tx } from '../../db/database.ts';
import { addPointEntry, totalPoints } from '../../db/point-entries.ts';
import type { BadgeRow } from '../../db/schema-recognition.ts';
import type { AppContext } from '../context.ts';
import { bareEntry } from './bare-entry.ts';

/** Gives somebody the badges their points, answers or thanks have earned. One that was earned stays. */
export async function awardEarned(ctx: AppContext, tx: Tx, siteId: string, personId: string): Promise<void> {
  const has = new Set((await listBadgesOf(tx, personId)).map((badge) => badge.id));
  const open = (await listBadges(tx, siteId)).filter(({ id, rule }) => rule !== 'hand' && !has.has(id));
  if (open.length === 0) return;
  const taken = await listTaken(tx, personId);
  for (const badge of open) {
    if (taken.has(badge.id) || !(await isEarned(tx, badge, personId))) continue;
    await award(ctx, tx, badge, personId);
  }
}

async function isEarned(tx: Tx, { rule, needed, topic }: BadgeRow, personId: string): Promise<boolean> {
  if (rule === 'hand' || needed === null) return false;
  if (rule === 'points') return (await totalPoints(tx, personId)) >= needed;
  return (await countEarned(tx, personId, rule, topic)) >= needed;
}

async function award(ctx: AppContext, tx: Tx, badge: BadgeRow, personId: string): Promise<void> {
  const at = ctx.clock.now();
  const of = { person_id: personId, badge_id: badge.id, site_id: badge.site_id };
  await insertAward(tx, { ...of, given_by: null, given_at: at });
  await addPointEntry(tx, bareEntry({ ...of, source: 'badge', why: 'earned' }, at));
  await showFirstBadge(tx, personId);
}
