import type { Reader } from './database.ts';
import { entriesAt } from './library.ts';
import type { LibraryEntryRow } from './schema.ts';

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

/**
 * The ids of entries that some version after `low` up to `high` began or ended, in order: only these can
 * differ between the two.
 */
export async function listTouchedIds(
  db: Reader,
  siteId: string,
  { low, high, after, limit }: { low: number; high: number; after: string; limit: number },
): Promise<string[]> {
  const rows = await db
    .selectFrom('library_entry')
    .select('id')
    .distinct()
    .where('site_id', '=', siteId)
    .where('id', '>', after)
    .where((eb) =>
      eb.or([
        eb.and([eb('since_version', '>', low), eb('since_version', '<=', high)]),
        eb.and([eb('until_version', '>', low), eb('until_version', '<=', high)]),
      ]),
    )
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
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
