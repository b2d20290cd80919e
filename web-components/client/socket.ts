import { CLOSE, type ClientFrame, type ServerFrame } from '../../server/protocol/frames.ts';
import { backOffDelay } from './back-off.ts';
import type { Clock } from './clock.ts';

const PING_MS = 25_000;
const SILENCE_MS = 45_000;
const OPEN = 1;

export type SocketState = 'idle' | 'connecting' | 'ready' | 'waiting' | 'refused';
export type WebSocketLike = Pick<WebSocket, 'send' | 'close' | 'onopen' | 'onmessage' | 'onclose'> & {
  readonly readyState: number;
};
type Hello = Extract<ClientFrame, { op: 'hello' }>;

export type SocketOptions = {
  url: string;
  openWebSocket: (url: string) => WebSocketLike;
  /** What to introduce oneself with; asked for at each attempt. */
  hello: () => Promise<Hello>;
  /** The server refuses this token. */
  onBadToken: (token: string) => void;
  onFrame: (frame: ServerFrame) => void;
  onState: (state: SocketState) => void;
  clock: Clock;
  random: () => number;
};

/** One connection that comes back by itself, for ever, unless the server says not to. */
export class ChatSocket {
  readonly #options: SocketOptions;
  #state: SocketState = 'idle';
  #socket: WebSocketLike | null = null;
  #failures = 0;
  #badTokens = 0;
  #token = '';
  /** Tells an attempt from the one that replaced it. */
  #attempt = 0;
  #timers: { retry?: unknown; ping?: unknown; silence?: unknown } = {};

  constructor(options: SocketOptions) {
    this.#options = options;
  }

  get state(): SocketState {
    return this.#state;
  }

  /** Connects, or tries again at once when waiting to. */
  open(): void {
    if (this.#state === 'connecting' || this.#state === 'ready') return;
    void this.#connect();
  }

  close(): void {
    this.#drop();
    this.#become('idle');
  }

  /** @returns false when there is nobody to send to: whoever asks keeps what is to be sent. */
  send(frame: ClientFrame): boolean {
    if (this.#state !== 'ready' || this.#socket?.readyState !== OPEN) return false;
    this.#socket.send(JSON.stringify(frame));
    return true;
  }

  async #connect(): Promise<void> {
    this.#drop();
    const attempt = this.#attempt;
    this.#become('connecting');
    const hello = await this.#options.hello().catch(() => null);
    if (attempt !== this.#attempt) return;
    if (!hello) return this.#comeBack();
    this.#token = hello.token;
    this.#dial(hello);
  }

  #dial(hello: Hello): void {
    const socket = this.#options.openWebSocket(this.#options.url);
    this.#socket = socket;
    this.#heard();
    socket.onopen = () => socket.send(JSON.stringify(hello));
    socket.onmessage = ({ data }) => {
      if (socket === this.#socket) this.#receive(JSON.parse(String(data)) as ServerFrame);
    };
    socket.onclose = ({ code }) => {
      if (socket === this.#socket) this.#closed(code);
    };
  }

  #receive(frame: ServerFrame): void {
    this.#heard();
    if (frame.op === 'welcome') {
      this.#failures = 0;
      this.#badTokens = 0;
      this.#become('ready');
      this.#ping();
    }
    this.#options.onFrame(frame);
  }

  #closed(code: number) {
    this.#drop();
    if (code === CLOSE.badToken && this.#badTokens === 0) {
      this.#badTokens = 1;
      this.#options.onBadToken(this.#token);
      void this.#connect();
    } else if (isFinal(code)) {
      this.#become('refused');
    } else {
      this.#comeBack();
    }
  }

  #comeBack(): void {
    const { clock, random } = this.#options;
    this.#become('waiting');
    const delay = backOffDelay(this.#failures, random);
    this.#failures += 1;
    this.#timers.retry = clock.setTimeout(() => void this.#connect(), delay);
  }

  #ping(): void {
    const { clock } = this.#options;
    this.#timers.ping = clock.setTimeout(() => {
      this.send({ op: 'ping' });
      this.#ping();
    }, PING_MS);
  }

  /** A socket that says nothing for so long is dead, whatever the browser believes. */
  #heard(): void {
    const { clock } = this.#options;
    clock.clearTimeout(this.#timers.silence);
    this.#timers.silence = clock.setTimeout(() => {
      this.#drop();
      this.#comeBack();
    }, SILENCE_MS);
  }

  #drop(): void {
    const socket = this.#socket;
    this.#socket = null;
    this.#attempt += 1;
    for (const timer of Object.values(this.#timers)) this.#options.clock.clearTimeout(timer);
    this.#timers = {};
    socket?.close();
  }

  #become(state: SocketState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#options.onState(state);
  }
}

/** 44xx: do not come back. */
function isFinal(code: number): boolean {
  return code >= 4400 && code < 4500;
}
