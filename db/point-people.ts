/** Of the two people of a credit, what decides whether it counts. */
import { type SqlBool, sql } from 'kysely';
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

/** Who has a ledger on a site, in the order of their ids: read from it, since most people have none. */
export async function listEarners(db: Reader, siteId: string, after: string, limit: number) {
  const rows = await db
    .selectFrom('point_entry')
    .select('person_id')
    .distinct()
    .where('person_id', '>', after)
    // Not by the index of months, whose people would all be read and sorted first.
    .where(sql<SqlBool>`+site_id = ${siteId}`)
    .orderBy('person_id')
    .limit(limit)
    .execute();
  return rows.map((row) => row.person_id);
}
