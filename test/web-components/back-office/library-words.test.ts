import { expect, test } from 'vitest';
import { DISGUISES } from '../../../moderation/index.ts';
import { disguiseWords } from '../../../web-components/back-office/disguise-words.ts';
import disguises from '../../../web-components/back-office/locales/disguises.ts';
import { backtestSentence } from '../../../web-components/back-office/screens/library/backtest-sentence.ts';
import { categoryNamed } from '../../../web-components/back-office/screens/library/category-named.ts';
import { differenceSides } from '../../../web-components/back-office/screens/library/difference-words.ts';
import {
  badgesOf,
  languageWords,
  overturnedShare,
} from '../../../web-components/back-office/screens/library/entry-words.ts';
import {
  isTooShort,
  orderExample,
} from '../../../web-components/back-office/screens/library/order-number.ts';
import { seenPieces } from '../../../web-components/back-office/seen-pieces.ts';
import { entryWith } from './library-entry.ts';

test('[OFFICE46] what a draft would have changed is one sentence, without what it would not', () => {
  const stopped = { hold: 37, reject: 0, flag: 1 };
  expect(backtestSentence({ stopped, freed: 2, read: 1204 })).toBe(
    'Would have held 37 messages, would have flagged 1 message, would have let 2 messages through, of 1,204 messages read.',
  );
  expect(backtestSentence({ stopped: { hold: 0, reject: 0, flag: 0 }, freed: 0, read: 1 })).toBe(
    'Nothing would have changed, of 1 message read.',
  );
});

test('[OFFICE47] two versions of an entry are told by what differs, an absent one by everything', () => {
  const before = entryWith({ exactAccents: true });
  const after = entryWith({ category: 'scam', effect: 'flag', exactAccents: true });
  expect(differenceSides({ kind: 'term', text: 'nul', before, after })).toEqual({
    before: ['category: insult', 'effect: as the category'],
    after: ['category: scam', 'effect: published, and shown to moderators'],
  });
  expect(differenceSides({ kind: 'term', text: 'nul', before: null, after: before })).toEqual({
    before: [],
    after: ['Forbidden terms', 'category: insult', 'effect: as the category', 'exact accents'],
  });
  expect(differenceSides({ kind: 'term', text: 'nul', before, after: entryWith({}) }).after).toEqual([
    'the usual settings',
  ]);
});

test('[OFFICE48] an entry shows only how it departs from the usual', () => {
  expect(badgesOf(entryWith({}))).toEqual([]);
  expect(badgesOf(entryWith({ strictness: 'literal', exactCase: true, language: 'fr' }))).toEqual([
    'exact word',
    'exact capitals',
    'French',
  ]);
  expect(badgesOf(entryWith({ kind: 'link', subdomains: false, strictness: 'strict' }))).toEqual([
    'without sub-domains',
  ]);
});

test('[OFFICE48] a language nobody knows is shown as it was written', () => {
  expect(languageWords('pt')).toBe('Portuguese');
  expect(languageWords('notre liste')).toBe('notre liste');
});

test('[OFFICE48] how often an entry was overruled is a share of what it met, and nothing before that', () => {
  expect(overturnedShare({ hits: 128, overturned: 71 })).toBe('55%');
  expect(overturnedShare({ hits: 3, overturned: 0 })).toBe('0%');
  expect(overturnedShare({ hits: 0, overturned: 0 })).toBeNull();
});

test('[OFFICE49] the example of an order number fits its pattern', () => {
  const example = orderExample('CMD-9999/A9');
  expect(example).toMatch(/^CMD-\d{4}\/[A-Z]\d$/);
  expect(orderExample('CMD-9999/A9')).toBe(example);
});

test('[OFFICE49] a pattern with too few open places is refused, an empty one is none', () => {
  expect(isTooShort('N-999')).toBe(true);
  expect(isTooShort('N-9999')).toBe(false);
  expect(isTooShort('AA99')).toBe(false);
  expect(isTooShort('AAAA')).toBe(true);
  expect(isTooShort('')).toBe(false);
});

test('[OFFICE50] every disguise known here has words, another is told as the filter tells it', () => {
  expect(Object.keys(disguises.fr).toSorted()).toEqual(DISGUISES.toSorted());
  for (const disguise of DISGUISES) expect(disguiseWords(disguise)).not.toBe('');
  expect(disguiseWords('reversed')).toBe('written backwards');
  expect(disguiseWords('morse')).toBe('morse');
  expect(disguiseWords('toString')).toBe('toString');
});

test('[OFFICE51] what was seen is quoted once each, cut where it is long, never from out of the text', () => {
  const text = 'nul et nul';
  const spans = [
    { start: 0, end: 3 },
    { start: 7, end: 10 },
    { start: 40, end: 50 },
    { start: 3, end: 4 },
  ];
  expect(seenPieces(text, spans)).toEqual(['nul']);
  expect(seenPieces('a'.repeat(200), [{ start: 0, end: 200 }])[0]).toHaveLength(61);
});

test('[OFFICE57] a category is known by its name and as it is shown, else it is new', () => {
  const categories = [
    { name: 'personal-data', effect: 'hold' as const, entries: 1, forbidden: 1 },
    { name: 'Nos sujets', effect: 'flag' as const, entries: 1, forbidden: 1 },
  ];
  expect(categoryNamed(' Personal Data ', categories)).toBe('personal-data');
  expect(categoryNamed('personal-data', categories)).toBe('personal-data');
  expect(categoryNamed('nos sujets', categories)).toBe('Nos sujets');
  expect(categoryNamed(' Autres ', categories)).toBe('Autres');
});
