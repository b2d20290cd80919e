import type { Reader, Tx } from './database.ts';
import { containing } from './people.ts';
import type { LibraryEntryRow } from './schema.ts';

/** Everything the filter is made of. */
export async function loadLibrary(db: Reader, siteId: string): Promise<LibraryEntryRow[]> {
  return await db.selectFrom('library_entry').selectAll().where('site_id', '=', siteId).execute();
}

export type LibraryFilter = {
  kind: 'term' | 'link' | null;
  listing: 'forbidden' | 'allowed' | null;
  q: string | null;
  offset: number;
  limit: number;
};

/** The library screen: the site's own entries first, newest first, then the starter vocabularies'. */
export async function listLibrary(db: Reader, siteId: string, filter: LibraryFilter) {
  let query = db
    .selectFrom('library_entry')
    .leftJoin('person', 'person.id', 'library_entry.added_by')
    .selectAll('library_entry')
    .select('person.name as added_by_name')
    .where('library_entry.site_id', '=', siteId);
  if (filter.kind) query = query.where('library_entry.kind', '=', filter.kind);
  if (filter.listing) query = query.where('library_entry.listing', '=', filter.listing);
  if (filter.q) query = query.where('library_entry.text', 'like', containing(filter.q));
  const total = await query
    .clearSelect()
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  const items = await query
    .orderBy((eb) => eb.case().when('vocabulary', 'is', null).then(0).else(1).end())
    .orderBy('added_at', 'desc')
    .orderBy('text')
    .offset(filter.offset)
    .limit(filter.limit)
    .execute();
  return { items, total: Number(total.n) };
}

export async function listCategories(db: Reader, siteId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('library_entry')
    .select('category')
    .distinct()
    .where('site_id', '=', siteId)
    .orderBy('category')
    .execute();
  return rows.map((row) => row.category);
}

/** @returns whether it was added; false when the library already has it. */
export async function insertEntry(tx: Tx, row: LibraryEntryRow): Promise<boolean> {
  const result = await tx
    .insertInto('library_entry')
    .values(row)
    .onConflict((oc) => oc.columns(['site_id', 'kind', 'text']).doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function findEntry(
  db: Reader,
  siteId: string,
  id: string,
): Promise<LibraryEntryRow | undefined> {
  return await db
    .selectFrom('library_entry')
    .selectAll()
    .where('site_id', '=', siteId)
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function deleteEntry(tx: Tx, siteId: string, id: string): Promise<boolean> {
  const result = await tx
    .deleteFrom('library_entry')
    .where('site_id', '=', siteId)
    .where('id', '=', id)
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
}

/** A change is a new library version; filters notice it by this number. */
export async function raiseLibraryVersion(tx: Tx, siteId: string): Promise<number> {
  const row = await tx
    .updateTable('site')
    .set((eb) => ({ library_version: eb('library_version', '+', 1) }))
    .where('id', '=', siteId)
    .returning('library_version')
    .executeTakeFirstOrThrow();
  return row.library_version;
}
