import type { MeView, ReportReason, ServerFrame } from '../../server/protocol/frames.ts';
import type { ConversationScope } from '../../server/protocol/widget.ts';
import { Attendance } from './attendance.ts';
import type { ChatClientOptions } from './chat-client-options.ts';
import { type ChatParts, createParts } from './chat-parts.ts';
import { type ChatState, initialState } from './chat-state.ts';
import { ConnectionShown } from './connection-shown.ts';
import type { Link } from './link.ts';
import { LiveConversations } from './live-conversations.ts';
import { LoadedLists } from './loaded-lists.ts';
import { openLink } from './open-link.ts';
import { Outbox } from './outbox.ts';
import { TypingNames } from './typing-names.ts';

type Frame<Op extends ServerFrame['op']> = Extract<ServerFrame, { op: Op }>;

/**
 * The chat of one site in one page: the only object a screen talks to. `state` is replaced as a whole, and a
 * `change` event tells of it, once for everything that changed together. A `frame` event carries each frame.
 */
export class ChatClient extends EventTarget {
  readonly #parts: ChatParts;
  readonly #link: Link;
  readonly #attendance: Attendance;
  readonly #outbox: Outbox;
  readonly #live: LiveConversations;
  readonly #lists: LoadedLists;
  readonly #typing: TypingNames;
  #state = initialState();
  #isTelling = false;
  #isLooking = true;
  #isStale = false;
  /** The page changed while there was nobody to tell. */
  #isElsewhere = false;

