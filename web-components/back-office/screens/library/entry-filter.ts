/** What the list of entries is narrowed and sorted by, as the address bar says it. No DOM. */
import type { Effect } from '../../../../server/protocol/library.ts';
import { type Shelf, shelfContent, shelfOf } from './shelves.ts';

export const EFFECTS = ['hold', 'reject', 'flag'] as const satisfies readonly Effect[];
export const SORTS = ['recent', 'text', 'hits', 'overturned'] as const;
export type Sort = (typeof SORTS)[number];
export type EntryFilter = {
  shelf: Shelf | null;
  category: string | null;
  effect: Effect | null;
  /** `own` or the name of a starter list. */
  from: string | null;
  sort: Sort;
  q: string | null;
};

/** The filter of an address; what it does not know is left out. */
export function filterOf(query: URLSearchParams): EntryFilter {
  return {
    shelf: shelfOf(query.get('shelf')),
    category: query.get('category') || null,
    effect: EFFECTS.find((effect) => effect === query.get('effect')) ?? null,
    from: query.get('from') || null,
    sort: SORTS.find((sort) => sort === query.get('sort')) ?? 'recent',
    q: query.get('q')?.trim() || null,
  };
}

/** The filter as `GET library` takes it. */
export function filterParams({ shelf, sort, ...rest }: EntryFilter): Record<string, string | null> {
  const { kind, listing } = shelf ? shelfContent(shelf) : { kind: null, listing: null };
  return { kind, listing, ...rest, sort };
}

/** Whether anything is left out: what is empty then is the choice, not the library. */
export function isNarrowed({ shelf, category, effect, from, q }: EntryFilter): boolean {
  return [shelf, category, effect, from, q].some((part) => part !== null);
}
