import type {
  ConversationEvent,
  ConversationView,
  MessageView,
  ServerFrame,
} from '../../server/protocol/frames.ts';

type Subscribed = Extract<ServerFrame, { op: 'subscribed' }>;

/** One conversation as this viewer sees it, kept by its public events in order, each once. */
export class ConversationStore {
  readonly id: string;
  status: 'loading' | 'ready' | 'gone' = 'loading';
  conversation: ConversationView | null = null;
  lastSeq = 0;
  epoch: string | null = null;
  #messages = new Map<string, MessageView>();

  constructor(id: string) {
    this.id = id;
  }

  subscribed(frame: Subscribed): void {
    this.epoch = frame.epoch;
    for (const event of frame.events) this.#apply(event);
    // What is unpublished comes whole each time: what is no longer there was decided meanwhile.
    for (const message of this.#messages.values())
      if (message.seq === null) this.#messages.delete(message.id);
    for (const message of [...frame.own, ...frame.held]) this.put(message);
    this.conversation = frame.conversation;
    this.lastSeq = frame.conversation.lastSeq;
    this.status = 'ready';
  }

  /** @returns false when an event before this one is missing: subscribe again from `lastSeq`. */
  event(event: ConversationEvent): boolean {
    if (event.seq <= this.lastSeq) return true;
    if (event.seq !== this.lastSeq + 1) return false;
    this.#apply(event);
    this.lastSeq = event.seq;
    return true;
  }

  /** A message that only this viewer is told of, or their own in the server's answer. */
  put(message: MessageView): void {
    if (message.conversationId !== this.id) return;
    const known = this.#messages.get(message.id);
    const whole = known?.clientMessageId ? { clientMessageId: known.clientMessageId, ...message } : message;
    this.#messages.set(message.id, whole);
  }

  forget(): void {
    this.#messages.clear();
    this.lastSeq = 0;
    this.epoch = null;
    this.status = 'loading';
  }

  /** Public ones by their number; the unpublished where they were written. */
  get messages(): MessageView[] {
    const all = [...this.#messages.values()];
    const ordered = all.filter((message) => message.seq !== null).sort((a, b) => a.seq! - b.seq!);
    const unpublished = all
      .filter((message) => message.seq === null)
      .sort((a, b) => a.createdAt - b.createdAt);
    for (const message of unpublished) {
      const before = ordered.findLastIndex((other) => other.createdAt <= message.createdAt);
      ordered.splice(before + 1, 0, message);
    }
    return ordered;
  }

  #apply(event: ConversationEvent): void {
    if (event.kind !== 'conversation-state') this.put(event.message);
    else if (this.conversation) this.conversation = { ...this.conversation, state: event.state };
  }
}
