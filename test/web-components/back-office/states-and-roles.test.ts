import { expect, test } from 'vitest';
import { rangeProblem } from '../../../web-components/back-office/screens/block-problem.ts';
import { actsOn, filterOf } from '../../../web-components/back-office/screens/conversation-states.ts';
import { shelfOf } from '../../../web-components/back-office/screens/library/shelves.ts';
import {
  roleFilterOf,
  roleOf,
  roleProblem,
  rolesFor,
} from '../../../web-components/back-office/screens/roles.ts';

test('[OFFICE31] the acts offered on a message are those its state and the rights of the person allow', () => {
  expect(actsOn('published', true)).toEqual(['hide', 'remove']);
  expect(actsOn('hidden', false)).toEqual(['restore', 'remove']);
  expect(actsOn('held', true)).toEqual(['release', 'reject']);
  expect(actsOn('held', false)).toEqual([]);
  expect(actsOn('rejected', true)).toEqual([]);
  expect(actsOn('removed', true)).toEqual([]);
});

test('[OFFICE20] a filter the address bar does not know is no filter', () => {
  expect(filterOf('deleted')).toBe('deleted');
  expect(filterOf('gone')).toBe('all');
  expect(filterOf(null)).toBe('all');
  expect(shelfOf('allowed-link')).toBe('allowed-link');
  expect(shelfOf('constructor')).toBeNull();
  expect(roleFilterOf('expert')).toBe('expert');
  expect(roleFilterOf('admin')).toBe('all');
});

test.each([
  ['not-a-range', 'notRange'],
  ['range-too-wide', 'tooWide'],
  ['own-address', 'ownAddress'],
  ['proxy-address', 'proxyAddress'],
  ['bad-request', null],
])('[OFFICE32] a range refused as %s has its own words', (code, problem) => {
  expect(rangeProblem({ code })).toBe(problem);
});

test('[OFFICE32] a refused role says why; anything else is left to the general words', () => {
  expect(roleProblem({ status: 422, code: 'no-sign-in' })).toBe('noSignIn');
  expect(roleProblem({ status: 409, code: 'conflict' })).toBe('lastManager');
  expect(roleProblem({ status: 403, code: 'forbidden' })).toBeNull();
});

test('[OFFICE34] a person without a sign-in is not offered a role that needs one', () => {
  expect(rolesFor({ role: 'visitor', email: null })).toEqual(['visitor', 'expert']);
  expect(rolesFor({ role: 'visitor', email: 'a@b.example' })).toContain('manager');
  expect(rolesFor({ role: 'moderator', email: null })).toContain('moderator');
  expect(roleOf('manager', 'visitor')).toBe('manager');
  expect(roleOf('operator', 'expert')).toBe('expert');
});
