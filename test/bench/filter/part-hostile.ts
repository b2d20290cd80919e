import { type Ending, runChild } from './child.ts';
import { isThere, peers } from './contenders.ts';
import { HOSTILE_PIECES } from './hostile-texts.ts';
import type { Report } from './report.ts';
import { duration } from './table.ts';

type Line = { ready: true } | { piece: string; milliseconds: number; best: number };
type Times = Map<string, number>;
type Run = { times: Times; bests: Times; ending: Ending; next: string };

const SIZES = [
  { name: '4,000 code points', size: 4_000, unit: 'code points', rounds: 5 },
  { name: '10 kB', size: 10_000, unit: 'bytes', rounds: 5 },
  { name: '100 kB', size: 100_000, unit: 'bytes', rounds: 3 },
] as const;
const LIMITS = { line: 20_000, whole: 30_000 };
const SHOWN = 6;
/** Less than this the processor's clock does not tell. */
const TICK = 0.5;
/** Under this, a time says more about the clock than about growth. */
const LEAST = 5;

/** Our worst times on hostile texts, and how they grow. */
export async function ourHostile(report: Report): Promise<void> {
  const runs: Run[] = [];
  for (const { size, unit, rounds } of SIZES)
    runs.push(await timesOf('ours', [`${size}`, unit, `${rounds}`]));
  const [, ten, hundred] = runs as [Run, Run, Run];
  const columns = runs.map(({ times }) => times);
  const slowest = [...hundred.times].sort(([, a], [, b]) => b - a);
  const growth = (piece: string) => hundred.bests.get(piece)! / Math.max(TICK, ten.bests.get(piece)!);
  const grown = slowest.filter(([, time]) => time >= LEAST).map(([piece]) => piece);
  const [growing, worstGrowth] =
    grown.length === 0 ? ['', 0] : worstOf(new Map(grown.map((piece) => [piece, growth(piece)])));
  report.add({
    title: `Hostile texts, 10,000 terms: the slowest of ${Object.keys(HOSTILE_PIECES).length}`,
    head: ['made of', ...SIZES.map(({ name }) => name), '10 times longer'],
    rows: [
      ...slowest
        .slice(0, SHOWN)
        .map(([piece]) => [
          piece,
          ...columns.map((times) => duration(times.get(piece)!)),
          `× ${growth(piece).toFixed(1)}`,
        ]),
      ['worst of all', ...columns.map((times) => duration(worstOf(times)[1])), `× ${worstGrowth.toFixed(1)}`],
      ['which', ...columns.map((times) => worstOf(times)[0]), growing],
    ],
    notes: [`The middle of some rounds; growth by the best of them, where 100 kB take ${LEAST} ms or more.`],
  });
  report.measured('worst at 10 kB', worstOf(ten.times)[1]);
  report.measured('worst at 100 kB', worstOf(hundred.times)[1]);
  report.measured('worst growth', worstGrowth);
}

/** Everyone's worst time at 10 kB; whoever needs too long is stopped. */
export async function hostileOfAll(report: Report): Promise<void> {
  const rows: string[][] = [];
  for (const { name } of [{ name: 'ours' }, ...peers.filter(isThere)]) {
    const { times, ending, next } = await timesOf(name, ['10000', 'bytes', '1']);
    const [piece, worst] = times.size === 0 ? ['', 0] : worstOf(times);
    const tried = `${times.size}`;
    if (ending === 'too slow') rows.push([name, `over ${duration(LIMITS.line)}`, next, tried]);
    else if (ending === 'failed') rows.push([name, 'threw an error', next, tried]);
    else rows.push([name, duration(worst), piece, ending === 'done' ? tried : `${tried}, then out of time`]);
  }
  for (const { name } of peers.filter((peer) => !isThere(peer))) rows.push([name, 'not installed', '', '']);
  report.add({
    title: 'Worst hostile text of 10 kB, 10,000 terms',
    head: ['', 'worst', 'made of', 'texts tried'],
    rows,
    notes: [
      `Each in a process of its own, ended after ${duration(LIMITS.line)} for one text or ${duration(LIMITS.whole)} in all.`,
    ],
  });
}

async function timesOf(name: string, args: string[]): Promise<Run> {
  const times: Times = new Map();
  const bests: Times = new Map();
  const ending = await runChild<Line>('child-hostile.ts', [name, ...args], LIMITS, (line) => {
    if (!('piece' in line)) return;
    times.set(line.piece, line.milliseconds);
    bests.set(line.piece, line.best);
  });
  return { times, bests, ending, next: Object.keys(HOSTILE_PIECES)[times.size] ?? '' };
}

function worstOf(times: Times): [string, number] {
  return [...times].reduce((worst, entry) => (entry[1] > worst[1] ? entry : worst));
}
