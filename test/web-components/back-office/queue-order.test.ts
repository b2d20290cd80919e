import { expect, test } from 'vitest';
import {
  mergeQueue,
  neighbour,
  type Shown,
  showNewcomers,
  withoutCard,
} from '../../../web-components/back-office/queue-order.ts';

const cards = (ids: string) => [...ids].map((id) => ({ id }));
const shown = (ids: string, selected: string | null, newcomers = ''): Shown<{ id: string }> => ({
  items: cards(ids),
  newcomers: cards(newcomers),
  selected,
});

test('[OFFICE4] the first answer shows everything, with the first card selected', () => {
  expect(mergeQueue(null, cards('abc'))).toEqual(shown('abc', 'a'));
  expect(mergeQueue(null, [])).toEqual(shown('', null));
});

test('[OFFICE4] newcomers wait, cards keep their places and the selection stays', () => {
  expect(mergeQueue(shown('abc', 'b'), cards('zabcd'))).toEqual(shown('abc', 'b', 'zd'));
  expect(showNewcomers(shown('abc', 'b', 'zd'))).toEqual(shown('abczd', 'b'));
});

test('[OFFICE4] what was decided elsewhere slides away, and the next card takes the place of the selected one', () => {
  expect(mergeQueue(shown('abc', 'b'), cards('ac'))).toEqual(shown('ac', 'c'));
  expect(mergeQueue(shown('abc', 'c'), cards('ab'))).toEqual(shown('ab', 'b'));
  expect(mergeQueue(shown('abc', 'b'), cards('a'))).toEqual(shown('a', 'a'));
});

test('[OFFICE4] when nothing of the list is left, newcomers need not be asked for', () => {
  expect(mergeQueue(shown('ab', 'a'), cards('xy'))).toEqual(shown('xy', 'x'));
  expect(mergeQueue(shown('', null), cards('x'))).toEqual(shown('x', 'x'));
  expect(withoutCard(shown('a', 'a', 'xy'), 'a')).toEqual(shown('xy', 'x'));
});

test('[OFFICE4] a decided card leaves its place to the next, the last to the one before', () => {
  expect(withoutCard(shown('abc', 'a'), 'a')).toEqual(shown('bc', 'b'));
  expect(withoutCard(shown('abc', 'c'), 'c')).toEqual(shown('ab', 'b'));
  expect(withoutCard(shown('abc', 'a'), 'c')).toEqual(shown('ab', 'a'));
  expect(withoutCard(shown('a', 'a'), 'a')).toEqual(shown('', null));
});

test('[OFFICE4] next and previous stop at either end', () => {
  expect(neighbour(shown('abc', 'a'), 1)).toBe('b');
  expect(neighbour(shown('abc', 'c'), 1)).toBe('c');
  expect(neighbour(shown('abc', 'a'), -1)).toBe('a');
  expect(neighbour(shown('', null), 1)).toBeNull();
});
