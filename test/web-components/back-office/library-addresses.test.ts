import { expect, test } from 'vitest';
import { pairOf } from '../../../web-components/back-office/screens/library/compared-pair.ts';
import {
  filterOf,
  filterParams,
  isNarrowed,
} from '../../../web-components/back-office/screens/library/entry-filter.ts';
import { sectionOf, sectionQuery } from '../../../web-components/back-office/screens/library/sections.ts';

const query = (text: string) => new URLSearchParams(text);

test('[OFFICE40] each part of the library has an address; one that is unknown is the entries', () => {
  expect(sectionOf('versions')).toBe('versions');
  expect(sectionOf('toString')).toBe('entries');
  expect(sectionOf(null)).toBe('entries');
});

test('[OFFICE40] what was chosen in one part does not follow into another', () => {
  expect(sectionQuery(query('section=versions&from=3&to=4'), 'rules')).toEqual({
    from: null,
    to: null,
    section: 'rules',
  });
  expect(sectionQuery(query('section=rules'), 'entries')).toEqual({ section: null });
});

test('[OFFICE40] a filter of an address is asked of the server; what it does not know is left out', () => {
  const filter = filterOf(query('shelf=allowed-link&effect=burn&sort=hits&q=%20nul%20&from=own&category='));
  expect(filterParams(filter)).toEqual({
    kind: 'link',
    listing: 'allowed',
    category: null,
    effect: null,
    from: 'own',
    sort: 'hits',
    q: 'nul',
  });
  expect(filterParams(filterOf(query('sort=random')))).toMatchObject({ kind: null, sort: 'recent' });
});

test('[OFFICE40] an order narrows nothing, a search does', () => {
  expect(isNarrowed(filterOf(query('sort=hits')))).toBe(false);
  expect(isNarrowed(filterOf(query('q=nul')))).toBe(true);
  expect(isNarrowed(filterOf(query('shelf=forbidden-term')))).toBe(true);
});

test('[OFFICE40] two versions are compared when both are named', () => {
  expect(pairOf(query('from=12&to=15'))).toEqual({ from: 12, to: 15 });
  expect(pairOf(query('from=12'))).toBeNull();
  expect(pairOf(query('from=12&to=-3'))).toBeNull();
});
