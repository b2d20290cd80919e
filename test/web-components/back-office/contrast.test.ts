import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  AA_TEXT,
  checkAccent,
  contrastRatio,
  darkenToPass,
  parseColour,
} from '../../../web-components/back-office/screens/contrast.ts';

test.each([
  ['#1F6F54', '#1f6f54'],
  ['1f6f54', '#1f6f54'],
  [' #0a8 ', '#00aa88'],
  ['green', null],
  ['#12345', null],
  ['', null],
])('[OFFICE13] the colour %s is read as %s', (text, expected) => {
  expect(parseColour(text)).toBe(expected);
});

test('[OFFICE14] contrast is 21 for black on white, 1 for the same colour, and the same both ways', () => {
  expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrastRatio('#1f6f54', '#1f6f54')).toBeCloseTo(1, 5);
  expect(contrastRatio('#777777', '#ffffff')).toBeCloseTo(4.478, 2);
  expect(contrastRatio('#ffffff', '#777777')).toBeCloseTo(contrastRatio('#777777', '#ffffff'), 10);
});

test('[OFFICE14] an accent passes from 4.5 on white; else dark words stand on it', () => {
  expect(checkAccent('#767676')).toMatchObject({ passes: true, text: '#ffffff' });
  expect(checkAccent('#777777')).toMatchObject({ passes: false, text: '#1d211f' });
});

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

test('[OFFICE15] the darker shade proposed always passes, and a colour that passes is left alone', () => {
  fc.assert(
    fc.property(colour, (accent) => {
      const proposed = darkenToPass(accent);
      expect(contrastRatio(proposed, '#ffffff')).toBeGreaterThanOrEqual(AA_TEXT);
      if (checkAccent(accent).passes) expect(proposed).toBe(accent);
    }),
  );
});
