const FIRST_MS = 500;
const CAP_MS = 30_000;

/**
 * How long to wait before the n-th attempt (from 0): full jitter under an exponential ceiling, so that
 * thousands who were cut off at once do not come back at once.
 * https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export function backOff(attempt: number, fraction: number): number {
  return fraction * Math.min(CAP_MS, FIRST_MS * 2 ** Math.min(attempt, 10));
}
