const MINUTE_MS = 60_000;

/**
 * How often something was done lately, key by key: a minute begins with the first time and ends by the clock that
 * nobody sets. It is asked at every request and handshake, so there is no timer and no promise for each.
 */
export class CountedMinutes {
  readonly #most: number;
  /** Those begun since `#sweptAt`, and those before: none is let go before its minute is over. */
  #young = new Map<string, Minute>();
  #old = new Map<string, Minute>();
  #sweptAt = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** Counts one more. @returns the milliseconds to wait where there were as many as there may be, else 0 */
  take(key: string, now = performance.now()): number {
    this.#sweep(now);
    const known = this.#young.get(key) ?? this.#old.get(key);
    if (!known || now - known.since >= MINUTE_MS) {
      this.#young.set(key, { since: now, count: 1 });
      return 0;
    }
    if (known.count >= this.#most) return known.since + MINUTE_MS - now;
    known.count += 1;
    return 0;
  }

  #sweep(now: number): void {
    if (now - this.#sweptAt < MINUTE_MS) return;
    this.#sweptAt = now;
    this.#old = this.#young;
    this.#young = new Map();
  }
}

type Minute = { readonly since: number; count: number };
