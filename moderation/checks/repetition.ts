import { resemblance, type Saying, sayingOf } from '../likeness.ts';
import type { Reason, RecentMessage } from '../verdict.ts';

const MINUTE = 60_000;
/** The third time in ten minutes the same thing is said, or the fifth in an hour. */
const LIMITS: readonly { times: number; withinMs: number }[] = [
  { times: 3, withinMs: 10 * MINUTE },
  { times: 5, withinMs: 60 * MINUTE },
];
const ALIKE = 0.65;
/** Shorter sayings, politeness left out, may be repeated: « merci beaucoup », « en 38 ». */
const MIN_LETTERS = 8;
const REMEMBERED = 50;

/** The same or nearly the same text again and again, in whatever conversation. `history` is newest first. */
export function checkRepetition(text: string, history: RecentMessage[], now: number): Reason[] {
  if (history.length < LIMITS[0]!.times - 1) return [];
  const saying = sayingOf(text);
  if (saying.letters < MIN_LETTERS) return [];
  const said = timesSaid(text, saying, history.slice(0, REMEMBERED));
  const repeated = LIMITS.some(({ times, withinMs }) => {
    const earlier = said[times - 2];
    return earlier !== undefined && now - earlier <= withinMs;
  });
  const spans = [{ start: 0, end: text.length }];
  return repeated ? [{ kind: 'repetition', category: 'repetition', entry: null, effect: 'hold', spans }] : [];
}

/** When the same was said before, newest first. Lengths that differ much spare the comparison. */
function timesSaid(asked: string, saying: Saying, history: RecentMessage[]): number[] {
  const near = history.filter(
    ({ text }) => text.length >= asked.length / 2 && text.length <= asked.length * 2,
  );
  return near.filter(({ text }) => resemblance(saying, sayingOf(text)) >= ALIKE).map(({ at }) => at);
}
