import type { CLOSE } from '../../server/protocol/frames.ts';

// The type holds them to the contract; importing the values would cost a file more.
const RESTART: (typeof CLOSE)['restart'] = 1012;
const OVERLOAD: (typeof CLOSE)['overload'] = 1013;
const FIRST_MS = 3_600;
const AWAITED_MS = 2_000;
const CAP_MS = 15_000;
const SPREAD_MS = 6_000;

/**
 * How long to wait before the next attempt: anywhere between nothing and a bound that grows with the time
 * already away (full jitter), so that thousands who were cut off together do not come back together, and
 * nobody waits long for a server that was gone for a moment. After a restart everybody was told in the same
 * moment: their first wait is spread wider. Who has something to say, and few have at once, goes first.
 */
export function backOffDelay(awayMs: number, code: number, isAwaited: boolean, random: () => number): number {
  const toldTogether = code === RESTART || code === OVERLOAD;
  const first = toldTogether ? SPREAD_MS : isAwaited ? AWAITED_MS : FIRST_MS;
  return random() * Math.min(CAP_MS, Math.max(first, awayMs));
}
