import type { LibraryEntry } from '../../../server/protocol/library.ts';

/** An entry of the library as the server gives it, with what a test is about. */
export function entryWith(fields: Partial<LibraryEntry>): LibraryEntry {
  return {
    id: 'e1',
    kind: 'term',
    listing: 'forbidden',
    text: 'nul',
    category: 'insult',
    effect: null,
    note: null,
    strictness: 'normal',
    exactCase: false,
    exactAccents: false,
    language: null,
    subdomains: true,
    addedBy: 'Léa',
    addedAt: 0,
    changedBy: null,
    changedAt: null,
    vocabulary: null,
    hits: 0,
    lastHitAt: null,
    overturned: 0,
    ...fields,
  };
}
