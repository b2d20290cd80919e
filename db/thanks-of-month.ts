/** What was earned in a month and still stands. */
import { sql } from 'kysely';
import type { Reader } from './database.ts';

/** The people of a site with something to show for these times, most thanked first. */
export async function listEarnedBetween(
  db: Reader,
  siteId: string,
  { from, until, limit }: { from: number; until: number; limit: number },
) {
  const rows = await db
    .selectFrom('point_entry')
    .innerJoin('person', 'person.id', 'point_entry.person_id')
    .select(['person.id', 'person.name', 'person.role'])
    .select([counted('thanks').as('thanks'), counted('accepted').as('accepted')])
    .select((eb) => eb.fn.sum<number>('point_entry.points').as('points'))
    .where('point_entry.site_id', '=', siteId)
    .where('point_entry.source', 'in', ['thanks', 'accepted', 'first-answer'])
    .where('point_entry.earned_at', '>=', from)
    .where('point_entry.earned_at', '<', until)
    .groupBy('person.id')
    .having((eb) => eb.fn.sum<number>('point_entry.points'), '>', 0)
    .orderBy('thanks', 'desc')
    .orderBy('accepted', 'desc')
    .orderBy('person.name')
    .orderBy('person.id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, points: Number(row.points) }));
}

/** What one person earned in these times. */
export async function earnedBetween(db: Reader, personId: string, from: number, until: number) {
  return await db
    .selectFrom('point_entry')
    .select([counted('thanks').as('thanks'), counted('accepted').as('accepted')])
    .where('person_id', '=', personId)
    .where('earned_at', '>=', from)
    .where('earned_at', '<', until)
    .executeTakeFirstOrThrow();
}

/** Credits, not points: one that was taken back counts as one less. */
const counted = (source: 'thanks' | 'accepted') =>
  sql<number>`coalesce(sum(case when point_entry.source = ${source} then sign(point_entry.points) end), 0)`;
