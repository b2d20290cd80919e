import type { Reason, RecentMessage, Role } from '../verdict.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** More than so many messages within each of these is no conversation any more. */
const WINDOWS: readonly { messages: number; withinMs: number }[] = [
  { messages: 6, withinMs: 20 * SECOND },
  { messages: 15, withinMs: 3 * MINUTE },
  { messages: 40, withinMs: 60 * MINUTE },
];
/** Who answers for the brand writes more: experts may be so many times as busy. */
const EXPERT_FACTOR = 3;

/** Many messages in little time, in whatever conversations. `history` is newest first. */
export function checkPace(history: RecentMessage[], now: number, role: Role): Reason[] {
  const factor = role === 'visitor' ? 1 : EXPERT_FACTOR;
  const hurried = WINDOWS.some(({ messages, withinMs }) => {
    const last = history[messages * factor - 1];
    return last !== undefined && now - last.at <= withinMs;
  });
  return hurried ? [{ kind: 'pace', category: 'pace', entry: null, effect: 'hold', spans: [] }] : [];
}

/** How much of an author's past is looked at: what a caller has to pass in. */
export const HISTORY = { messages: 40 * EXPERT_FACTOR, withinMs: 60 * MINUTE } as const;
