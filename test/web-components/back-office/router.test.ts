import { expect, test } from 'vitest';
import {
  changedQuery,
  parseRoute,
  routeUrl,
  SCREENS,
  screensFor,
} from '../../../web-components/back-office/router.ts';

test('[OFFICE1] every screen has an address that leads back to it, with its filters', () => {
  for (const screen of SCREENS) {
    const url = new URL(routeUrl('ma marque/é', screen, new URLSearchParams({ q: 'a b' })), 'http://server');
    const route = parseRoute(url.pathname, url.search);
    expect({ ...route, query: String(route.query) }).toEqual({ site: 'ma marque/é', screen, query: 'q=a+b' });
  }
});

test('[OFFICE1] an address without a site, of an unknown screen or badly encoded opens the review queue', () => {
  expect(parseRoute('/back-office', '').site).toBeNull();
  expect(parseRoute('/back-office/', '').screen).toBe('queue');
  expect(parseRoute('/back-office/demo/settings', '').screen).toBe('queue');
  expect(parseRoute('/back-office/%E0%A4%A/queue', '').site).toBe('%E0%A4%A');
});

test('[OFFICE1] changing filters keeps the others and leaves the former ones untouched', () => {
  const before = new URLSearchParams('state=open&q=taille');
  expect(String(changedQuery(before, { q: null, conversation: 'c1' }))).toBe('state=open&conversation=c1');
  expect(String(changedQuery(before, { state: '' }))).toBe('q=taille');
  expect(String(before)).toBe('state=open&q=taille');
});

test('[OFFICE2] a manager opens every screen, a moderator the review queue and their alerts', () => {
  expect(screensFor('manager')).toEqual(SCREENS);
  expect(screensFor('moderator')).toEqual(['queue', 'alerts']);
});
