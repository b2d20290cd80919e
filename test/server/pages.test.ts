import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accentStyle } from '../../server/http/accent.ts';
import { pageStyle } from '../../server/http/page.ts';

type Colour = [number, number, number];
const hex = (colour: Colour) => `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`;

function luminance(colour: Colour): number {
  const [r, g, b] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(one: Colour, other: Colour): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high! + 0.05) / (low! + 0.05);
}

const part = fc.integer({ min: 0, max: 255 });
const WHITE: Colour = [255, 255, 255];
const BLACK: Colour = [0, 0, 0];
const DARK_INK: Colour = [0x0c, 0x15, 0x11];

describe('pages in the brand’s colour', () => {
  test('[PAGES1] the words on a button read at 4.5 to 1 whatever the colour, in light and in dark', () => {
    fc.assert(
      fc.property(fc.tuple(part, part, part), (accent) => {
        const ink = accentStyle(hex(accent)).includes('--accent-ink:#fff}\n') ? WHITE : BLACK;
        expect(contrast(accent, ink)).toBeGreaterThanOrEqual(4.5);
        const halfWhite = accent.map((value) => Math.floor((value + 255) / 2)) as Colour;
        expect(contrast(halfWhite, DARK_INK)).toBeGreaterThanOrEqual(4.5);
      }),
      { numRuns: 2000 },
    );
  });

  test('[PAGES2] only a colour gets into the stylesheet', () => {
    const plain = pageStyle(undefined);
    for (const bad of ['', 'red', '12345', '1234567', "fff}body{background:url('//evil')"]) {
      expect(pageStyle(bad)).toBe(plain);
    }
    expect(pageStyle('C2410C')).toContain('--accent:#C2410C');
  });
});
