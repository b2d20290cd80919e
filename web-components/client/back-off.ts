const FIRST_MS = 2_000;
const CAP_MS = 20_000;

/**
 * How long to wait before the next attempt: anywhere between nothing and a bound that doubles (full jitter),
 * so that thousands who were cut off together do not come back together.
 */
export function backOffDelay(failures: number, random: () => number): number {
  return random() * Math.min(CAP_MS, FIRST_MS * 2 ** failures);
}
