import { type SelectQueryBuilder, sql } from 'kysely';
import type { Reader } from './database.ts';
import { entriesAt } from './library.ts';
import { containing } from './people.ts';
import type { Database, EffectValue, ListingValue } from './schema.ts';
import type { LibraryEntryRow } from './schema-library.ts';

export type LibrarySort = 'recent' | 'text' | 'hits' | 'overturned';
/** The last entry of the page before: the value it was sorted by, and its id. */
export type LibraryPlace = { value: string | number; id: string };

export type LibraryMatch = {
  kind: 'term' | 'link' | null;
  listing: ListingValue | null;
  category: string | null;
  /** What an entry does in the end, by itself or by its category. */
  effect: { is: EffectValue; categories: string[] } | null;
  /** `own` = of no vocabulary, else a vocabulary's name. */
  from: string | null;
  q: string | null;
};
export type LibraryFilter = LibraryMatch & {
  sort: LibrarySort;
  after: LibraryPlace | null;
  limit: number;
};

const COLUMN = { recent: 'touched_at', text: 'text', hits: 'hits', overturned: 'overturned' } as const;

/** A page of the library screen. */
export async function listLibrary(db: Reader, siteId: string, version: number, filter: LibraryFilter) {
  const { sort, after, limit } = filter;
  const matching = narrow(entriesAt(db, siteId, version), filter);
  if (sort === 'recent')
    return await pageOf(matching, { column: 'touched_at', direction: 'desc', after, limit });
  if (sort === 'text') return await pageOf(matching, { column: 'text', direction: 'asc', after, limit });
  const column = COLUMN[sort];
  const hasCount = matching.where(`library_entry.${column}`, '>', sql.lit(0));
  const counted =
    after?.value === 0 ? [] : await pageOf(hasCount, { column, direction: 'desc', after, limit });
  if (counted.length === limit) return counted;
  const rest = await pageOf(matching.where(`library_entry.${column}`, '=', 0), {
    column: 'id',
    direction: 'desc',
    after: after?.value === 0 ? after : null,
    limit: limit - counted.length,
  });
  return [...counted, ...rest];
}

/** Where the next page begins. */
export const placeAfter = (row: LibraryEntryRow, sort: LibrarySort): LibraryPlace => ({
  value: row[COLUMN[sort]],
  id: row.id,
});

/** The id with which the next part of a library ends, so that it can be counted part by part; null = the last. */
export async function endOfPart(
  db: Reader,
  siteId: string,
  after: string,
  rows: number,
): Promise<string | null> {
  const row = await db
    .selectFrom('library_entry')
    .select('id')
    .where('site_id', '=', siteId)
    .where('id', '>', after)
    .orderBy('id')
    .offset(rows)
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}

export type Part = { after: string; upTo: string | null };

/** How many entries of this part match, by category. */
export async function countPart(
  db: Reader,
  siteId: string,
  version: number,
  { filter, part }: { filter: LibraryMatch; part: Part },
): Promise<{ category: string; entries: number }[]> {
  let query = narrow(entriesAt(db, siteId, version), filter).where('library_entry.id', '>', part.after);
  if (part.upTo !== null) query = query.where('library_entry.id', '<=', part.upTo);
  const rows = await query
    .select(['library_entry.category', (eb) => eb.fn.countAll<number>().as('entries')])
    .groupBy('library_entry.category')
    .execute();
  return rows.map(({ category, entries }) => ({ category, entries: Number(entries) }));
}

type PageWanted = {
  column: 'touched_at' | 'text' | 'hits' | 'overturned' | 'id';
  direction: 'asc' | 'desc';
  after: LibraryPlace | null;
  limit: number;
};

async function pageOf(matching: Entries, { column, direction, after, limit }: PageWanted) {
  const further = direction === 'asc' ? '>' : '<';
  let page = matching
    .leftJoin('person as adder', 'adder.id', 'library_entry.added_by')
    .leftJoin('person as changer', 'changer.id', 'library_entry.changed_by')
    .selectAll('library_entry')
    .select(['adder.name as added_by_name', 'changer.name as changed_by_name'])
    .orderBy(`library_entry.${column}`, direction)
    .limit(limit);
  if (column === 'id') {
    return await (after ? page.where('library_entry.id', further, after.id) : page).execute();
  }
  if (after) {
    page = page.where(({ eb, refTuple, tuple }) =>
      eb(refTuple(`library_entry.${column}`, 'library_entry.id'), further, tuple(after.value, after.id)),
    );
  }
  return await page.orderBy('library_entry.id', direction).execute();
}

type Entries = SelectQueryBuilder<Database, 'library_entry', object>;

/** Kind and listing are written out: the indexes of the rare ones only serve who names them. */
function narrow(entries: Entries, { kind, listing, category, effect, from, q }: LibraryMatch): Entries {
  let query = entries;
  if (kind) query = query.where('library_entry.kind', '=', sql.lit(kind));
  if (listing) query = query.where('library_entry.listing', '=', sql.lit(listing));
  if (category) query = query.where('library_entry.category', '=', category);
  if (from === 'own') query = query.where('library_entry.vocabulary', 'is', null);
  else if (from) query = query.where('library_entry.vocabulary', '=', from);
  if (q) query = query.where('library_entry.text', 'like', containing(q));
  return effect ? withEffect(query, effect) : query;
}

function withEffect(query: Entries, { is, categories }: NonNullable<LibraryMatch['effect']>): Entries {
  return query.where((eb) =>
    eb.or([
      eb('library_entry.effect', '=', is),
      eb.and([eb('library_entry.effect', 'is', null), eb('library_entry.category', 'in', categories)]),
    ]),
  );
}
