import type { Reader, Tx } from './database.ts';
import type { BadgeAwardRow, BadgeRow } from './schema-recognition.ts';

/** A site's badges in their order, without those that ended. */
export async function listBadges(db: Reader, siteId: string): Promise<BadgeRow[]> {
  return await db
    .selectFrom('badge')
    .selectAll()
    .where('site_id', '=', siteId)
    .where('ended_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

/** One that ended is found as well. */
export async function findBadge(db: Reader, siteId: string, id: string): Promise<BadgeRow | undefined> {
  return await db
    .selectFrom('badge')
    .selectAll()
    .where('id', '=', id)
    .where('site_id', '=', siteId)
    .executeTakeFirst();
}

/** Also those that ended: entries of the ledger still name them. */
export async function listBadgesById(db: Reader, ids: string[]): Promise<BadgeRow[]> {
  return await db.selectFrom('badge').selectAll().where('id', 'in', ids).execute();
}

export async function insertBadge(tx: Tx, row: BadgeRow): Promise<void> {
  await tx.insertInto('badge').values(row).execute();
}

export async function updateBadge(tx: Tx, id: string, changes: Partial<Omit<BadgeRow, 'id'>>): Promise<void> {
  await tx.updateTable('badge').set(changes).where('id', '=', id).execute();
}

/** The badges a person has, the one shown beside their name first. */
export async function listBadgesOf(db: Reader, personId: string): Promise<BadgeRow[]> {
  return await db
    .selectFrom('badge_award')
    .innerJoin('badge', 'badge.id', 'badge_award.badge_id')
    .selectAll('badge')
    .where('badge_award.person_id', '=', personId)
    .where('badge.ended_at', 'is', null)
    .orderBy('badge.position')
    .orderBy('badge.id')
    .execute();
}

export async function insertAward(tx: Tx, row: BadgeAwardRow): Promise<void> {
  await tx.insertInto('badge_award').values(row).execute();
}

/** @returns whether they had it */
export async function deleteAward(tx: Tx, personId: string, badgeId: string): Promise<boolean> {
  const result = await tx
    .deleteFrom('badge_award')
    .where('person_id', '=', personId)
    .where('badge_id', '=', badgeId)
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
}

/** Everybody who has one of these. */
export async function listHolders(db: Reader, badgeIds: string[]): Promise<string[]> {
  if (badgeIds.length === 0) return [];
  const rows = await db
    .selectFrom('badge_award')
    .select('person_id')
    .distinct()
    .where('badge_id', 'in', badgeIds)
    .execute();
  return rows.map((row) => row.person_id);
}

/** How many have each badge of a site. */
export async function countHolders(db: Reader, badgeIds: string[]): Promise<Map<string, number>> {
  if (badgeIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('badge_award')
    .select((eb) => ['badge_id', eb.fn.countAll<number>().as('n')])
    .where('badge_id', 'in', badgeIds)
    .groupBy('badge_id')
    .execute();
  return new Map(rows.map((row) => [row.badge_id, Number(row.n)]));
}

/** Shows the first of somebody's badges beside their name, if that is not so already. */
export async function showFirstBadge(tx: Tx, personId: string): Promise<void> {
  const first = (await listBadgesOf(tx, personId))[0]?.id ?? null;
  await tx
    .updateTable('person')
    .set({ badge_id: first })
    .where('id', '=', personId)
    .where('badge_id', 'is distinct from', first)
    .execute();
}

/** Badges once taken from somebody by hand: a rule does not give them again. */
export async function listTaken(db: Reader, personId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('point_entry')
    .select('badge_id')
    .where('person_id', '=', personId)
    .where('source', '=', 'badge')
    .where('why', '=', 'taken')
    .execute();
  return new Set(rows.flatMap((row) => row.badge_id ?? []));
}

/** How much of a kind a person earned that still stands, under one topic or any: credits, not points. */
export async function countEarned(
  db: Reader,
  personId: string,
  source: 'thanks' | 'accepted',
  topic: string | null,
): Promise<number> {
  let query = db
    .selectFrom('point_entry')
    .select((eb) => eb.fn.sum<number | null>(eb.fn('sign', ['point_entry.points'])).as('n'))
    .where('point_entry.person_id', '=', personId)
    .where('point_entry.source', '=', source);
  if (topic !== null) {
    query = query
      .innerJoin('conversation', 'conversation.id', 'point_entry.conversation_id')
      .where('conversation.topic', '=', topic);
  }
  const row = await query.executeTakeFirstOrThrow();
  return Number(row.n ?? 0);
}
