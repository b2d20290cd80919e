import type { ConversationScope } from '../../server/protocol/frames.ts';

type Stored = {
  open: boolean;
  tab: ConversationScope;
  conversationId: string | null;
  name: string | null;
  drafts: Record<string, string>;
  scrolls: Record<string, number>;
};

const FIRST: Stored = { open: false, tab: 'page', conversationId: null, name: null, drafts: {}, scrolls: {} };

/** What somebody was looking at and writing, kept across pages and read again at each use: tabs share it. */
export class ViewState {
  readonly #storage: Storage;
  readonly #key: string;

  constructor(site: string, storage: Storage) {
    this.#storage = storage;
    this.#key = `entraide:${site}:view`;
  }

  get open(): boolean {
    return this.#read().open;
  }
  set open(open: boolean) {
    this.#write({ open });
  }

  get tab(): ConversationScope {
    return this.#read().tab;
  }
  set tab(tab: ConversationScope) {
    this.#write({ tab });
  }

  get conversationId(): string | null {
    return this.#read().conversationId;
  }
  set conversationId(conversationId: string | null) {
    this.#write({ conversationId });
  }

  get name(): string | null {
    return this.#read().name;
  }
  set name(name: string | null) {
    this.#write({ name });
  }

  /** `key`: a conversation's id, or any name for what is not one. */
  draft(key: string): string {
    return this.#read().drafts[key] ?? '';
  }

  setDraft(key: string, text: string): void {
    const { [key]: _, ...others } = this.#read().drafts;
    this.#write({ drafts: text === '' ? others : { ...others, [key]: text } });
  }

  scroll(key: string): number | null {
    return this.#read().scrolls[key] ?? null;
  }

  setScroll(key: string, y: number): void {
    this.#write({ scrolls: { ...this.#read().scrolls, [key]: y } });
  }

  #read(): Stored {
    try {
      return { ...FIRST, ...JSON.parse(this.#storage.getItem(this.#key) ?? '{}') };
    } catch {
      // Cut short or another version's: start anew.
      return FIRST;
    }
  }

  #write(changes: Partial<Stored>): void {
    this.#storage.setItem(this.#key, JSON.stringify({ ...this.#read(), ...changes }));
  }
}
