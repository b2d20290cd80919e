import type {
  ClientFrame,
  ConversationView,
  MessageView,
  ServerFrame,
} from '../../server/protocol/frames.ts';
import type { ConversationState_ } from './chat-state.ts';
import type { FollowedConversations, Position } from './followed.ts';
import type { Subscribe } from './link.ts';
import type { SendQueue } from './send-queue.ts';
import { Transcript } from './transcript.ts';

type Frame<Op extends ServerFrame['op']> = Extract<ServerFrame, { op: Op }>;

export type LiveOptions = {
  send: (frame: ClientFrame) => boolean;
  followed: FollowedConversations;
  /** Whether the conversation on screen is before somebody's eyes. */
  attentive: () => boolean;
  /** Whether this page holds the connection, so that it listens to what the viewer wrote in for every tab. */
  leads: () => boolean;
};

/** What is listened to: the conversation on screen, and those the viewer wrote in. */
export class LiveConversations {
  readonly #options: LiveOptions;
  #current: Transcript | null = null;
  /** Conversations asked for, and from where; their answer is on its way. */
  #asked = new Map<string, number>();

  constructor(options: LiveOptions) {
    this.#options = options;
  }

  get current(): Transcript | null {
    return this.#current;
  }

  /** The conversation on screen, with what is still on its way into it. */
  shown(queue: SendQueue, typing: string[]): ConversationState_ | null {
    const transcript = this.#current;
    if (!transcript) return null;
    const { id, status, conversation, gratitude } = transcript;
    const pending = queue.pendingIn(id).filter(({ clientMessageId }) => !transcript.holds(clientMessageId));
    return { id, status, conversation, messages: transcript.ordered(), gratitude, pending, typing };
  }

  open(id: string) {
    if (this.#current?.id === id) return this.#markRead();
    this.close();
    this.#current = new Transcript(id);
    this.#ask(startOf(id));
  }

  close(): void {
    const left = this.#current;
    this.#current = null;
    if (!left || left.status === 'gone') return;
    const { followed, leads, send } = this.#options;
    if (!leads() || !followed.isFollowed(left.id)) send({ op: 'unsubscribe', conversationId: left.id });
  }

  /** Listens to a conversation the viewer now wrote in: the one on screen goes on from where it stands. */
  follow(id: string): void {
    const { followed, leads } = this.#options;
    const position = this.#current?.id === id ? this.#current : startOf(id);
    if (leads() && followed.follow(position) && position !== this.#current) this.#ask(position);
  }

  /** Right behind every hello: go on from where each one stands. */
  greeting(): Subscribe[] {
    const wanted = this.#wanted();
    this.#asked = new Map(wanted.map(({ id, lastSeq }) => [id, lastSeq]));
    return wanted.map(frameOf);
  }

  /** After every welcome: what was not asked behind the hello from where it stands now, or is wanted no longer. */
  resume(): void {
    const wanted = this.#wanted();
    // Another tab said the hello.
    if (!this.#options.leads()) this.#asked.clear();
    for (const conversationId of this.#asked.keys()) {
      if (!wanted.some(({ id }) => id === conversationId))
        this.#options.send({ op: 'unsubscribe', conversationId });
    }
    for (const one of wanted) if (this.#asked.get(one.id) !== one.lastSeq) this.#ask(one);
  }

  /** Somebody else is before the screen than it was filled for: nothing of it stays. */
  forget(): void {
    this.#asked.clear();
    this.#current?.reset();
  }

  /** How far the server has come: what is behind has missed something. */
  compare(heads: Frame<'pong'>['heads']): void {
    for (const { conversationId, lastSeq } of heads) {
      const current = this.#current?.id === conversationId ? this.#current : null;
      const followed = this.#options.followed.all().find(({ id }) => id === conversationId);
      const known =
        current ?? (this.#options.leads() && followed && { lastSeq: followed.seq, epoch: followed.epoch });
      if (!known || known.lastSeq >= lastSeq) continue;
      if (!this.#asked.has(conversationId))
        this.#ask({ id: conversationId, lastSeq: known.lastSeq, epoch: known.epoch });
    }
  }

  /** Rights changed: what the conversation on screen allows may have changed too. */
  refresh(): void {
    if (this.#current) this.#missed(this.#current);
  }

  caughtUp(frame: Frame<'subscribed'>) {
    const { id } = frame.conversation;
    if (this.#options.leads()) this.#options.followed.catchUp(frame);
    const current = this.#current?.id === id ? this.#current : null;
    if (current?.catchUp(frame) === 'gap') return this.#missed(current);
    this.#asked.delete(id);
    if (current) this.#markRead();
  }

  happened({ conversationId, event }: Frame<'event'>) {
    if (this.#options.leads()) this.#options.followed.take(conversationId, event);
    const current = this.#current;
    if (current?.id !== conversationId) return;
    const taken = current.take(event);
    if (taken === 'gap') this.#missed(current);
    if (taken === 'taken') this.#markRead();
  }

  /** The position is unknown to the server: everything is read again, and counted as read. */
  startAgain(conversationId: string): void {
    const { followed, leads } = this.#options;
    if (leads()) followed.startAgain(conversationId);
    const isCurrent = this.#current?.id === conversationId;
    if (isCurrent) this.#current?.reset();
    if (isCurrent || leads()) this.#ask(startOf(conversationId));
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
    if (this.#options.leads()) this.#options.followed.leave(conversationId);
    if (this.#current?.id === conversationId) this.#current.gone();
  }

  #missed(current: Transcript): void {
    if (!this.#asked.has(current.id)) this.#ask(current);
  }

  #wanted(): Position[] {
    const { followed, leads } = this.#options;
    const current = this.#current;
    const others = leads() ? followed.all().filter(({ id }) => id !== current?.id) : [];
    // An earlier version kept null for what is unknown.
    const positions = others.map(({ id, seq, epoch }) => ({ id, lastSeq: seq ?? 0, epoch }));
    return current ? [current, ...positions] : positions;
  }

  #ask(position: Position): void {
    if (this.#options.send(frameOf(position))) this.#asked.set(position.id, position.lastSeq);
  }

  #markRead(): void {
    const current = this.#current;
    if (current?.status !== 'ready' || !this.#options.attentive()) return;
    this.#options.followed.read(current.id, current.lastSeq);
  }
}

const startOf = (id: string): Position => ({ id, lastSeq: 0, epoch: null });

const frameOf = ({ id: conversationId, lastSeq, epoch }: Position): Subscribe => ({
  op: 'subscribe',
  conversationId,
  lastSeq,
  epoch,
});
