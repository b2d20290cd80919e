import type {
  ClientFrame,
  ConversationView,
  MessageView,
  ServerFrame,
} from '../../server/protocol/frames.ts';
import type { FollowedConversations } from './followed.ts';
import { Transcript } from './transcript.ts';

type Frame<Op extends ServerFrame['op']> = Extract<ServerFrame, { op: Op }>;

export type LiveOptions = {
  send: (frame: ClientFrame) => boolean;
  followed: FollowedConversations;
  /** Whether the conversation on screen is before somebody's eyes. */
  attentive: () => boolean;
};

/** What is listened to on the socket: the conversation on screen, and those the viewer wrote in. */
export class LiveConversations {
  readonly #options: LiveOptions;
  #current: Transcript | null = null;
  /** Conversations asked for again since events are missing; their answer is on its way. */
  readonly #asked = new Set<string>();

  constructor(options: LiveOptions) {
    this.#options = options;
  }

  get current(): Transcript | null {
    return this.#current;
  }

  open(id: string) {
    if (this.#current?.id === id) return this.#markRead();
    this.close();
    this.#current = new Transcript(id);
    this.#options.followed.read(id, null, null);
    this.#subscribe(id, 0, null);
  }

  close(): void {
    const left = this.#current;
    this.#current = null;
    if (!left || left.status === 'gone') return;
    const isFollowed = this.#options.followed.all().some(({ id }) => id === left.id);
    if (!isFollowed) this.#options.send({ op: 'unsubscribe', conversationId: left.id });
  }

  /** Listens, behind the one on screen, to a conversation the viewer now wrote in. */
  follow(id: string): void {
    if (this.#options.followed.follow(id) && this.#current?.id !== id) this.#subscribe(id, 0, null);
  }

  /** After every welcome, and when rights changed: go on from where each one stands. */
  resume(): void {
    this.#asked.clear();
    if (this.#current) this.#catchUp(this.#current);
    for (const { id, seq, epoch } of this.#options.followed.all()) {
      if (id !== this.#current?.id) this.#subscribe(id, seq ?? 0, epoch);
    }
  }

  /** Rights changed: what the conversation on screen allows may have changed too. */
  refresh(): void {
    if (this.#current) this.#catchUp(this.#current);
  }

  caughtUp(frame: Frame<'subscribed'>): void {
    const { id } = frame.conversation;
    this.#asked.delete(id);
    this.#options.followed.catchUp(frame);
    if (this.#current?.id !== id) return;
    this.#current.catchUp(frame);
    this.#markRead();
  }

  happened({ conversationId, event }: Frame<'event'>) {
    const current = this.#current;
    if (current?.id !== conversationId) return this.#options.followed.take(conversationId, event);
    const taken = current.take(event);
    if (taken === 'gap' && !this.#asked.has(conversationId)) this.#catchUp(current);
    if (taken !== 'taken') return;
    this.#options.followed.take(conversationId, event);
    this.#markRead();
  }

  /** The position is unknown to the server: everything is read again, and counted as read. */
  startAgain(conversationId: string): void {
    this.#options.followed.read(conversationId, null, null);
    if (this.#current?.id === conversationId) this.#current.reset();
    this.#subscribe(conversationId, 0, null);
  }

  /** A message outside the public order: acknowledged, or for this viewer alone. */
  put(message: MessageView): void {
    if (this.#current?.id === message.conversationId) this.#current.put(message);
  }

  describe(conversation: ConversationView): void {
    if (this.#current?.id === conversation.id && this.#current.conversation) {
      this.#current.conversation = conversation;
    }
  }

  gone(conversationId: string): void {
    this.#options.followed.leave(conversationId);
    if (this.#current?.id === conversationId) this.#current.gone();
  }

  #catchUp({ id, lastSeq, epoch }: Transcript): void {
    this.#subscribe(id, lastSeq, epoch);
  }

  #subscribe(conversationId: string, lastSeq: number, epoch: string | null): void {
    if (this.#options.send({ op: 'subscribe', conversationId, lastSeq, epoch })) {
      this.#asked.add(conversationId);
    }
  }

  #markRead(): void {
    const current = this.#current;
    if (current?.status !== 'ready' || !this.#options.attentive()) return;
    this.#options.followed.read(current.id, current.lastSeq, current.epoch);
  }
}
