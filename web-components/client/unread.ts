import type { ConversationView } from '../../server/protocol/frames.ts';

/** How far somebody has read their own conversations, kept in storage. */
export class Unread {
  readonly #storage: Storage;
  readonly #key: string;

  constructor(site: string, storage: Storage) {
    this.#storage = storage;
    this.#key = `entraide:${site}:seen`;
  }

  /** Whether this browser has conversations of its own, so that there may be news. */
  get any(): boolean {
    return Object.keys(this.#read()).length > 0;
  }

  seen(id: string, seq: number): void {
    const read = this.#read();
    if ((read[id] ?? -1) >= seq) return;
    this.#storage.setItem(this.#key, JSON.stringify({ ...read, [id]: seq }));
  }

  /** How many of one's own conversations have something new in them. */
  count(mine: ConversationView[]): number {
    const read = this.#read();
    return mine.filter(({ id, lastSeq }) => lastSeq > (read[id] ?? lastSeq)).length;
  }

  #read(): Record<string, number> {
    try {
      return JSON.parse(this.#storage.getItem(this.#key) ?? '{}') as Record<string, number>;
    } catch {
      // Cut short or another version's: start anew.
      return {};
    }
  }
}
