/** Of the two people of a credit, what decides whether it counts. */
import type { Reader } from './database.ts';

export async function findParty(db: Reader, siteId: string, id: string) {
  return await db
    .selectFrom('person')
    .select(['id', 'role', 'trusted', 'verified', 'published', 'address'])
    .where('id', '=', id)
    .where('site_id', '=', siteId)
    .executeTakeFirst();
}
export type Party = NonNullable<Awaited<ReturnType<typeof findParty>>>;

/** Which of these messages everybody can read. */
export async function listPublishedIds(db: Reader, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom('message')
    .select('id')
    .where('id', 'in', ids)
    .where('state', '=', 'published')
    .execute();
  return new Set(rows.map((row) => row.id));
}

/** Members and visitors of a site who have a ledger, in the order of their ids. */
export async function listEarners(db: Reader, siteId: string, after: string, limit: number) {
  const rows = await db
    .selectFrom('person')
    .select('id')
    .where('site_id', '=', siteId)
    .where('id', '>', after)
    .where((eb) =>
      eb.exists(eb.selectFrom('point_entry').select('number').whereRef('person_id', '=', 'person.id')),
    )
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}
