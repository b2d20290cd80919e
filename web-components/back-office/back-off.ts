const FIRST_MS = 500;
const LAST_MS = 30_000;

/** How long to wait before attempt number `attempts`: doubling, half of it at random, never above half a minute. */
export function backOff(attempts: number, random: number): number {
  const ceiling = Math.min(LAST_MS, FIRST_MS * 2 ** Math.min(attempts, 10));
  return ceiling / 2 + (ceiling / 2) * random;
}
