import type { ExpressionBuilder, SelectQueryBuilder } from 'kysely';
import type { Reader } from './database.ts';
import { entriesAt } from './library.ts';
import { containing } from './people.ts';
import type { Database, EffectValue, LibraryEntryRow, ListingValue } from './schema.ts';

export type LibrarySort = 'recent' | 'text' | 'hits' | 'overturned';
/** The last entry of the page before: the value it was sorted by, and its id. */
export type LibraryPlace = { value: string | number; id: string };

export type LibraryFilter = {
  kind: 'term' | 'link' | null;
  listing: ListingValue | null;
  category: string | null;
  /** What an entry does in the end, by itself or by its category. */
  effect: { is: EffectValue; categories: string[] } | null;
  /** `own` = of no vocabulary, else a vocabulary's name. */
  from: string | null;
  q: string | null;
  sort: LibrarySort;
  after: LibraryPlace | null;
  limit: number;
};

const COLUMN = { recent: 'touched_at', text: 'text', hits: 'hits', overturned: 'overturned' } as const;

/** A page of the library screen, and how many there are in all. */
export async function listLibrary(db: Reader, siteId: string, version: number, filter: LibraryFilter) {
  const matching = narrow(entriesAt(db, siteId, version), filter);
  const total = await matching.select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow();
  const column = `library_entry.${COLUMN[filter.sort]}` as const;
  const direction = filter.sort === 'text' ? 'asc' : 'desc';
  let page = matching
    .leftJoin('person as adder', 'adder.id', 'library_entry.added_by')
    .leftJoin('person as changer', 'changer.id', 'library_entry.changed_by')
    .selectAll('library_entry')
    .select(['adder.name as added_by_name', 'changer.name as changed_by_name'])
    .orderBy(column, direction)
    .orderBy('library_entry.id', direction)
    .limit(filter.limit);
  if (filter.after) page = page.where(beyond(column, direction, filter.after));
  return { items: await page.execute(), total: Number(total.n) };
}

/** Where the next page begins. */
export const placeAfter = (row: LibraryEntryRow, sort: LibrarySort): LibraryPlace => ({
  value: row[COLUMN[sort]],
  id: row.id,
});

type Entries = SelectQueryBuilder<Database, 'library_entry', object>;

function narrow(entries: Entries, { kind, listing, category, effect, from, q }: LibraryFilter): Entries {
  let query = entries;
  if (kind) query = query.where('library_entry.kind', '=', kind);
  if (listing) query = query.where('library_entry.listing', '=', listing);
  if (category) query = query.where('library_entry.category', '=', category);
  if (from === 'own') query = query.where('library_entry.vocabulary', 'is', null);
  else if (from) query = query.where('library_entry.vocabulary', '=', from);
  if (q) query = query.where('library_entry.text', 'like', containing(q));
  return effect ? withEffect(query, effect) : query;
}

function withEffect(query: Entries, { is, categories }: NonNullable<LibraryFilter['effect']>): Entries {
  return query.where((eb) =>
    eb.or([
      eb('library_entry.effect', '=', is),
      eb.and([eb('library_entry.effect', 'is', null), eb('library_entry.category', 'in', categories)]),
    ]),
  );
}

type SortColumn = `library_entry.${(typeof COLUMN)[LibrarySort]}`;

function beyond(column: SortColumn, direction: 'asc' | 'desc', { value, id }: LibraryPlace) {
  const further = direction === 'asc' ? '>' : '<';
  return (eb: ExpressionBuilder<Database, 'library_entry'>) =>
    eb.or([
      eb(column, further, value),
      eb.and([eb(column, '=', value), eb('library_entry.id', further, id)]),
    ]);
}
