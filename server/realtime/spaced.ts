export type How = 'along' | 'alone' | 'all';

/**
 * Things told at once the first time, then no more often than every so many milliseconds; what comes between
 * is merged, and the last one is never lost. What is due waits for something else to be told, to go along with
 * it, but no longer than `aloneMs` after the time before. `now` is monotonic milliseconds.
 */
export class Spaced<Value> {
  private readonly everyMs: number;
  private readonly aloneMs: number;
  private readonly merge: (before: Value, after: Value) => Value;
  private readonly toldAt = new Map<string, number>();
  private readonly waiting = new Map<string, Value>();

  constructor(everyMs: number, merge: (before: Value, after: Value) => Value, aloneMs = everyMs) {
    this.everyMs = everyMs;
    this.aloneMs = aloneMs;
    this.merge = merge;
  }

  put(key: string, value: Value): void {
    const before = this.waiting.get(key);
    this.waiting.set(key, before === undefined ? value : this.merge(before, value));
  }

  /** What may be told now, along with something else or by itself, or all that waits; it counts as told. */
  take(now: number, how: How): [key: string, value: Value][] {
    const afterMs = { along: this.everyMs, alone: this.aloneMs, all: 0 }[how];
    const due = [...this.waiting].filter(([key]) => this.isSince(afterMs, key, now));
    for (const [key] of this.toldAt)
      if (this.isSince(this.everyMs, key, now) && !this.waiting.has(key)) this.toldAt.delete(key);
    for (const [key] of due) {
      this.waiting.delete(key);
      this.toldAt.set(key, now);
    }
    return due;
  }

  /** Milliseconds until something is told by itself; null when nothing waits. */
  nextIn(now: number): number | null {
    if (this.waiting.size === 0) return null;
    const times = [...this.waiting.keys()].map(
      (key) => (this.toldAt.get(key) ?? now - this.aloneMs) + this.aloneMs - now,
    );
    return Math.max(0, Math.min(...times));
  }

  private isSince(ms: number, key: string, now: number): boolean {
    return now - (this.toldAt.get(key) ?? Number.NEGATIVE_INFINITY) >= ms;
  }
}
