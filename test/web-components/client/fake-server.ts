import type {
  ClientFrame,
  ConversationView,
  MessageView,
  MeView,
  ServerFrame,
} from '../../../server/protocol/frames.ts';
import { ChatClient } from '../../../web-components/client/chat-client.ts';
import type { ChatClientOptions } from '../../../web-components/client/chat-client-options.ts';
import type { WebSocketLike } from '../../../web-components/client/way.ts';
import { FakeClock, memoryStorage, settle } from './fake-world.ts';

const ME: MeView = { id: 'me', name: 'Inès', role: 'visitor', mayModerate: false, mayRelease: false };

/** One socket as the server holds it: what arrived, and what to say. */
export class FakeSocket implements WebSocketLike {
  readyState = 0;
  onopen: WebSocketLike['onopen'] = null;
  onmessage: WebSocketLike['onmessage'] = null;
  onclose: WebSocketLike['onclose'] = null;
  readonly received: ClientFrame[] = [];
  closedByClient = false;

  send(data: string): void {
    this.received.push(JSON.parse(data) as ClientFrame);
  }

  close(): void {
    this.closedByClient = true;
    this.readyState = 3;
  }

  open(): void {
    this.readyState = 1;
    this.onopen?.(new Event('open'));
  }

  say(frame: ServerFrame): void {
    this.onmessage?.(new MessageEvent('message', { data: JSON.stringify(frame) }));
  }

  cut(code = 1006): void {
    this.readyState = 3;
    this.onclose?.({ code } as CloseEvent);
  }

  welcome(epoch = 'e1', me = ME): void {
    this.open();
    this.say({ op: 'welcome', epoch, me, mode: 'open', mayAsk: true, token: null, serverTime: 0 });
  }

  of<Op extends ClientFrame['op']>(op: Op): Extract<ClientFrame, { op: Op }>[] {
    return this.received.filter((frame): frame is Extract<ClientFrame, { op: Op }> => frame.op === op);
  }
}

/** A browser with the chat in it, and the server it talks to. */
export class FakeWorld {
  readonly clock = new FakeClock();
  readonly sockets: FakeSocket[] = [];
  readonly requests: { path: string; body: unknown; authorization: string | null }[] = [];
  storage = memoryStorage();
  answer: (path: string, body: unknown) => Response = (path) => this.#usual(path);
  readonly #counts = new Map<string, number>();

  /** A page of the shop is loaded: the same storage, everything else new. */
  page(options: Partial<ChatClientOptions> = {}): ChatClient {
    return new ChatClient({
      server: 'https://chat.test',
      site: 'shop',
      locale: 'fr',
      page: () => ({ url: 'https://shop.test/p', title: 'P' }),
      storage: this.storage,
      clock: this.clock,
      random: () => 0.5,
      newId: () => this.#next('c'),
      openWebSocket: () => this.#dial(),
      fetch: async (url, init) => this.#respond(url, init),
      ...options,
    });
  }

  /** The chat connected, its socket welcomed. */
  async connected(): Promise<{ client: ChatClient; socket: FakeSocket }> {
    const client = this.page();
    await this.connect(client);
    return { client, socket: this.socket };
  }

  async connect(client: ChatClient): Promise<void> {
    await client.connect();
    await settle();
    this.socket.welcome();
    await settle();
  }

  get socket(): FakeSocket {
    return this.sockets.at(-1)!;
  }

  #dial(): FakeSocket {
    this.sockets.push(new FakeSocket());
    return this.socket;
  }

  #respond(url: string, init: RequestInit = {}): Response {
    const path = url.replace('https://chat.test', '');
    const body = typeof init.body === 'string' ? JSON.parse(init.body) : null;
    this.requests.push({ path, body, authorization: new Headers(init.headers).get('authorization') });
    return this.answer(path, body);
  }

  #next(letter: string): string {
    const count = (this.#counts.get(letter) ?? 0) + 1;
    this.#counts.set(letter, count);
    return `${letter}${count}`;
  }

  #usual(path: string): Response {
    if (path.endsWith('/token')) return Response.json({ token: this.#next('t'), me: ME });
    if (path.endsWith('/exchange')) return Response.json({ token: 'member', me: ME });
    return Response.json({ conversations: [], next: null, here: 1 });
  }
}

export function conversation(change: Partial<ConversationView> = {}): ConversationView {
  return {
    id: 'k1',
    state: 'open',
    question: 'Taille grand ?',
    author: { id: 'other', name: 'Malik', role: 'visitor' },
    page: { url: 'https://shop.test/p', title: 'P' },
    createdAt: 1,
    lastActivityAt: 1,
    answers: 0,
    lastAnswer: null,
    lastSeq: 0,
    mine: false,
    unpublished: false,
    mayWrite: true,
    ...change,
  };
}

export function message(seq: number | null, change: Partial<MessageView> = {}): MessageView {
  return {
    id: `m${seq}`,
    conversationId: 'k1',
    author: { id: 'other', name: 'Malik', role: 'visitor' },
    createdAt: (seq ?? 0) * 10,
    seq,
    mine: false,
    state: 'published',
    text: `text ${seq}`,
    ...change,
  } as MessageView;
}

/** What the server answers to `subscribe`, up to the last of the messages. */
export function subscribed(
  messages: MessageView[],
  change: Partial<Extract<ServerFrame, { op: 'subscribed' }>> = {},
): ServerFrame {
  const lastSeq = messages.at(-1)?.seq ?? 0;
  return {
    op: 'subscribed',
    epoch: 'e1',
    conversation: conversation({ lastSeq }),
    events: messages.map((one) => ({ kind: 'message', seq: one.seq!, message: one })),
    own: [],
    held: [],
    thanks: {},
    thanked: [],
    ...change,
  };
}

export const event = (one: MessageView): ServerFrame => ({
  op: 'event',
  conversationId: one.conversationId,
  event: { kind: 'message', seq: one.seq!, message: one },
});
