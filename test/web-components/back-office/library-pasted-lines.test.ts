import { expect, test } from 'vitest';
import {
  looksLikeLink,
  partRefused,
  readLines,
} from '../../../web-components/back-office/screens/library/pasted-lines.ts';

test('[OFFICE10] pasted lines are cleaned, keep their number, and empty ones are skipped', () => {
  const { lines, twice } = readLines('  idiot \r\n\n gros   nul\rsuper-chaussures.com\n');
  expect(lines).toEqual([
    { line: 1, text: 'idiot' },
    { line: 3, text: 'gros nul' },
    { line: 4, text: 'super-chaussures.com' },
  ]);
  expect(twice).toEqual([]);
});

test('[OFFICE10] a line written twice, case aside, is added once and named', () => {
  const { lines, twice } = readLines('Arnaque\narnaque\nARNAQUE');
  expect(lines).toEqual([{ line: 1, text: 'Arnaque' }]);
  expect(twice.map(({ line }) => line)).toEqual([2, 3]);
});

test('[OFFICE11] only refused lines stay in the box, the others are saved', () => {
  const entries = ['idiot', 'x', 'nul', '?'].map((text) => ({ text }));
  const { good, left } = partRefused(entries, [{ index: 3 }, { index: 1 }]);
  expect(good.map(({ text }) => text)).toEqual(['idiot', 'nul']);
  expect(left).toBe('x\n?');
});

test.each([
  ['super-chaussures.com', true],
  ['https://super-chaussures.com/promo', true],
  ['chaussures-françaises.fr', true],
  ['allez voir ailleurs', false],
  ['c.o.n', false],
  ['3.5', false],
])('[OFFICE12] %s reads as a link: %s', (text, expected) => {
  expect(looksLikeLink(text)).toBe(expected);
});
