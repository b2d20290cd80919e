import { expect, test } from 'vitest';
import { addedAgain, changesBack } from '../../../web-components/back-office/screens/library/bulk-undo.ts';
import { entryWith } from './library-entry.ts';

test('[OFFICE43] a bulk change is taken back in as few requests as there were different answers', () => {
  const entries = [
    entryWith({ id: 'a', effect: null }),
    entryWith({ id: 'b', effect: 'flag' }),
    entryWith({ id: 'c', effect: null }),
  ];
  expect(changesBack(entries, { effect: 'reject' })).toEqual([
    { ids: ['a', 'c'], change: { effect: null } },
    { ids: ['b'], change: { effect: 'flag' } },
  ]);
});

test('[OFFICE43] what was removed is added again as it was written, without its figures', () => {
  expect(addedAgain(entryWith({ strictness: 'literal', language: 'fr', hits: 12, note: 'vu' }))).toEqual({
    kind: 'term',
    listing: 'forbidden',
    text: 'nul',
    category: 'insult',
    effect: null,
    note: 'vu',
    strictness: 'literal',
    exactCase: false,
    exactAccents: false,
    language: 'fr',
  });
  expect(addedAgain(entryWith({ kind: 'link', text: 'exemple.com', subdomains: false }))).toEqual({
    kind: 'link',
    listing: 'forbidden',
    text: 'exemple.com',
    category: 'insult',
    effect: null,
    note: null,
    subdomains: false,
  });
});
