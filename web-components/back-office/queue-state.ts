import type { QueueAnswer, QueueItem } from '../../server/protocol/back-office.ts';
import { mergeQueue, type Shown, withoutCard } from './queue-order.ts';

/** What the screen holds: the cards, how many wait of each kind, and what was decided but not yet confirmed. */
export class QueueState {
  shown: Shown<QueueItem> | null = null;
  counts: QueueAnswer['counts'] = { all: 0, held: 0, reported: 0, alert: 0 };
  readonly #decided = new Set<string>();

  /** Takes a fresh answer in; a card just decided does not come back by an answer that was on its way. */
  take({ items, counts }: QueueAnswer): void {
    const fresh = items.filter(({ id }) => !this.#decided.has(id));
    for (const id of this.#decided) if (!items.some((item) => item.id === id)) this.#decided.delete(id);
    this.counts = counts;
    this.shown = mergeQueue(this.shown, fresh);
  }

  /** Takes a decided card away, before the server has answered. @returns what puts it back in its place. */
  decide(item: QueueItem): () => void {
    if (!this.shown) return () => {};
    const at = this.shown.items.findIndex(({ id }) => id === item.id);
    this.#decided.add(item.id);
    this.#count(item, -1);
    this.shown = withoutCard(this.shown, item.id);
    return () => this.#putBack(item, at);
  }

  select(id: string | null): void {
    if (this.shown?.items.some((item) => item.id === id)) this.shown = { ...this.shown, selected: id };
  }

  /** Another filter: everything is to be asked for again. */
  reset(): void {
    this.shown = null;
  }

  get selected(): QueueItem | null {
    return this.shown?.items.find(({ id }) => id === this.shown?.selected) ?? null;
  }

  #putBack(item: QueueItem, at: number): void {
    this.#decided.delete(item.id);
    if (!this.shown || this.shown.items.some(({ id }) => id === item.id)) return;
    this.#count(item, 1);
    const newcomers = this.shown.newcomers.filter(({ id }) => id !== item.id);
    this.shown = { items: this.shown.items.toSpliced(at, 0, item), newcomers, selected: item.id };
  }

  #count(item: QueueItem, by: 1 | -1): void {
    const counts = { ...this.counts, all: Math.max(0, this.counts.all + by) };
    for (const kind of item.kinds) counts[kind] = Math.max(0, counts[kind] + by);
    this.counts = counts;
  }
}
