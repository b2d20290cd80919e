import { runChild } from './child.ts';
import { isThere, peers } from './contenders.ts';
import type { Report } from './report.ts';
import { duration } from './table.ts';

type Cost = { first: number; again: number; megabytes: number };

const LIMITS = { line: 60_000, whole: 60_000 };
const SIZE = 10_000;

/** What 10,000 terms cost to make ready: the first time in a process, later times, and in memory. */
export async function compileOf(names: string[], report: Report): Promise<void> {
  const rows: string[][] = [];
  for (const name of names) {
    const cost = await costOf(name);
    rows.push(
      cost ? [name, duration(cost.first), duration(cost.again), megabytes(cost)] : [name, 'failed', '', ''],
    );
    if (cost && name === 'ours') report.measured('compile', cost.first);
  }
  const absent = names.length === 1 ? [] : peers.filter((peer) => !isThere(peer));
  report.add({
    title: '10,000 terms made ready',
    head: ['', 'first time', 'later', 'memory held'],
    rows: [...rows, ...absent.map(({ name }) => [name, 'not installed', '', ''])],
    notes: ['Memory of the JavaScript heap and its buffers; what a native package holds is not seen.'],
  });
}

async function costOf(name: string): Promise<Cost | null> {
  let cost: Cost | null = null;
  await runChild<Cost>('child-compile.ts', [name, `${SIZE}`], LIMITS, (line) => {
    cost = line;
  });
  return cost;
}

function megabytes(cost: Cost): string {
  return `${Math.max(0, cost.megabytes).toFixed(1)} MB`;
}
