import type {
  ConversationEvent,
  ConversationView,
  MessageView,
  ServerFrame,
} from '../../server/protocol/frames.ts';
import type { Gratitude } from './chat-state.ts';

type Subscribed = Extract<ServerFrame, { op: 'subscribed' }>;

/** One conversation as far as it is known here: what was read, up to which public event, in which epoch. */
export class Transcript {
  readonly id: string;
  conversation: ConversationView | null = null;
  status: 'loading' | 'ready' | 'gone' = 'loading';
  lastSeq = 0;
  epoch: string | null = null;
  gratitude: Gratitude = { thanks: {}, thanked: [] };
  readonly #messages = new Map<string, MessageView>();

  constructor(id: string) {
    this.id = id;
  }

  /**
   * What was missed, and the unpublished messages as they are now.
   * @returns 'gap' when it does not follow what is known, having been asked by another tab: nothing was taken.
   */
  catchUp({ conversation, events, own, held, epoch, ...gratitude }: Subscribed): 'taken' | 'gap' {
    const start = events[0] ? events[0].seq - 1 : conversation.lastSeq;
    if (start > this.lastSeq || (this.epoch !== null && epoch !== this.epoch)) return 'gap';
    this.status = 'ready';
    this.epoch = epoch;
    this.conversation = conversation;
    for (const { id, state } of this.#messages.values()) {
      if (state === 'held' || state === 'rejected') this.#messages.delete(id);
    }
    for (const message of [...own, ...held]) this.put(message);
    for (const event of events) this.#apply(event);
    this.lastSeq = Math.max(this.lastSeq, conversation.lastSeq);
    this.gratitude = gratitude;
    return 'taken';
  }

  /** @returns 'gap' when events before this one are missing: nothing was taken, ask for them. */
  take(event: ConversationEvent): 'taken' | 'known' | 'gap' {
    if (event.seq <= this.lastSeq) return 'known';
    if (this.status === 'loading' || event.seq > this.lastSeq + 1) return 'gap';
    this.#apply(event);
    return 'taken';
  }

  /** A message seen outside the public order: an acknowledgement, or one only this viewer may see. */
  put(message: MessageView): void {
    this.#messages.set(message.id, message);
  }

  /** The position is unknown to the server: read everything again. */
  reset(): void {
    this.#messages.clear();
    this.lastSeq = 0;
    this.epoch = null;
    this.status = 'loading';
  }

  gone(): void {
    this.#messages.clear();
    this.conversation = null;
    this.status = 'gone';
  }

  holds(clientMessageId: string): boolean {
    return [...this.#messages.values()].some((message) => message.clientMessageId === clientMessageId);
  }

  /** Public messages as everybody reads them; the others in their place by the time they were written. */
  ordered(): MessageView[] {
    const all = [...this.#messages.values()];
    const ordered = all.filter(isPublic).sort((a, b) => a.seq - b.seq) as MessageView[];
    for (const message of all.filter((one) => !isPublic(one)).sort(byTime)) {
      const next = ordered.findIndex((other) => other.createdAt > message.createdAt);
      ordered.splice(next < 0 ? ordered.length : next, 0, message);
    }
    return ordered;
  }

  #apply(event: ConversationEvent): void {
    this.lastSeq = Math.max(this.lastSeq, event.seq);
    if (event.kind !== 'conversation-state') this.put(event.message);
    else if (this.conversation) {
      const { state, acceptedMessageId } = event;
      this.conversation = { ...this.conversation, state, acceptedMessageId };
    }
  }
}

const isPublic = (message: MessageView): message is MessageView & { seq: number } => message.seq !== null;
const byTime = (a: MessageView, b: MessageView): number => a.createdAt - b.createdAt;
