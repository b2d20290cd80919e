import { sql } from 'kysely';
import type { Reader } from './database.ts';
import { entriesAt } from './library.ts';
import type { LibraryEntryRow } from './schema-library.ts';

/** Who made which version, newest first. */
export async function listVersions(db: Reader, siteId: string, before: number | null, limit: number) {
  let query = db
    .selectFrom('library_version')
    .leftJoin('person', 'person.id', 'library_version.actor_id')
    .selectAll('library_version')
    .select('person.name as by')
    .where('library_version.site_id', '=', siteId)
    .orderBy('version', 'desc')
    .limit(limit);
  if (before !== null) query = query.where('version', '<', before);
  return await query.execute();
}

/** Two versions, and the last row of the page before. */
export type Between = {
  low: number;
  high: number;
  after: { version: number; id: string } | null;
  limit: number;
};

/** What is otherwise in `high` than in `low`, or new there, as it is in `high`. */
export async function listBegun(
  db: Reader,
  siteId: string,
  { low, high, after, limit }: Between,
): Promise<LibraryEntryRow[]> {
  return await db
    .selectFrom('library_entry')
    .selectAll()
    .where('site_id', '=', siteId)
    .where(({ eb, refTuple, tuple }) =>
      eb(refTuple('since_version', 'id'), '>', tuple(after?.version ?? low + 1, after?.id ?? '')),
    )
    .where('since_version', '<=', high)
    .where(sql<boolean>`(+until_version is null or +until_version > ${high})`)
    .orderBy('since_version')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** What of `low` is otherwise in `high`, or gone there, as it was in `low`. */
export async function listEnded(
  db: Reader,
  siteId: string,
  { low, high, after, limit }: Between,
): Promise<LibraryEntryRow[]> {
  return await db
    .selectFrom('library_entry')
    .selectAll()
    .where('site_id', '=', siteId)
    .where(({ eb, refTuple, tuple }) =>
      eb(refTuple('until_version', 'id'), '>', tuple(after?.version ?? low + 1, after?.id ?? '')),
    )
    .where('until_version', '<=', high)
    .where(sql<boolean>`+since_version <= ${low}`)
    .orderBy('until_version')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** These entries as they were in a version, by id. */
export async function statesAt(
  db: Reader,
  siteId: string,
  version: number,
  ids: string[],
): Promise<Map<string, LibraryEntryRow>> {
  const rows = await entriesAt(db, siteId, version).selectAll().where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, row]));
}
