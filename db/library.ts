import { sql } from 'kysely';
import type { Reader } from './database.ts';
import type { LibraryEntryRow } from './schema-library.ts';

/**
 * The entries of a version, whatever was changed since or is being written for the next one. Nearly every row
 * is of the version, so the planner must not look for them by version: a unary plus says so.
 */
export const entriesAt = (db: Reader, siteId: string, version: number) =>
  db
    .selectFrom('library_entry')
    .where('library_entry.site_id', '=', siteId)
    .where(
      sql<boolean>`+library_entry.since_version <= ${version} and
        (+library_entry.until_version is null or +library_entry.until_version > ${version})`,
    );

/** A page of a version's entries by id: a library may be too large to be read at once. */
export async function listEntriesAt(
  db: Reader,
  siteId: string,
  version: number,
  { after, limit }: { after: string; limit: number },
): Promise<LibraryEntryRow[]> {
  return await entriesAt(db, siteId, version)
    .selectAll()
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute();
}

export async function findEntries(
  db: Reader,
  siteId: string,
  version: number,
  ids: string[],
): Promise<LibraryEntryRow[]> {
  return await entriesAt(db, siteId, version).selectAll().where('id', 'in', ids).execute();
}

/** The entries with one of these texts, of either kind. */
export async function findEntriesByText(
  db: Reader,
  siteId: string,
  version: number,
  texts: string[],
): Promise<LibraryEntryRow[]> {
  return await entriesAt(db, siteId, version)
    .selectAll()
    .where('kind', 'in', ['term', 'link'])
    .where('text', 'in', texts)
    .execute();
}

/** Every exception of the library: forbidden entries they cover never match. */
export async function listAllowed(db: Reader, siteId: string, version: number): Promise<LibraryEntryRow[]> {
  return await entriesAt(db, siteId, version).selectAll().where('listing', '=', sql.lit('allowed')).execute();
}
