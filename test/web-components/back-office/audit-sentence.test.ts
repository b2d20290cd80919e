import { expect, test } from 'vitest';
import { byDay } from '../../../web-components/back-office/screens/audit-days.ts';
import {
  detailsToShow,
  groupOf,
  piecesOf,
  prefixOf,
  sentenceKeyOf,
} from '../../../web-components/back-office/screens/audit-sentence.ts';

const lea = { id: 'p1', name: 'Léa', role: 'manager' as const };

test('[OFFICE19] an act of a person and the same act of the system are told differently', () => {
  expect(sentenceKeyOf({ act: 'message.rejected', actor: lea })).toBe('message.rejected');
  expect(sentenceKeyOf({ act: 'message.rejected', actor: null })).toBe('message.rejected:system');
  expect(sentenceKeyOf({ act: 'message.hidden', actor: null })).toBe('message.hidden:system');
});

test('[OFFICE19] an act this back office does not know is still told', () => {
  expect(sentenceKeyOf({ act: 'webhook.added', actor: lea })).toBe('other');
  expect(sentenceKeyOf({ act: 'webhook.added', actor: null })).toBe('other:system');
});

test('[OFFICE20] the filter in the address bar finds its group, and nothing else', () => {
  expect(groupOf(prefixOf('page-rules'))).toBe('page-rules');
  expect(groupOf('nonsense')).toBeNull();
  expect(groupOf(null)).toBeNull();
});

test('[OFFICE21] details leave out what is empty, an id, or in the sentence already', () => {
  const details = { entry: 'nul', author: 'p9', effect: 'hold', category: '', version: 4, expiresAt: null };
  expect(detailsToShow({ details })).toEqual([
    ['effect', 'hold'],
    ['version', 4],
  ]);
});

test('[OFFICE24] a sentence is cut where it is filled, and a name with braces stays a name', () => {
  expect(piecesOf('{actor} hid “{target}”', { actor: '{target}', target: 'nul' })).toEqual([
    { text: '{target}', name: 'actor' },
    { text: ' hid “', name: null },
    { text: 'nul', name: 'target' },
    { text: '”', name: null },
  ]);
});

test('[OFFICE25] entries are told day by day, in their order', () => {
  const at = (day: number, hour: number) => ({ at: new Date(2026, 10, day, hour).getTime() });
  const days = byDay([at(22, 9), at(22, 0), at(21, 23)]);
  expect(days.map(([day, entries]) => [new Date(day).getDate(), entries.length])).toEqual([
    [22, 2],
    [21, 1],
  ]);
});
