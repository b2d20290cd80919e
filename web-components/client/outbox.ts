import type { ClientFrame, ServerFrame } from '../../server/protocol/frames.ts';
import type { ChatParts } from './chat-parts.ts';
import type { Link } from './link.ts';
import { timeOrderedId } from './time-ordered-id.ts';

const BUSY_MS = 2_000;

export type OutboxOptions = Pick<ChatParts, 'queue' | 'clock' | 'options'> & { link: Link };

/** Sends what is written, and sends it again until the server has it or will not take it. */
export class Outbox {
  readonly #options: OutboxOptions;

  constructor(options: OutboxOptions) {
    this.#options = options;
  }

  /** Keeps the text until the server has it. */
  send(written: Omit<Extract<ClientFrame, { op: 'send' }>, 'op' | 'clientMessageId'>): void {
    const { queue, link, clock, options } = this.#options;
    const clientMessageId = options.newId?.() ?? timeOrderedId(clock.now());
    const frame = { op: 'send', clientMessageId, ...written } as const;
    queue.add(frame, clock.now());
    link.send(frame);
  }

  retry(clientMessageId: string): void {
    this.#options.queue.refuse(clientMessageId, null);
    this.#resend(clientMessageId);
  }

  /** A connection is there: what is kept leaves, once for all tabs. */
  flush(): void {
    const { queue, link } = this.#options;
    if (link.leads) for (const frame of queue.unsent()) link.send(frame);
  }

  /** @returns whether it was a question asked here, so that its conversation belongs on this screen. */
  accepted(clientMessageId: string): boolean {
    const { queue, link } = this.#options;
    const isFromHere = queue.isFromHere(clientMessageId) || !link.isShared;
    return queue.remove(clientMessageId)?.conversationId === null && isFromHere;
  }

  /** A busy server is asked again by itself; anything else waits for the author. */
  refused({ clientMessageId, code, message, retryAfterMs }: Extract<ServerFrame, { op: 'refused' }>): void {
    const { queue, link, clock } = this.#options;
    if (code !== 'busy') queue.refuse(clientMessageId, { code, message });
    else if (link.leads) clock.setTimeout(() => this.#resend(clientMessageId), retryAfterMs ?? BUSY_MS);
  }

  #resend(clientMessageId: string): void {
    const frame = this.#options.queue.find(clientMessageId);
    if (frame) this.#options.link.send(frame);
  }
}
