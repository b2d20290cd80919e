/** The middle, the slow tenth, the slowest hundredth and the slowest of many durations, as one line. */
export function percentiles(durations: number[]): string {
  const sorted = [...durations].sort((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
  return `p50 ${at(0.5)}, p90 ${at(0.9)}, p99 ${at(0.99)}, worst ${at(1)} of ${sorted.length}`;
}
