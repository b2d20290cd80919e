import type { Report } from './report.ts';
import type { Table } from './table.ts';

/** What a figure must at least or at most be. */
export type Bar = { figure: string; least?: number; most?: number; unit?: string };

const BARS: readonly Bar[] = [
  { figure: 'evasions core', least: 98.5, unit: '%' },
  { figure: 'evasions worst core kind', least: 90, unit: '%' },
  { figure: 'evasions hard', least: 88, unit: '%' },
  { figure: 'evasions stretch', least: 40, unit: '%' },
  { figure: 'innocents in 10,000', most: 2 },
  { figure: 'shop talk hit', most: 0 },
  { figure: 'comments found', least: 99.9, unit: '%' },
  { figure: 'clean comments hit', most: 0 },
  { figure: 'links core', least: 99.5, unit: '%' },
  { figure: 'links hard', least: 88, unit: '%' },
  { figure: 'links clean hit', most: 0 },
  { figure: 'contacts core', least: 99, unit: '%' },
  { figure: 'contacts hard', least: 85, unit: '%' },
  { figure: 'contacts clean', most: 1, unit: '%' },
  { figure: 'cases wrong', most: 0 },
  { figure: 'messages a second', least: 150_000 },
  { figure: 'speed at 10,000 to speed at 100', least: 0.7 },
  { figure: 'compile', most: 100, unit: 'ms' },
  { figure: 'worst at 10 kB', most: 10, unit: 'ms' },
  { figure: 'worst at 100 kB', most: 60, unit: 'ms' },
  // Ten times the text: what is over 10 is the noise of short times and of caches, not a square.
  { figure: 'worst growth', most: 15, unit: 'times' },
];

/** The bars against what was measured; a bar whose part did not run is not held. */
export function againstBars({ figures }: Report, bars = BARS): { table: Table; missed: number } {
  const held = bars.filter(({ figure }) => figures.has(figure));
  const missed = held.filter((bar) => !passes(bar, figures.get(bar.figure)!));
  return {
    table: {
      title: 'Bars',
      head: ['', 'measured', 'bar', ''],
      rows: held.map((bar) => {
        const value = figures.get(bar.figure)!;
        return [bar.figure, shown(value, bar.unit), limitOf(bar), passes(bar, value) ? 'pass' : 'MISS'];
      }),
      notes: held.length < bars.length ? ['Bars of parts that did not run are not shown.'] : [],
    },
    missed: missed.length,
  };
}

function passes({ least = -Infinity, most = Infinity }: Bar, value: number): boolean {
  return value >= least && value <= most;
}

function limitOf({ least, most, unit }: Bar): string {
  return least === undefined ? `at most ${shown(most!, unit)}` : `at least ${shown(least, unit)}`;
}

function shown(value: number, unit = ''): string {
  const rounded = Number.isInteger(value) ? value : Math.floor(value * 100) / 100;
  return `${rounded.toLocaleString('en-US')} ${unit}`.trim();
}
