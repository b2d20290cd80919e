import { expect, test } from 'vitest';
import {
  badgeProblem,
  draftsOf,
  emptyBadge,
  movedBadge,
  tidyBadge,
  withBadge,
} from '../../../web-components/back-office/screens/recognition/badge-list.ts';
import {
  monthWords,
  stepMonth,
  thisMonth,
} from '../../../web-components/back-office/screens/recognition/months.ts';

const named = (key: string) => ({ ...emptyBadge(key), name: { fr: key, en: key } });

test('[POINT70] a badge needs both names, and a whole number unless it is given by hand', () => {
  expect(badgeProblem(emptyBadge('a'))).toBe('name');
  expect(badgeProblem({ ...named('a'), name: { fr: 'Guide', en: '  ' } })).toBe('name');
  expect(badgeProblem(named('a'))).toBe(null);
  for (const needed of [null, 0, 1.5, 100_001]) {
    expect(badgeProblem({ ...named('a'), rule: 'points', needed })).toBe('needed');
  }
  expect(badgeProblem({ ...named('a'), rule: 'thanks', needed: 3 })).toBe(null);
});

test('[POINT70] a badge is sent as the server takes it, new ones without an id', () => {
  const typed = { ...named(' Guide '), rule: 'points' as const, needed: 5, topic: 'bottes' };
  expect(tidyBadge(typed)).toMatchObject({ name: { fr: 'Guide' }, needed: 5, topic: null });
  expect(tidyBadge({ ...typed, rule: 'hand' })).toMatchObject({ needed: null, topic: null });
  expect(tidyBadge({ ...typed, rule: 'thanks', topic: '  ' })).toMatchObject({ topic: null });
  expect(draftsOf([named('new-1')])).toEqual([
    {
      id: null,
      name: { fr: 'new-1', en: 'new-1' },
      icon: 'star',
      colour: 'green',
      rule: 'hand',
      needed: null,
      topic: null,
    },
  ]);
});

test('[POINT71] a badge is changed in its place, added at the end, and moved no further than the list goes', () => {
  const list = ['a', 'b', 'c'].map(named);
  const keys = (badges: { key: string }[]) => badges.map(({ key }) => key).join('');
  expect(keys(withBadge(list, { ...named('b'), colour: 'rose' }))).toBe('abc');
  expect(keys(withBadge(list, named('d')))).toBe('abcd');
  expect(keys(movedBadge(list, 'b', -1))).toBe('bac');
  expect(keys(movedBadge(list, 'a', -1))).toBe('abc');
  expect(keys(movedBadge(list, 'c', 1))).toBe('abc');
});

test('[POINT72] months are stepped over the turn of a year, and named in the person’s language', () => {
  expect(thisMonth(Date.UTC(2030, 0, 31, 23))).toBe('2030-01');
  expect(stepMonth('2030-01', -1)).toBe('2029-12');
  expect(stepMonth('2030-12', 1)).toBe('2031-01');
  expect([monthWords('2030-05', 'fr'), monthWords('2030-05', 'en')]).toEqual(['mai 2030', 'May 2030']);
  expect(monthWords('x', 'en')).toBe('x');
});
