import type { ClientFrame } from '../../server/protocol/frames.ts';
import type { PendingMessage } from './chat-state.ts';
import type { SiteStorage } from './site-storage.ts';

type SendFrame = Extract<ClientFrame, { op: 'send' }>;
type Kept = { frame: SendFrame; createdAt: number; order: number; refusal: PendingMessage['refusal'] };

const KEY = 'unsent:';
const NOTHING: Partial<Kept> = {};

/**
 * Messages the server has not accepted yet, in the order they were written, kept across page loads. Each has
 * a place of its own in the storage: two tabs that write and remove at once cannot undo each other.
 */
export class SendQueue {
  readonly #storage: SiteStorage;
  readonly #writtenHere = new Map<string, SendFrame>();
  #order = 0;

  constructor(storage: SiteStorage) {
    this.#storage = storage;
  }

  add(frame: SendFrame, createdAt: number): void {
    this.#order += 1;
    this.#writtenHere.set(frame.clientMessageId, frame);
    this.#write({ frame, createdAt, order: this.#order, refusal: null });
  }

  /** What another tab wrote, whose storage may be seen here a moment later. */
  keep(frame: SendFrame, createdAt: number): void {
    if (!this.find(frame.clientMessageId)) this.#write({ frame, createdAt, order: 0, refusal: null });
  }

  /** What is still to be sent, oldest first. */
  unsent(): SendFrame[] {
    return this.#all()
      .filter(({ refusal }) => refusal === null)
      .map(({ frame }) => frame);
  }

  find(clientMessageId: string): SendFrame | null {
    return this.#read(clientMessageId)?.frame ?? null;
  }

  /** Whether it was written in this page, and not in another tab or before. */
  isFromHere(clientMessageId: string): boolean {
    return this.#writtenHere.has(clientMessageId);
  }

  /** The server would not take it: the text waits for its author. `null` = to be sent again. */
  refuse(clientMessageId: string, refusal: PendingMessage['refusal']): void {
    const kept = this.#read(clientMessageId);
    if (kept) this.#write({ ...kept, refusal });
  }

  /** Accepted, or given up. @returns what it was, null when it is not known here. */
  remove(clientMessageId: string): SendFrame | null {
    // Another tab may have taken it out of the storage before.
    const found = this.#writtenHere.get(clientMessageId) ?? this.find(clientMessageId);
    this.#writtenHere.delete(clientMessageId);
    this.#storage.remove(KEY + clientMessageId);
    return found;
  }

  /** The messages as they are shown in a conversation; null = questions that have none yet. */
  pendingIn(conversationId: string | null): PendingMessage[] {
    return this.#all()
      .filter(({ frame }) => frame.conversationId === conversationId)
      .map(({ frame, createdAt, refusal }) => ({
        clientMessageId: frame.clientMessageId,
        conversationId,
        text: frame.text,
        replyTo: frame.replyTo,
        createdAt,
        status: refusal ? 'refused' : 'pending',
        refusal,
      }));
  }

  /** Read afresh each time: the other tabs of the shop share it. */
  #all(): Kept[] {
    return this.#storage
      .keys(KEY)
      .flatMap((id) => this.#read(id) ?? [])
      .sort((a, b) => a.createdAt - b.createdAt || a.order - b.order);
  }

  #read(clientMessageId: string): Kept | null {
    const kept = this.#storage.read(KEY + clientMessageId, NOTHING);
    return kept.frame ? (kept as Kept) : null;
  }

  #write(kept: Kept): void {
    this.#storage.write(KEY + kept.frame.clientMessageId, kept);
  }
}
