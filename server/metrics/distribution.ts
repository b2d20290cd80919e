/** How values spread: the numbers of a Prometheus histogram, kept without asking anything of the caller. */
export type Distribution = {
  observe(value: number): void;
  /** Upper bounds, ascending; `counts[i]` values were ≤ `bounds[i]` and above the one before, the last above all. */
  readonly bounds: readonly number[];
  readonly counts: readonly number[];
  readonly sum: number;
};

export function createDistribution(bounds: readonly number[]): Distribution {
  const counts = new Array<number>(bounds.length + 1).fill(0);
  let sum = 0;
  return {
    bounds,
    counts,
    get sum() {
      return sum;
    },
    observe(value) {
      let slot = 0;
      while (slot < bounds.length && value > bounds[slot]!) slot += 1;
      counts[slot]! += 1;
      sum += value;
    },
  };
}
