import { setImmediate as turn } from 'node:timers/promises';
import type { Clock } from '../../web-components/client/clock.ts';

const BUCKET_MS = 5;

/** Time that passes when told to, for thousands of clients: due within the same few milliseconds, together. */
export class BucketClock implements Clock {
  #now = 1_000_000;
  #lastId = 0;
  readonly #buckets = new Map<number, Map<number, () => void>>();
  readonly #bucketOf = new Map<number, number>();

  now(): number {
    return this.#now;
  }

  setTimeout(act: () => void, ms: number): number {
    const id = ++this.#lastId;
    const due = Math.floor(this.#now / BUCKET_MS) + Math.max(1, Math.ceil(ms / BUCKET_MS));
    const bucket = this.#buckets.get(due) ?? new Map<number, () => void>();
    this.#buckets.set(due, bucket.set(id, act));
    this.#bucketOf.set(id, due);
    return id;
  }

  clearTimeout(id: unknown): void {
    const due = this.#bucketOf.get(id as number);
    this.#bucketOf.delete(id as number);
    if (due !== undefined) this.#buckets.get(due)?.delete(id as number);
  }

  async pass(ms: number): Promise<void> {
    const end = this.#now + ms;
    while (this.#now < end) {
      this.#now += BUCKET_MS;
      this.#act(Math.floor(this.#now / BUCKET_MS));
      // What was promised comes true before time goes on.
      await turn();
    }
  }

  #act(due: number): void {
    for (const [id, act] of this.#buckets.get(due) ?? []) {
      this.#bucketOf.delete(id);
      act();
    }
    this.#buckets.delete(due);
  }
}
