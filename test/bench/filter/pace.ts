import { processorTime } from './clock.ts';
import type { Filter } from './peer.ts';

/** A filter in a race. */
export type Runner = { name: string; filter: Filter };

/** Messages a second: the middle of the rounds; `asked` = messages in the shortest round. */
export type Pace = { name: string; perSecond: number; asked: number };

/** How long each runs in a round: at least this many milliseconds and messages, at most this long. */
type Heat = { rounds: number; least: number; messages: number; most: number };

export const FULL: Heat = { rounds: 5, least: 300, messages: 40, most: 2_500 };
export const QUICK: Heat = { rounds: 3, least: 100, messages: 10, most: 1_000 };

/** Runs them all in turn, round after round on the same texts, so that what disturbs one disturbs all. */
export function race(runners: Runner[], texts: string[], heat: Heat): Pace[] {
  const paces = runners.map(() => [] as { perSecond: number; asked: number }[]);
  for (const { filter } of runners) run(filter, texts, 0, heat);
  for (let round = 0; round < heat.rounds; round++) {
    const from = Math.floor((round * texts.length) / heat.rounds);
    for (const [index, { filter }] of runners.entries()) paces[index]!.push(run(filter, texts, from, heat));
  }
  return runners.map(({ name }, index) => ({
    name,
    perSecond: median(paces[index]!.map(({ perSecond }) => perSecond)),
    asked: Math.min(...paces[index]!.map(({ asked }) => asked)),
  }));
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}

function run(filter: Filter, texts: string[], from: number, { least, messages, most }: Heat) {
  const begun = processorTime();
  let asked = 0;
  let spent = 0;
  while (spent < most && (spent < least || asked < messages)) {
    // The clock is read once in a while: reading it costs as much as judging a short text.
    const until = asked + (asked === 0 ? 1 : Math.min(asked, 500));
    for (; asked < until; asked++) filter(texts[(from + asked) % texts.length]!);
    spent = processorTime() - begun;
  }
  return { perSecond: (1000 * asked) / spent, asked };
}
