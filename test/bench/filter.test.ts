import { describe, expect, test } from 'vitest';
import { againstBars } from './filter/bars.ts';
import { countHits, sumOf } from './filter/count.ts';
import { repeated } from './filter/hostile-texts.ts';
import { madeUpTerms } from './filter/made-up-terms.ts';
import { optionsOf } from './filter/options.ts';
import { ownTexts } from './filter/own-texts.ts';
import { newReport } from './filter/report.ts';
import { textOf } from './filter/table.ts';

describe('the bench of the filter', () => {
  test('[BENCH1] the texts and the lists are the same at every run', () => {
    expect(ownTexts()).toEqual(ownTexts());
    expect(madeUpTerms(500)).toEqual(madeUpTerms(500));
    const { evasions, innocents } = ownTexts();
    expect(evasions.length).toBeGreaterThan(900);
    expect(innocents.length).toBeGreaterThan(900);
    const ids = [...evasions, ...innocents].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('[BENCH1] no term made up for speed is a word of the texts', () => {
    const [first = ''] = madeUpTerms(1);
    expect(madeUpTerms(50, [`Voici un ${first.toUpperCase()}.`])).not.toContain(first);
  });

  test('[BENCH2] hits are counted by kind, each row once', () => {
    const rows = ['a', 'b', 'ab', 'c'].map((text, index) => ({
      id: `${index}`,
      lang: 'en',
      text,
      kind: index < 2 ? 'short' : 'other',
      expect: 'match' as const,
    }));
    const counts = countHits(
      (text) => text.includes('a'),
      rows,
      ({ kind }) => kind,
    );
    expect([...counts.groups]).toEqual([
      ['short', { hit: 1, of: 2 }],
      ['other', { hit: 1, of: 2 }],
    ]);
    expect(sumOf(counts)).toEqual({ hit: 2, of: 4 });
    expect(sumOf(counts, (kind) => kind === 'short')).toEqual({ hit: 1, of: 2 });
  });

  test('[BENCH3] a missed bar is said and counted, one that was not measured is neither', () => {
    const report = newReport();
    report.measured('evasions core', 98.4);
    report.measured('innocents in 10,000', 2);
    const { table, missed } = againstBars(report);
    expect(missed).toBe(1);
    expect(table.rows.map((row) => [row[0], row[3]])).toEqual([
      ['evasions core', 'MISS'],
      ['innocents in 10,000', 'pass'],
    ]);
  });

  test('[BENCH4] a hostile text has the length asked for and cuts no character in two', () => {
    expect(repeated('a.', 5, 'code points')).toBe('a.a.a');
    expect([...repeated('🇫🇷', 5, 'code points')]).toHaveLength(5);
    expect(repeated('é.', 10, 'bytes')).toBe('é.é.é.');
    expect(repeated('🅰️', 9, 'bytes').isWellFormed()).toBe(true);
  });

  test('[BENCH5] an unknown part is refused with the names of those there are', () => {
    expect(() => optionsOf(['--only', 'speeed'])).toThrow(/choose ours or one of .*speed/);
    expect(optionsOf(['--only', 'ours', '--check'])).toMatchObject({
      only: 'ours',
      check: true,
      corpus: null,
    });
  });

  test('[BENCH5] columns stand under each other, whatever the signs in them', () => {
    const lines = textOf({
      title: 'T',
      head: ['name', 'n'],
      rows: [
        ['né 𝓪', '1'],
        ['longer name', '20'],
      ],
    }).split('\n');
    expect(lines.slice(3)).toEqual([
      'name          n',
      '-----------  --',
      'né 𝓪          1',
      'longer name  20',
    ]);
  });
});