  constructor(options: ChatClientOptions) {
    super();
    const parts = createParts(options);
    const connection = new ConnectionShown(parts.clock, (shown) => this.#change(shown));
    const changed = () => this.#showConversations();
    const link = openLink({
      ...parts,
      greeting: () => this.#live.greeting(),
      onFrame: (frame) => this.#receive(frame),
      onState: (state) => connection.is(state),
    });
    this.#parts = parts;
    this.#link = link;
    this.#typing = new TypingNames(parts.clock, changed);
    this.#attendance = new Attendance({ ...parts, link, changed });
    this.#outbox = new Outbox({ ...parts, link });
    this.#live = new LiveConversations({
      send: (frame) => link.send(frame),
      followed: parts.followed,
      attentive: () => this.#isLooking,
      leads: () => link.leads,
    });
    this.#lists = new LoadedLists(this.#state.lists, {
      ...parts,
      pageUrl: () => options.page().url,
      changed: (shown) => this.#change(shown),
    });
    this.#showConversations();
  }

  get state(): ChatState {
    return this.#state;
  }

  /** The conversation that has what is unread, the newest where several have. */
  get unreadIn(): string | null {
    return this.#parts.followed.unreadIn;
  }

  /** Connects, or tries again at once after an interruption. Never throws: `state.connection` tells. */
  async connect(): Promise<void> {
    this.#attendance.open();
  }

  /** The chat is closed: what came is counted all the same, by a connection only where one is needed. */
  rest(): void {
    this.#change({ told: 0 });
    this.#attendance.close();
  }

  disconnect(): void {
    this.#typing.clear();
    this.#attendance.end();
  }

  /** The page is put away, perhaps to come back: other tabs must not depend on it meanwhile. */
  sleep(): void {
    this.#attendance.sleep();
  }

  /** Somebody is back before the page, or the network is: what is shown must be right within a second. */
  wake(): void {
    this.#attendance.wake();
    this.#tellPage();
  }

  /** Another tab of the shop changed what they share. */
  refresh(): void {
    this.#showConversations();
  }

  /** Loads a list, or reads it again. */
  list(scope: ConversationScope): Promise<void> {
    return this.#lists.load(scope);
  }

  /** Loads what follows in a list. */
  more(scope: ConversationScope): Promise<void> {
    return this.#lists.more(scope);
  }

  /** Whether what is open is before somebody's eyes: only then is it read. */
  look(isLooking: boolean): void {
    this.#isLooking = isLooking;
    if (isLooking && this.#live.current) this.openConversation(this.#live.current.id);
    if (isLooking && this.#isStale) this.#reload();
  }

  openConversation(id: string): void {
    if (this.#live.current?.id !== id) this.#typing.clear();
    this.#live.open(id);
    this.#showConversations();
  }

  closeConversation(): void {
    this.#typing.clear();
    this.#live.close();
    this.#showConversations();
  }

  /** Keeps the text until the server has it, and shows it at once as on its way. */
  send(text: string, conversationId: string | null, name: string | null, replyTo?: string): void {
    const page = conversationId === null ? this.#parts.options.page() : null;
    this.#outbox.send({ text, conversationId, name, page, replyTo });
    this.#showConversations();
  }

  /** Sends again what was refused. */
  retry(clientMessageId: string): void {
    this.#outbox.retry(clientMessageId);
    this.#showConversations();
  }

  /** Gives up a message that was not accepted. @returns its text, to be changed and sent again. */
  discard(clientMessageId: string): string {
    const frame = this.#parts.queue.remove(clientMessageId);
    this.#showConversations();
    return frame?.text ?? '';
  }

  typing(conversationId: string): void {
    if (this.#typing.mayTell()) this.#link.send({ op: 'typing', conversationId });
  }

  /** @throws ChatError */
  report(messageId: string, reason: ReportReason): Promise<void> {
    return this.ask(`widget/messages/${messageId}/report`, { reason });
  }

  /** A route of this site, by its path after /api/: read without a body, done with one. @throws ChatError */
  async ask<Answer>(path: string, body?: object, method?: string): Promise<Answer> {
    const { api, identity } = this.#parts;
    return await api.ask<Answer>(await identity.token(), path, body, method);
  }

  /** The shop went to another page without a page load. */
  pageChanged(): void {
    this.#sendPage();
    this.#lists.pageChanged();
  }

  #receive(frame: ServerFrame) {
    this.dispatchEvent(new CustomEvent('frame', { detail: frame }));
    switch (frame.op) {
      case 'welcome':
        return this.#welcomed(frame);
      case 'rights':
        this.#rightsAre(frame);
        return this.#live.refresh();
      case 'subscribed':
        this.#live.caughtUp(frame);
        return this.#showConversations();
      case 'event':
        if (frame.event.kind === 'message') this.#typing.remove(frame.event.message.author.name);
        this.#live.happened(frame);
        return this.#showConversations();
      case 'resync':
        this.#live.startAgain(frame.conversationId);
        return this.#showConversations();
      case 'private':
        this.#live.put(frame.message);
        return this.#showConversations();
      case 'ack':
        return this.#accepted(frame);
      case 'refused':
        this.#outbox.refused(frame);
        return this.#showConversations();
      case 'typing':
        if (frame.conversationId === this.#live.current?.id) this.#typing.add(frame.name);
        return;
      case 'thanks':
        // The view of the conversation listens to it.
        return;
      case 'presence':
        return this.#change({ here: frame.here });
      case 'conversation':
        this.#lists.put(frame.conversation);
        this.#live.describe(frame.conversation);
        return this.#showConversations();
      case 'conversation-gone':
      case 'not-found':
        this.#lists.remove(frame.conversationId);
        this.#live.gone(frame.conversationId);
        return this.#showConversations();
      case 'back-office':
        return this.#change({ waiting: frame.waiting });
      case 'error':
        return this.#change({ refusal: frame.message });
      case 'waiting-question':
        return this.#change({ told: this.#state.told + 1 });
      case 'pong':
        return this.#live.compare(frame.heads);
      default:
        frame satisfies never;
    }
  }

  #welcomed({ me, mode, mayAsk, token }: Frame<'welcome'>): void {
    if (token) this.#parts.identity.keep(token);
    if (this.#state.me && this.#state.me.id !== me.id) this.#live.forget();
    this.#showConversations();
    this.#rightsAre({ me, mode, mayAsk });
    this.#change({ refusal: null });
    this.#live.resume();
    this.#outbox.flush();
    this.#tellPage();
    this.#reload();
  }

  #rightsAre({ me, mode, mayAsk }: Pick<ChatState, 'mode' | 'mayAsk'> & { me: MeView }): void {
    this.#attendance.roleIs(me.role);
    this.#change({ me, mode, mayAsk });
  }

  /** One connection of several tabs is on the page that somebody looks at. */
  #tellPage(): void {
    if (this.#isElsewhere || (this.#link.isShared && this.#parts.options.isVisible?.())) this.#sendPage();
  }

  #sendPage(): void {
    this.#isElsewhere = !this.#link.send({ op: 'page', page: this.#parts.options.page() });
  }

  /** Lists nobody looks at are read when somebody does. */
  #reload(): void {
    this.#isStale = !this.#isLooking;
    if (this.#isLooking) this.#lists.reload();
  }

  #accepted({ clientMessageId, message, conversation }: Frame<'ack'>): void {
    const { conversationId } = message;
    const isAskedHere = this.#outbox.accepted(clientMessageId);
    const { me } = this.#state;
    if (me) this.#change({ me: { ...me, name: message.author.name } });
    if (conversation) this.#lists.put(conversation);
    if (isAskedHere && !this.#live.current) this.#live.open(conversationId);
    this.#live.follow(conversationId);
    this.#live.put(message);
    if (conversation) this.#live.describe(conversation);
    this.#showConversations();
  }

  #showConversations(): void {
    this.#change({
      current: this.#live.shown(this.#parts.queue, this.#typing.names),
      pendingQuestions: this.#parts.queue.pendingIn(null),
      unread: this.#parts.followed.unread,
    });
  }

  #change(changed: Partial<ChatState>): void {
    this.#state = { ...this.#state, ...changed };
    if (this.#isTelling) return;
    this.#isTelling = true;
    queueMicrotask(() => {
      this.#isTelling = false;
      this.dispatchEvent(new Event('change'));
    });
  }
}
