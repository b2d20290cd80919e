import type {
  ConversationScope,
  ConversationsAnswer,
  Locale,
  ModerationAct,
  PageView,
  ReportReason,
  ServerFrame,
} from '../../server/protocol/frames.ts';
import { type Api, ChatError, createApi } from './api.ts';
import { type ChatState, initialState, type ListState, type PendingMessage } from './chat-state.ts';
import { ConversationStore } from './conversation-store.ts';
import { Identity } from './identity.ts';
import { pageKey, withConversation, withoutConversation } from './lists.ts';
import { SendQueue } from './send-queue.ts';
import { Socket, type SocketLike, type Timers } from './socket.ts';
import { Unread } from './unread.ts';

export type ChatClientOptions = {
  /** Origin of the chat server. */
  server: string;
  site: string;
  locale: Locale;
  page: () => PageView;
  /** A member's one-time code. */
  code?: string;
  storage: Storage;
  openSocket?: (url: string) => SocketLike;
  fetch?: typeof fetch;
  timers?: Timers;
  now?: () => number;
  random?: () => number;
  id?: () => string;
};

const TYPING_SHOWN_MS = 5000;
const TYPING_SENT_MS = 3000;

const browserTimers: Timers = {
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/** The one object a screen talks to: what it shows is in `state`, and a `change` event says it is new. */
export class ChatClient extends EventTarget {
  state: ChatState = initialState();
  readonly #options: ChatClientOptions;
  readonly #api: Api;
  readonly #identity: Identity;
  readonly #queue: SendQueue;
  readonly #unread: Unread;
  readonly #socket: Socket;
  readonly #timers: Timers;
  readonly #now: () => number;
  #current: ConversationStore | null = null;
  #typing = new Map<string, () => void>();
  #typedAt = 0;
  #looking = false;
  #announced = false;

  constructor(options: ChatClientOptions) {
    super();
    this.#options = options;
    this.#timers = options.timers ?? browserTimers;
    this.#now = options.now ?? Date.now;
    this.#api = createApi(options.server, options.fetch ?? fetch.bind(globalThis));
    this.#identity = new Identity(options.site, this.#api, options.storage, options.code ?? null);
    this.#queue = new SendQueue(options.site, options.storage);
    this.#unread = new Unread(options.site, options.storage);
    this.#socket = new Socket({
      url: `${options.server.replace(/^http/, 'ws')}/api/socket`,
      site: options.site,
      open: options.openSocket ?? ((url) => new WebSocket(url) as SocketLike),
      timers: this.#timers,
      random: options.random ?? Math.random,
      page: options.page,
      token: (renew) => this.#identity.token(renew),
      onFrame: (frame) => this.#arrive(frame),
      onState: (connection, code) =>
        this.#set({ connection, refusal: connection === 'refused' ? String(code) : null }),
    });
    this.#showQueue();
  }

  async connect(): Promise<void> {
    this.#socket.connect();
  }

  disconnect(): void {
    this.#socket.disconnect();
  }

  /** The network is back or the page woke up. */
  hurry(): void {
    this.#socket.hurry();
  }

  /** Whether somebody has conversations of their own here, worth a connection while the chat is closed. */
  get hasOwn(): boolean {
    return this.#unread.any || this.#queue.items.length > 0;
  }

  /** Whether the conversation is before somebody's eyes: only then is it read. */
  look(looking: boolean): void {
    this.#looking = looking;
    this.#markRead();
  }

  async list(scope: ConversationScope): Promise<void> {
    const known = this.state.lists[scope];
    if (known.status !== 'ready') this.#setList(scope, { ...known, status: 'loading', error: null });
    await this.#load(scope, null);
  }

  async more(scope: ConversationScope): Promise<void> {
    const { next } = this.state.lists[scope];
    if (next) await this.#load(scope, next);
  }

  openConversation(id: string): void {
    if (this.#current?.id === id) return;
    this.closeConversation();
    this.#current = new ConversationStore(id);
    this.#subscribe();
    this.#show();
  }

  closeConversation(): void {
    if (!this.#current) return;
    this.#socket.send({ op: 'unsubscribe', conversationId: this.#current.id });
    this.#current = null;
    this.#clearTyping();
    this.#show();
  }

  send(text: string, conversationId: string | null, name: string | null): void {
    const { id = () => crypto.randomUUID(), page } = this.#options;
    const clientMessageId = id();
    this.#queue.add({
      clientMessageId,
      conversationId,
      text,
      name,
      page: conversationId === null ? page() : null,
      createdAt: this.#now(),
      status: 'pending',
      refusal: null,
    });
    this.#post(clientMessageId);
    this.#show();
  }

  retry(clientMessageId: string): void {
    this.#queue.update(clientMessageId, { status: 'pending', refusal: null });
    this.#post(clientMessageId);
    this.#show();
  }

  /** Gives a message up. @returns its text, to be edited and sent again */
  discard(clientMessageId: string): string {
    const removed = this.#queue.remove(clientMessageId);
    this.#show();
    return removed?.text ?? '';
  }

  typing(conversationId: string): void {
    if (this.#now() - this.#typedAt < TYPING_SENT_MS) return;
    this.#typedAt = this.#now();
    this.#socket.send({ op: 'typing', conversationId });
  }

  async report(messageId: string, reason: ReportReason): Promise<void> {
    await this.#act(`/api/widget/messages/${messageId}/report`, { reason });
  }

  async moderate(messageId: string, act: ModerationAct, reason: string | null): Promise<void> {
    await this.#act(`/api/moderation/messages/${messageId}`, { act, reason });
  }

  async alert(messageId: string, note: string): Promise<void> {
    await this.#act('/api/moderation/alerts', { messageId, note });
  }

  /** The shop went to another page without a page load. */
  pageChanged(): void {
    this.#socket.send({ op: 'page', page: this.#options.page() });
    if (this.state.lists.page.status !== 'idle') void this.list('page');
  }

  async #act(path: string, body: object): Promise<void> {
    await this.#api.post(path, { site: this.#options.site, ...body }, await this.#identity.token());
  }

  async #load(scope: ConversationScope, before: string | null): Promise<void> {
    const { site, page } = this.#options;
    const query = new URLSearchParams({ site, scope, url: page().url, ...(before ? { before } : {}) });
    const read = async (renew = false) =>
      await this.#api.get<ConversationsAnswer>(
        `/api/widget/conversations?${query}`,
        await this.#identity.token(renew),
      );
    try {
      const answer = await read().catch((error) => {
        if (error instanceof ChatError && error.status === 401) return read(true);
        throw error;
      });
      const known = before ? this.state.lists[scope].conversations : [];
      const seen = new Set(answer.conversations.map(({ id }) => id));
      const conversations = [...known.filter(({ id }) => !seen.has(id)), ...answer.conversations];
      this.#setList(scope, { status: 'ready', conversations, next: answer.next, error: null });
      this.#set({ here: answer.here || this.state.here });
      if (scope === 'mine') for (const { id } of answer.conversations) this.#unread.seen(id, 0);
      this.#markRead();
    } catch (error) {
      if (!(error instanceof ChatError)) throw error;
      this.#setList(scope, { ...this.state.lists[scope], status: 'error', error: error.message });
    }
  }

  #arrive(frame: ServerFrame): void {
    const current = this.#current;
    switch (frame.op) {
      case 'welcome':
        return this.#welcome(frame);
      case 'subscribed':
        if (current?.id !== frame.conversation.id) return;
        current.subscribed(frame);
        return this.#show();
      case 'resync':
        if (current?.id !== frame.conversationId) return;
        current.forget();
        return this.#subscribe();
      case 'event':
        if (current?.id !== frame.conversationId) return;
        if (!current.event(frame.event)) return this.#subscribe();
        if (frame.event.kind === 'message') this.#stopTyping(frame.event.message.author.name);
        return this.#show();
      case 'private':
        current?.put(frame.message);
        return this.#show();
      case 'ack':
        return this.#acknowledged(frame);
      case 'refused':
        return this.#refused(frame);
      case 'typing':
        if (current?.id === frame.conversationId) this.#startTyping(frame.name);
        return;
      case 'presence':
        return this.#set({ here: frame.here });
      case 'conversation':
        return this.#conversation(frame.conversation);
      case 'conversation-gone':
        this.#set({ lists: withoutConversation(this.state.lists, frame.conversationId) });
        if (current?.id === frame.conversationId) current.status = 'gone';
        return this.#show();
      case 'not-found':
        if (current?.id === frame.conversationId) current.status = 'gone';
        return this.#show();
      case 'rights':
        this.#set({ me: frame.me, mode: frame.mode, mayAsk: frame.mayAsk });
        return this.#refresh();
      case 'back-office':
        return this.#set({ waiting: frame.waiting });
      case 'error':
      case 'pong':
        return;
      default:
        frame satisfies never;
    }
  }

  #welcome({ me, mode, mayAsk, token }: Extract<ServerFrame, { op: 'welcome' }>): void {
    if (token) this.#identity.keep(token);
    this.#set({ connection: 'ready', refusal: null, me, mode, mayAsk });
    for (const { clientMessageId, status } of this.#queue.items)
      if (status === 'pending') this.#post(clientMessageId);
    this.#subscribe();
    this.#refresh();
    if (this.#unread.any && this.state.lists.mine.status === 'idle') void this.list('mine');
  }

  /** Lists that are shown are read again: what they miss while away comes with no event. */
  #refresh(): void {
    for (const scope of ['page', 'site', 'mine'] as const) {
      if (this.state.lists[scope].status !== 'idle') void this.list(scope);
    }
  }

  #subscribe(): void {
    if (!this.#current) return;
    const { id, lastSeq, epoch } = this.#current;
    this.#socket.send({ op: 'subscribe', conversationId: id, lastSeq, epoch });
  }

  #post(clientMessageId: string): void {
    const item = this.#queue.items.find((queued) => queued.clientMessageId === clientMessageId);
    if (!item) return;
    const { conversationId, text, name, page } = item;
    this.#socket.send({ op: 'send', clientMessageId, conversationId, text, name, page });
  }

  #acknowledged({ clientMessageId, message, conversation }: Extract<ServerFrame, { op: 'ack' }>): void {
    const sent = this.#queue.remove(clientMessageId);
    this.#unread.seen(conversation.id, conversation.mine ? conversation.lastSeq : -1);
    if (sent?.conversationId === null && !this.#current) this.openConversation(conversation.id);
    this.#current?.put(message);
    const { me } = this.state;
    if (me) this.#set({ me: { ...me, name: message.author.name } });
    this.#conversation(conversation);
  }

  /** A passing trouble is tried again by itself; a decision is shown beside the text, which stays. */
  #refused({ clientMessageId, code, message, retryAfterMs }: Extract<ServerFrame, { op: 'refused' }>): void {
    if (code === 'busy') {
      this.#timers.after(retryAfterMs ?? 2000, () => this.#post(clientMessageId));
      return;
    }
    this.#queue.update(clientMessageId, { status: 'refused', refusal: { code, message } });
    this.#show();
  }

  #conversation(conversation: ChatState['lists']['mine']['conversations'][number]): void {
    const page = pageKey(this.#options.page().url);
    if (this.#current?.id === conversation.id) {
      this.#current.conversation = conversation;
      if (this.#current.status === 'gone') {
        this.#current.forget();
        this.#subscribe();
      }
    }
    this.#set({ lists: withConversation(this.state.lists, conversation, page) });
    this.#show();
  }

  #startTyping(name: string): void {
    this.#typing.get(name)?.();
    this.#typing.set(
      name,
      this.#timers.after(TYPING_SHOWN_MS, () => this.#stopTyping(name)),
    );
    this.#show();
  }

  #stopTyping(name: string): void {
    this.#typing.get(name)?.();
    if (this.#typing.delete(name)) this.#show();
  }

  #clearTyping(): void {
    for (const cancel of this.#typing.values()) cancel();
    this.#typing.clear();
  }

  #markRead(): void {
    const current = this.#current;
    if (this.#looking && current?.conversation?.mine) this.#unread.seen(current.id, current.lastSeq);
    this.#set({ unread: this.#unread.count(this.state.lists.mine.conversations) });
  }

  #show(): void {
    const current = this.#current;
    const pending = (id: string | null): PendingMessage[] =>
      this.#queue.items.filter((item) => item.conversationId === id);
    this.#set({
      pendingQuestions: pending(null),
      current: current && {
        id: current.id,
        status: current.status,
        conversation: current.conversation,
        messages: current.messages,
        pending: pending(current.id),
        typing: [...this.#typing.keys()],
      },
    });
    this.#markRead();
  }

  #showQueue(): void {
    this.#set({ pendingQuestions: this.#queue.items.filter((item) => item.conversationId === null) });
  }

  #setList(scope: ConversationScope, list: ListState): void {
    this.#set({ lists: { ...this.state.lists, [scope]: list } });
  }

  /** Several changes of one turn are announced once. */
  #set(changes: Partial<ChatState>): void {
    this.state = { ...this.state, ...changes };
    if (this.#announced) return;
    this.#announced = true;
    queueMicrotask(() => {
      this.#announced = false;
      this.dispatchEvent(new Event('change'));
    });
  }
}
