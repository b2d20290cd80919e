import { runChild } from './child.ts';
import { isThere, peers } from './contenders.ts';
import type { Report } from './report.ts';
import { duration } from './table.ts';

type Cost = { first: number; again: number; megabytes: number };

const LIMITS = { line: 60_000, whole: 60_000 };
const SIZE = 10_000;
/** One process may be unlucky with its neighbours: ours alone is asked in several, and the middle counts. */
const PROCESSES = 3;

/** What 10,000 terms cost to make ready: the first time in a process, later times, and in memory. */
export async function compileOf(names: string[], report: Report): Promise<void> {
  const rows: string[][] = [];
  for (const name of names) {
    const cost = await middleCost(name, names.length === 1 ? PROCESSES : 1);
    rows.push(
      cost ? [name, duration(cost.first), duration(cost.again), megabytes(cost)] : [name, 'failed', '', ''],
    );
    if (cost && names.length === 1) report.measured('compile', cost.first);
  }
  const absent = names.length === 1 ? [] : peers.filter((peer) => !isThere(peer));
  report.add({
    title: '10,000 terms made ready',
    head: ['', 'first time', 'later', 'memory held'],
    rows: [...rows, ...absent.map(({ name }) => [name, 'not installed', '', ''])],
    notes: ['Memory of the JavaScript heap and its buffers; what a native package holds is not seen.'],
  });
}

async function middleCost(name: string, processes: number): Promise<Cost | null> {
  const costs: Cost[] = [];
  for (let turn = 0; turn < processes; turn++) {
    const cost = await costOf(name);
    if (cost) costs.push(cost);
  }
  return costs.sort((a, b) => a.first - b.first)[Math.floor(costs.length / 2)] ?? null;
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
