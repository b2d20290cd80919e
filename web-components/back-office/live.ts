import {
  type BackOfficeList,
  CLOSE,
  type ClientFrame,
  PROTOCOL_VERSION,
  type ServerFrame,
} from '../../server/protocol/frames.ts';
import { backOff } from './back-off.ts';

export type LiveState = 'connecting' | 'live' | 'reconnecting';
export type LiveListener = {
  state: (state: LiveState) => void;
  /** `waiting` is the length of the review queue, null when the server did not say. */
  changed: (lists: readonly BackOfficeList[], waiting: number | null) => void;
  /** The server does not know this session here any more: ask who is signed in. */
  refused: () => void;
};

const PING_MS = 25_000;
const EVERYTHING: readonly BackOfficeList[] = [
  'queue',
  'alerts',
  'conversations',
  'library',
  'blocks',
  'people',
  'invitations',
  'page-rules',
  'site',
  'audit-log',
];

/** The socket of one site: says which lists changed. After an absence everything may have. */
export class Live {
  readonly #site: string;
  readonly #listener: LiveListener;
  #socket: WebSocket | null = null;
  #retry: ReturnType<typeof setTimeout> | null = null;
  #ping: ReturnType<typeof setInterval> | null = null;
  #attempts = 0;
  #welcomedBefore = false;
  #stopped = false;

  constructor(site: string, listener: LiveListener) {
    this.#site = site;
    this.#listener = listener;
  }

  start(): void {
    this.#listener.state('connecting');
    addEventListener('online', this.#connectNow);
    this.#connect();
  }

  stop(): void {
    this.#stopped = true;
    removeEventListener('online', this.#connectNow);
    this.#clear();
    this.#socket?.close();
    this.#socket = null;
  }

  #connectNow = () => {
    if (this.#socket?.readyState === WebSocket.OPEN) return;
    this.#clear();
    this.#connect();
  };

  #connect(): void {
    const socket = new WebSocket(new URL('/api/socket', location.href.replace(/^http/, 'ws')));
    this.#socket = socket;
    socket.addEventListener('open', () => this.#hello());
    socket.addEventListener('message', (event) =>
      this.#receive(JSON.parse(String(event.data)) as ServerFrame),
    );
    socket.addEventListener('close', (event) => {
      if (socket === this.#socket) this.#closed(event.code);
    });
  }

  #hello(): void {
    const page = { url: location.href, title: document.title };
    this.#send({ op: 'hello', version: PROTOCOL_VERSION, site: this.#site, token: '', page });
    this.#ping = setInterval(() => this.#send({ op: 'ping' }), PING_MS);
  }

  #send(frame: ClientFrame): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(frame));
  }

  #receive(frame: ServerFrame): void {
    if (frame.op === 'back-office') this.#listener.changed(frame.changed, frame.waiting);
    if (frame.op === 'rights') this.#listener.changed(['site'], null);
    if (frame.op === 'welcome') this.#welcomed();
  }

  #welcomed(): void {
    this.#attempts = 0;
    this.#listener.state('live');
    if (this.#welcomedBefore) this.#listener.changed(EVERYTHING, null);
    this.#welcomedBefore = true;
  }

  #closed(code: number): void {
    this.#clear();
    if (this.#stopped) return;
    if (code === CLOSE.badToken || code === CLOSE.forbidden) this.#listener.refused();
    this.#listener.state('reconnecting');
    this.#retry = setTimeout(() => this.#connect(), backOff(this.#attempts++, Math.random()));
  }

  #clear(): void {
    if (this.#retry) clearTimeout(this.#retry);
    if (this.#ping) clearInterval(this.#ping);
    this.#retry = null;
    this.#ping = null;
  }
}
