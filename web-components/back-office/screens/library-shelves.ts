/** The sorts of entries the library can be looked at by. No DOM. */
import type { EntryKind, Listing } from '../../../server/protocol/back-office.ts';

export const SHELVES = {
  all: { kind: null, listing: null },
  'forbidden-term': { kind: 'term', listing: 'forbidden' },
  'forbidden-link': { kind: 'link', listing: 'forbidden' },
  'allowed-term': { kind: 'term', listing: 'allowed' },
  'allowed-link': { kind: 'link', listing: 'allowed' },
} as const satisfies Record<string, { kind: EntryKind | null; listing: Listing | null }>;
export type Shelf = keyof typeof SHELVES;
export type NamedShelf = Exclude<Shelf, 'all'>;

/** The shelf the address bar asks for. */
export function shelfOf(value: string | null): Shelf {
  return value !== null && Object.hasOwn(SHELVES, value) ? (value as Shelf) : 'all';
}
