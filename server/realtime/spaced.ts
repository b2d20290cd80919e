/**
 * Things told at once the first time, then no more often than every so many milliseconds; what comes between
 * is merged, and the last one is never lost. `now` is monotonic milliseconds.
 */
export class Spaced<Value> {
  private readonly everyMs: number;
  private readonly merge: (before: Value, after: Value) => Value;
  private readonly toldAt = new Map<string, number>();
  private readonly waiting = new Map<string, Value>();

  constructor(everyMs: number, merge: (before: Value, after: Value) => Value) {
    this.everyMs = everyMs;
    this.merge = merge;
  }

  put(key: string, value: Value): void {
    const before = this.waiting.get(key);
    this.waiting.set(key, before === undefined ? value : this.merge(before, value));
  }

  /** What may be told now, or all that waits; it counts as told. */
  take(now: number, all = false): [key: string, value: Value][] {
    const due = [...this.waiting].filter(([key]) => all || this.isDue(key, now));
    for (const [key] of this.toldAt) if (this.isDue(key, now)) this.toldAt.delete(key);
    for (const [key] of due) {
      this.waiting.delete(key);
      this.toldAt.set(key, now);
    }
    return due;
  }

  /** Milliseconds until something more may be told; null when nothing waits. */
  nextIn(now: number): number | null {
    if (this.waiting.size === 0) return null;
    const times = [...this.waiting.keys()].map((key) => (this.toldAt.get(key) ?? now) + this.everyMs - now);
    return Math.max(0, Math.min(...times));
  }

  private isDue(key: string, now: number): boolean {
    return now - (this.toldAt.get(key) ?? Number.NEGATIVE_INFINITY) >= this.everyMs;
  }
}
