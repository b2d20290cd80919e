import { WebSocket } from 'ws';
import type { ClientFrame, ServerFrame } from '../../server/protocol/frames.ts';
import type { ChatClientOptions } from '../../web-components/client/chat-client-options.ts';
import { SHOP } from './site.ts';
import type { Watch } from './watch.ts';

/** What the client library asks of a socket. */
type WebSocketLike = ReturnType<NonNullable<ChatClientOptions['openWebSocket']>>;

/** What the line between client and server does to frames. */
export type Line = {
  /** How often each message is delivered to the server. */
  times: number;
  /** Whether this acknowledgement is lost on its way. */
  losesAck(): boolean;
};

export const GOOD_LINE: Line = { times: 1, losesAck: () => false };

/** A socket of the client library from an address of its own, on a line that may be bad, and watched. */
export class WatchedSocket implements WebSocketLike {
  onopen: WebSocketLike['onopen'] = null;
  onmessage: WebSocketLike['onmessage'] = null;
  onclose: WebSocketLike['onclose'] = null;
  readonly #socket: WebSocket;
  readonly #watch: Watch;
  readonly #line: Line;
  #isClosed = false;

  constructor(url: string, from: { address: string; watch: Watch; line: Line }) {
    this.#watch = from.watch;
    this.#watch.dialed();
    this.#line = from.line;
    const options = { localAddress: from.address, origin: SHOP, perMessageDeflate: false };
    this.#socket = new WebSocket(url, options);
    // What failed is told by the close that follows.
    this.#socket.on('error', () => this.#socket.terminate());
    this.#socket.on('open', () => this.#opened());
    this.#socket.on('message', (data) => this.#arrived(String(data)));
    this.#socket.on('close', (code) => this.#closed(code));
  }

  get readyState(): number {
    return this.#socket.readyState;
  }

  send(data: string): void {
    const frame = JSON.parse(data) as ClientFrame;
    this.#watch.sent(frame);
    const times = frame.op === 'send' ? this.#line.times : 1;
    for (let i = 0; i < times; i++) this.#socket.send(data);
  }

  close(): void {
    this.#socket.close();
  }

  /** The line is cut: neither side says good-bye. */
  cut(): void {
    this.#socket.terminate();
  }

  #opened(): void {
    this.#watch.opened();
    this.onopen?.(new Event('open'));
  }

  #arrived(data: string): void {
    const frame = JSON.parse(data) as ServerFrame;
    if (frame.op === 'ack' && this.#line.losesAck()) return;
    this.#watch.received(frame);
    this.onmessage?.({ data } as MessageEvent);
  }

  #closed(code: number): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#watch.closed(code);
    this.onclose?.({ code } as CloseEvent);
  }
}
