import {
  type ClientFrame,
  type ConversationScope,
  type ModerationAct,
  PROTOCOL_VERSION,
  type ReportReason,
  type ServerFrame,
} from '../../server/protocol/frames.ts';
import { Api } from './api.ts';
import type { ChatClientOptions } from './chat-client-options.ts';
import { type ChatState, type ConversationState_, initialState } from './chat-state.ts';
import { type Clock, systemClock } from './clock.ts';
import { FollowedConversations } from './followed.ts';
import { Identity } from './identity.ts';
import { LiveConversations } from './live-conversations.ts';
import { LoadedLists } from './loaded-lists.ts';
import { SendQueue } from './send-queue.ts';
import { SiteStorage } from './site-storage.ts';
import { ChatSocket, type SocketState } from './socket.ts';
import { TypingNames } from './typing-names.ts';

type Frame<Op extends ServerFrame['op']> = Extract<ServerFrame, { op: Op }>;

const BUSY_MS = 2_000;
const CONNECTION = {
  idle: 'offline',
  waiting: 'offline',
  connecting: 'connecting',
  ready: 'ready',
  refused: 'refused',
} as const satisfies Record<SocketState, ChatState['connection']>;

/**
 * The chat of one site in one page: the only object a screen talks to. `state` is replaced as a whole, and a
 * `change` event tells of it, once for everything that changed together.
 */
export class ChatClient extends EventTarget {
  readonly #options: ChatClientOptions;
  readonly #clock: Clock;
  readonly #api: Api;
  readonly #identity: Identity;
  readonly #queue: SendQueue;
  readonly #followed: FollowedConversations;
  readonly #socket: ChatSocket;
  readonly #live: LiveConversations;
  readonly #lists: LoadedLists;
  readonly #typing: TypingNames;
  #state = initialState();
  #isTelling = false;
  #isLooking = true;

