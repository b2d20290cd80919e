/** The middle, the slow tenth, the slowest hundredth and the slowest of many durations, as one line. */
export function percentiles(durations: number[]): string {
  const sorted = [...durations].sort((a, b) => a - b);
  const at = (share: number) => percentileOf(sorted, share).toFixed(1);
  return `p50 ${at(0.5)}, p90 ${at(0.9)}, p99 ${at(0.99)}, worst ${at(1)} of ${sorted.length}`;
}

/** The value that this share of the sorted values does not exceed; 0 of none. */
export function percentileOf(sorted: number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
