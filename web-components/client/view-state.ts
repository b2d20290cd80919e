import type { ConversationScope } from '../../server/protocol/widget.ts';
import { SiteStorage } from './site-storage.ts';

type Stored = {
  open: boolean;
  tab: ConversationScope;
  conversationId: string | null;
  name: string | null;
  drafts: Record<string, string>;
  scrolls: Record<string, number>;
};

const FIRST: Stored = { open: false, tab: 'page', conversationId: null, name: null, drafts: {}, scrolls: {} };
const KEY = 'view';

/** What somebody was looking at and writing, kept across pages and read again at each use: tabs share it. */
export class ViewState {
  /** Shown first when its conversation opens: a link led to it. Not kept. */
  declare messageId?: string | undefined;
  readonly #storage: SiteStorage;

  constructor(site: string, storage: Storage) {
    this.#storage = new SiteStorage(site, storage);
  }

  get open(): boolean {
    return this.#read().open;
  }
  set open(open: boolean) {
    this.#write({ open });
  }

  /** Opens the chat where a way `c/ID/m/ID` leads. @returns the code, where it is one of a member instead */
  lead(code: string | null): string | undefined {
    const [first, conversationId, , messageId] = code?.split('/') ?? [];
    if (!conversationId) return first;
    this.#write({ open: true, conversationId });
    this.messageId = messageId;
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
    return { ...FIRST, ...this.#storage.read<Partial<Stored>>(KEY, {}) };
  }

  #write(changes: Partial<Stored>): void {
    this.#storage.write(KEY, { ...this.#read(), ...changes });
  }
}
