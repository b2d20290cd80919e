import type { ClientFrame } from '../../server/protocol/frames.ts';
import type { PendingMessage } from './chat-state.ts';
import type { SiteStorage } from './site-storage.ts';

type SendFrame = Extract<ClientFrame, { op: 'send' }>;
type Kept = { frame: SendFrame; createdAt: number; refusal: PendingMessage['refusal'] };

const KEY = 'queue';

/** Messages the server has not accepted yet, in the order they were written, kept across page loads. */
export class SendQueue {
  readonly #storage: SiteStorage;

  constructor(storage: SiteStorage) {
    this.#storage = storage;
  }

  add(frame: SendFrame, createdAt: number): void {
    this.#write([...this.#read(), { frame, createdAt, refusal: null }]);
  }

  /** What is still to be sent, oldest first. */
  unsent(): SendFrame[] {
    return this.#read()
      .filter(({ refusal }) => refusal === null)
      .map(({ frame }) => frame);
  }

  find(clientMessageId: string): SendFrame | null {
    return this.#read().find(({ frame }) => frame.clientMessageId === clientMessageId)?.frame ?? null;
  }

  /** The server would not take it: the text waits for its author. `null` = to be sent again. */
  refuse(clientMessageId: string, refusal: PendingMessage['refusal']): void {
    this.#write(
      this.#read().map((kept) =>
        kept.frame.clientMessageId === clientMessageId ? { ...kept, refusal } : kept,
      ),
    );
  }

  /** Accepted, or given up. @returns what it was, null when it is not here. */
  remove(clientMessageId: string): SendFrame | null {
    const found = this.find(clientMessageId);
    if (found) this.#write(this.#read().filter(({ frame }) => frame.clientMessageId !== clientMessageId));
    return found;
  }

  /** The messages as they are shown in a conversation; null = questions that have none yet. */
  pendingIn(conversationId: string | null): PendingMessage[] {
    return this.#read()
      .filter(({ frame }) => frame.conversationId === conversationId)
      .map(({ frame, createdAt, refusal }) => ({
        clientMessageId: frame.clientMessageId,
        conversationId,
        text: frame.text,
        createdAt,
        status: refusal ? 'refused' : 'pending',
        refusal,
      }));
  }

  /** Read afresh each time: another tab of the shop shares it. */
  #read(): Kept[] {
    return this.#storage.read<Kept[]>(KEY, []);
  }

  #write(kept: Kept[]): void {
    this.#storage.write(KEY, kept);
  }
}
