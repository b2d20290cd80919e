import { type Cell, sameTextKey, skeletonOf } from '../normalize.ts';
import type { Reason, RecentMessage } from '../verdict.ts';

const REPETITION = { times: 3, withinMs: 10 * 60 * 1000, shortest: 8, remembered: 50 } as const;

/** The same text for the third time in ten minutes, wherever it was sent. "Merci" may be said often. */
export function checkRepetition(cells: Cell[], history: RecentMessage[], now: number): Reason[] {
  if (history.length < REPETITION.times - 1) return [];
  const key = sameTextKey(cells);
  if (key.length < REPETITION.shortest) return [];
  const recent = history.slice(0, REPETITION.remembered).filter(({ at }) => now - at <= REPETITION.withinMs);
  const same = recent.filter(({ text }) => sameTextKey(skeletonOf(text)) === key);
  if (same.length + 1 < REPETITION.times) return [];
  return [
    { kind: 'repetition', category: 'repetition', entry: null, effect: 'hold', spans: [wholeOf(cells)] },
  ];
}

function wholeOf(cells: Cell[]): { start: number; end: number } {
  return {
    start: Math.min(cells[0]!.start, cells.at(-1)!.start),
    end: Math.max(cells[0]!.end, cells.at(-1)!.end),
  };
}
