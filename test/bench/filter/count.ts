import type { Row } from './corpus.ts';
import type { Filter } from './peer.ts';

/** How many of how many. */
export type Count = { hit: number; of: number };

/** Counts by group, in the order the groups first appear, and whether only every `step`-th row was asked. */
export type Counts = { groups: Map<string, Count>; step: number };

/** The longest a filter may take for one file before only a part of the rows is asked, in milliseconds. */
const BUDGET = 20_000;
const TRIAL_ROWS = 100;

/** Asks a filter about every row, or about every n-th when all of them would take too long. */
export function countHits(filter: Filter, rows: Row[], groupOf: (row: Row) => string): Counts {
  const step = stepFor(filter, rows);
  const groups = new Map<string, Count>();
  for (let index = 0; index < rows.length; index += step) {
    const row = rows[index]!;
    const count = groupIn(groups, groupOf(row));
    count.of += 1;
    if (filter(row.text)) count.hit += 1;
  }
  return { groups, step };
}

/** The sum of the groups a rule keeps. */
export function sumOf({ groups }: Counts, keep: (group: string) => boolean = () => true): Count {
  const sum = { hit: 0, of: 0 };
  for (const [group, { hit, of }] of groups) {
    if (!keep(group)) continue;
    sum.hit += hit;
    sum.of += of;
  }
  return sum;
}

function groupIn(groups: Map<string, Count>, name: string): Count {
  const count = groups.get(name) ?? { hit: 0, of: 0 };
  groups.set(name, count);
  return count;
}

function stepFor(filter: Filter, rows: Row[]): number {
  const apart = Math.max(1, Math.floor(rows.length / TRIAL_ROWS));
  const trial = rows.filter((_, index) => index % apart === 0).slice(0, TRIAL_ROWS);
  const begun = performance.now();
  for (const row of trial) filter(row.text);
  const each = (performance.now() - begun) / Math.max(1, trial.length);
  return Math.max(1, Math.ceil((each * rows.length) / BUDGET));
}