  constructor(options: ChatClientOptions) {
    super();
    const { server, site, storage = globalThis.localStorage, clock = systemClock } = options;
    const { fetch = (url, init) => globalThis.fetch(url, init), random = Math.random } = options;
    const { openWebSocket = (url) => new WebSocket(url) } = options;
    const kept = new SiteStorage(site, storage);
    this.#options = options;
    this.#clock = clock;
    this.#api = new Api(server, site, fetch);
    this.#identity = new Identity(this.#api, kept, options.code ?? null);
    this.#queue = new SendQueue(kept);
    this.#followed = new FollowedConversations(kept);
    this.#typing = new TypingNames(clock, () => this.#showConversations());
    this.#socket = new ChatSocket({
      url: new URL('/api/socket', server.replace(/^http/, 'ws')).href,
      openWebSocket,
      hello: () => this.#hello(),
      onBadToken: (token) => this.#identity.forget(token),
      onFrame: (frame) => this.#receive(frame),
      onState: (state) => this.#change({ connection: CONNECTION[state] }),
      clock,
      random,
    });
    this.#live = new LiveConversations({
      send: (frame) => this.#socket.send(frame),
      followed: this.#followed,
      attentive: () => this.#isLooking,
    });
    this.#lists = new LoadedLists(this.#state.lists, {
      api: this.#api,
      identity: this.#identity,
      pageUrl: () => options.page().url,
      changed: (lists, here) => this.#change(here === null ? { lists } : { lists, here }),
    });
    this.#showConversations();
  }

  get state(): ChatState {
    return this.#state;
  }

  /** Connects, or tries again at once after an interruption. Never throws: `state.connection` tells. */
  async connect(): Promise<void> {
    this.#socket.open();
  }

  disconnect(): void {
    this.#typing.clear();
    this.#socket.close();
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
  send(text: string, conversationId: string | null, name: string | null): void {
    const clientMessageId = this.#options.newId?.() ?? crypto.randomUUID();
    const page = conversationId === null ? this.#options.page() : null;
    const frame = { op: 'send', clientMessageId, conversationId, text, name, page } as const;
    this.#queue.add(frame, this.#clock.now());
    this.#socket.send(frame);
    this.#showConversations();
  }

  /** Sends again what was refused. */
  retry(clientMessageId: string): void {
    this.#queue.refuse(clientMessageId, null);
    const frame = this.#queue.find(clientMessageId);
    if (frame) this.#socket.send(frame);
    this.#showConversations();
  }

  /** Gives up a message that was not accepted. @returns its text, to be changed and sent again. */
  discard(clientMessageId: string): string {
    const frame = this.#queue.remove(clientMessageId);
    this.#showConversations();
    return frame?.text ?? '';
  }

  typing(conversationId: string): void {
    if (this.#typing.mayTell()) this.#socket.send({ op: 'typing', conversationId });
  }

  /** @throws ChatError */
  async report(messageId: string, reason: ReportReason): Promise<void> {
    await this.#api.report(await this.#identity.token(), messageId, reason);
  }

  /** @throws ChatError, `conflict` when somebody else decided first. */
  async moderate(messageId: string, act: ModerationAct, reason: string | null): Promise<void> {
    await this.#api.moderate(await this.#identity.token(), messageId, { act, reason });
  }

  /** @throws ChatError */
  async alert(messageId: string, note: string): Promise<void> {
    await this.#api.alert(await this.#identity.token(), { messageId, note });
  }

  /** The shop went to another page without a page load. */
  pageChanged(): void {
    this.#socket.send({ op: 'page', page: this.#options.page() });
    this.#lists.pageChanged();
  }

  async #hello(): Promise<Extract<ClientFrame, { op: 'hello' }>> {
    const { site, page } = this.#options;
    const token = await this.#identity.token();
    return { op: 'hello', version: PROTOCOL_VERSION, site, token, page: page() };
  }

  #receive(frame: ServerFrame) {
    switch (frame.op) {
      case 'welcome':
        return this.#welcomed(frame);
      case 'rights':
        this.#change({ me: frame.me, mode: frame.mode, mayAsk: frame.mayAsk });
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
        return this.#refused(frame);
      case 'typing':
        if (frame.conversationId === this.#live.current?.id) this.#typing.add(frame.name);
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
      case 'pong':
        return;
      default:
        frame satisfies never;
    }
  }

  #welcomed({ me, mode, mayAsk, token }: Frame<'welcome'>): void {
    if (token) this.#identity.keep(token);
    this.#change({ me, mode, mayAsk, refusal: null });
    this.#live.resume();
    for (const frame of this.#queue.unsent()) this.#socket.send(frame);
    this.#lists.reload();
  }

  #accepted({ clientMessageId, message, conversation }: Frame<'ack'>): void {
    const { conversationId } = message;
    const sent = this.#queue.remove(clientMessageId);
    const { me } = this.#state;
    if (me) this.#change({ me: { ...me, name: message.author.name } });
    if (conversation) this.#lists.put(conversation);
    const opensConversation = sent?.conversationId === null && this.#live.current === null;
    if (opensConversation) this.#live.open(conversationId);
    this.#live.follow(conversationId);
    this.#live.put(message);
    if (conversation) this.#live.describe(conversation);
    this.#showConversations();
  }

  /** A busy server is asked again by itself; anything else waits for the author. */
  #refused({ clientMessageId, code, message, retryAfterMs }: Frame<'refused'>): void {
    if (code === 'busy') {
      this.#clock.setTimeout(() => this.#resend(clientMessageId), retryAfterMs ?? BUSY_MS);
      return;
    }
    this.#queue.refuse(clientMessageId, { code, message });
    this.#showConversations();
  }

  #resend(clientMessageId: string): void {
    const frame = this.#queue.find(clientMessageId);
    if (frame) this.#socket.send(frame);
  }

  #showConversations(): void {
    this.#change({
      current: this.#current(),
      pendingQuestions: this.#queue.pendingIn(null),
      unread: this.#followed.unread,
    });
  }

  #current(): ConversationState_ | null {
    const transcript = this.#live.current;
    if (!transcript) return null;
    const { id, status, conversation } = transcript;
    const pending = this.#queue
      .pendingIn(id)
      .filter(({ clientMessageId }) => !transcript.holds(clientMessageId));
    return { id, status, conversation, messages: transcript.ordered(), pending, typing: this.#typing.names };
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
