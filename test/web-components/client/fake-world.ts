import type { Clock } from '../../../web-components/client/clock.ts';

/** Time that passes when the test says so. */
export class FakeClock implements Clock {
  #now = 1_000_000;
  #timers: { id: number; at: number; act: () => void }[] = [];
  #lastId = 0;

  now(): number {
    return this.#now;
  }

  setTimeout(act: () => void, ms: number): unknown {
    this.#lastId += 1;
    this.#timers.push({ id: this.#lastId, at: this.#now + ms, act });
    return this.#lastId;
  }

  clearTimeout(timer: unknown): void {
    this.#timers = this.#timers.filter(({ id }) => id !== timer);
  }

  /** The machine sleeps: time passes and nothing runs; what was due meanwhile is when it wakes. */
  jump(ms: number): void {
    this.#now += ms;
    for (const timer of this.#timers) timer.at += ms;
    const soonest = Math.min(...this.#timers.map(({ at }) => at));
    for (const timer of this.#timers) if (timer.at === soonest) timer.at = this.#now;
  }

  /** Lets time pass, with everything that falls due, in order. */
  async pass(ms: number): Promise<void> {
    const end = this.#now + ms;
    for (;;) {
      const next = this.#timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.#now = next.at;
      this.clearTimeout(next.id);
      next.act();
      await settle();
    }
    this.#now = end;
    await settle();
  }
}

/** Lets every promise that can go on do so; no time passes. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

export function memoryStorage(): Storage {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
    clear: () => items.clear(),
  };
}
