/** The sorts of entries the library holds and can be looked at by. No DOM. */
import type { EntryKind, Listing } from '../../../../server/protocol/library.ts';

const SHELVES = {
  'forbidden-term': { kind: 'term', listing: 'forbidden' },
  'forbidden-link': { kind: 'link', listing: 'forbidden' },
  'allowed-term': { kind: 'term', listing: 'allowed' },
  'allowed-link': { kind: 'link', listing: 'allowed' },
} as const satisfies Record<string, { kind: EntryKind; listing: Listing }>;
export type Shelf = keyof typeof SHELVES;
export const SHELF_NAMES = Object.keys(SHELVES) as Shelf[];

/** The kind and the listing of a shelf. */
export const shelfContent = (shelf: Shelf): { kind: EntryKind; listing: Listing } => SHELVES[shelf];

/** The shelf the address bar asks for, null = all of them. */
export function shelfOf(value: string | null): Shelf | null {
  return SHELF_NAMES.find((shelf) => shelf === value) ?? null;
}
