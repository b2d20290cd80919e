import { expect, test } from 'vitest';
import type { PageRule } from '../../../server/protocol/back-office.ts';
import {
  emptyRule,
  moveRule,
  problemOf,
  sameRules,
  withoutRule,
  withRule,
} from '../../../web-components/back-office/screens/page-rule-list.ts';

const rule = (id: string, matchValue = `/${id}`): PageRule => ({ ...emptyRule(id), matchValue });
const ids = (rules: PageRule[]) => rules.map(({ id }) => id).join('');
const abc = [rule('a'), rule('b'), rule('c')];

test('[OFFICE16] a rule moves one place, and stays where it is at either end', () => {
  expect(ids(moveRule(abc, 'b', -1))).toBe('bac');
  expect(ids(moveRule(abc, 'b', 1))).toBe('acb');
  expect(moveRule(abc, 'a', -1)).toBe(abc);
  expect(moveRule(abc, 'c', 1)).toBe(abc);
  expect(moveRule(abc, 'unknown', 1)).toBe(abc);
  expect(ids(abc)).toBe('abc');
});

test('[OFFICE16] an edited rule keeps its place, a new one goes last, a deleted one goes', () => {
  expect(withRule(abc, rule('b', '/shoes'))[1]?.matchValue).toBe('/shoes');
  expect(ids(withRule(abc, rule('d')))).toBe('abcd');
  expect(ids(withoutRule(abc, 'b'))).toBe('ac');
});

test('[OFFICE17] rules are the same by what they say and their order, not by their ids', () => {
  expect(sameRules(abc, [rule('x', '/a'), rule('y', '/b'), rule('z', '/c')])).toBe(true);
  expect(sameRules(abc, moveRule(abc, 'a', 1))).toBe(false);
  expect(sameRules(abc, withRule(abc, { ...rule('a'), mode: 'invite-only' }))).toBe(false);
});

test.each([
  ['is', '', 'value-missing'],
  ['contains', '   ', 'value-missing'],
  ['pattern', '/shoes', 'pattern-without-star'],
  ['pattern', '*/shoes', null],
  ['pattern', '/shoes/*', null],
  ['starts-with', 'shoes', 'value-not-address'],
  ['starts-with', 'https://shop.example/shoes', null],
  ['is', '/faq', null],
  ['contains', 'shoes', null],
] as const)('[OFFICE18] %s %s: %s', (matchKind, matchValue, problem) => {
  expect(problemOf({ matchKind, matchValue })).toBe(problem);
});
