import type { Reader } from './database.ts';
import type { Soon } from './soon.ts';
import { EVERY_TABLE } from './sqlite/write-protocol.ts';

/** What is remembered, by the tables whose change makes it forget. */
const DEPENDS = {
  site: ['site'],
  page_rule: ['page_rule'],
  address_block: ['address_block', 'person'],
  ban: ['ban'],
  person: ['person', 'person (mark)'],
  session: ['session', 'session (mark)'],
  conversation: ['conversation'],
  conversation_event: ['conversation_event'],
  message: ['message', 'person', 'thank'],
  author_past: ['message'],
  sent: ['message'],
  identity_secret: ['identity_secret'],
  promotion: ['promotion'],
  thank: ['thank'],
} as const;
export type Remembered = keyof typeof DEPENDS;

/** Rows of each kind that are young, and as many again that were. */
const YOUNG = 5_000;

/**
 * What comes with every message is read in the moment it is told, and seldom later. Kept for longer it would be
 * copied from one generation of the collector to the next, only to be forgotten there.
 */
const OF_A_MOMENT: ReadonlySet<Remembered> = new Set(['message', 'conversation_event', 'sent']);
const YOUNG_OF_A_MOMENT = 500;

/** Keeps what was asked for lately: when the young are many, the old are forgotten and the young grow old. */
class Lately {
  #young = new Map<string, unknown>();
  #old = new Map<string, unknown>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  get(key: string): unknown {
    const known = this.#young.get(key);
    if (known !== undefined) return known;
    const old = this.#old.get(key);
    if (old !== undefined) this.put(key, old);
    return old;
  }

  put(key: string, value: unknown): void {
    if (this.#young.size >= this.#most) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(key, value);
  }

  delete(key: string): void {
    this.#young.delete(key);
    this.#old.delete(key);
  }

  clear(): void {
    this.#young.clear();
    this.#old.clear();
  }
}

const latelyOf = (kind: Remembered) => new Lately(OF_A_MOMENT.has(kind) ? YOUNG_OF_A_MOMENT : YOUNG);

/**
 * Rows that are read at every act and seldom change, kept by the one process that changes them: the write
 * thread says which tables a commit changed before anybody is told of the commit. A transaction reads past it.
 */
export class RowMemory {
  readonly #kinds = new Map((Object.keys(DEPENDS) as Remembered[]).map((kind) => [kind, latelyOf(kind)]));
  /** A row read before something changed must not be kept after it. */
  #changes = 0;

  get<T>(kind: Remembered, key: string): T | undefined {
    return this.#rows(kind).get(key) as T | undefined;
  }

  put(kind: Remembered, key: string, value: unknown): void {
    this.#rows(kind).put(key, value);
  }

  forget(kind: Remembered, key: string): void {
    this.#changes += 1;
    this.#rows(kind).delete(key);
  }

  async recall<T>(kind: Remembered, key: string, load: () => Promise<T>): Promise<T> {
    const before = this.#changes;
    const value = await load();
    if (value !== undefined && before === this.#changes) this.put(kind, key, value);
    return value;
  }

  /** These tables were changed by a transaction. */
  changed(tables: readonly string[]): void {
    this.#changes += 1;
    const everything = tables.includes(EVERY_TABLE);
    for (const [kind, rows] of this.#kinds) {
      if (everything || DEPENDS[kind].some((table) => tables.includes(table))) rows.clear();
    }
  }

  #rows(kind: Remembered): Lately {
    return this.#kinds.get(kind)!;
  }
}

const memories = new WeakMap<object, RowMemory>();

export function keepMemory(db: object, memory: RowMemory): void {
  memories.set(db, memory);
}

/** The memory of a database. @throws where there is none: a transaction, another engine */
export function memoryOf(db: object): RowMemory {
  const memory = memories.get(db);
  if (!memory) throw new Error('no memory behind this');
  return memory;
}

/** Reads through the memory where there is one; `undefined` is never remembered. */
export function remembered<T>(db: Reader, kind: Remembered, key: string, load: () => Promise<T>): Soon<T> {
  const memory = memories.get(db);
  if (!memory) return load();
  return memory.get<T>(kind, key) ?? memory.recall(kind, key, load);
}
