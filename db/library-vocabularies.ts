import type { Reader } from './database.ts';
import { entriesAt } from './library.ts';
import type { LibraryEntryRow } from './schema-library.ts';

/** What a version has from a vocabulary. */
export async function listFromVocabulary(
  db: Reader,
  siteId: string,
  version: number,
  vocabulary: string,
): Promise<LibraryEntryRow[]> {
  return await entriesAt(db, siteId, version).selectAll().where('vocabulary', '=', vocabulary).execute();
}

/** Every text that was ever taken over from a vocabulary: what a manager took out again is not new to them. */
export async function listEverTaken(db: Reader, siteId: string, vocabulary: string): Promise<string[]> {
  const rows = await db
    .selectFrom('library_entry')
    .select('text')
    .distinct()
    .where('site_id', '=', siteId)
    .where('vocabulary', '=', vocabulary)
    .execute();
  return rows.map((row) => row.text);
}
