import type { CLOSE, ClientFrame, ServerFrame } from '../../server/protocol/frames.ts';
import { backOffDelay } from './back-off.ts';
import type { Clock } from './clock.ts';
import type { Hello } from './hello.ts';
import type { Link, LinkState } from './link.ts';
import type { SendQueue } from './send-queue.ts';
import type { Way, WebSocketLike } from './way.ts';

const BAD_TOKEN: (typeof CLOSE)['badToken'] = 4401;
const PING_MS = 25_000;
const SILENCE_MS = 45_000;
/** How soon a ping is answered by a connection that still is one. */
const ANSWER_MS = 700;
const TICK_MS = 1_000;
const JUMP_MS = 3_000;
const WAKE_EVERY_MS = 200;
const STUCK_MS = 5_000;
const HURRY_EVERY_MS = 10_000;
const OPEN = 1;
const CUT = 1006;

export type SocketOptions = {
  way: Way;
  /** What to introduce oneself with; asked for at each attempt. */
  hello: () => Promise<Hello>;
  /** What is said right behind it: the answers come with the welcome. */
  greeting: () => ClientFrame[];
  /** The server refuses this token. */
  onBadToken: (token: string) => void;
  onFrame: (frame: ServerFrame) => void;
  onState: (state: LinkState) => void;
  queue: Pick<SendQueue, 'unsent'>;
  clock: Clock;
  random: () => number;
};

/** One connection that comes back by itself, for ever, unless the server says not to. */
export class ChatSocket implements Link {
  readonly leads = true;
  readonly isShared = false;
  readonly #options: SocketOptions;
  #state: LinkState = 'idle';
  #socket: WebSocketLike | null = null;
  #badTokens = 0;
  #token = '';
  /** Tells an attempt from the one that replaced it. */
  #attempt = 0;
  #timers: { retry?: unknown; ping?: unknown; silence?: unknown; answer?: unknown; tick?: unknown } = {};
  /** Why the last connection was closed. */
  #code = CUT;
  #times = { away: 0, due: 0, attempt: 0, woke: 0, hurried: 0, ping: 0, roundTrip: 0 };

  constructor(options: SocketOptions) {
    this.#options = options;
  }

  get state(): LinkState {
    return this.#state;
  }

  open(): void {
    if (this.#state === 'connecting' || this.#state === 'ready') return;
    if (this.#state !== 'waiting') this.#times.away = this.#now;
    void this.#connect();
  }

  close(): void {
    this.#drop();
    this.#become('idle');
  }

  leave(): void {
    this.close();
  }

  wake(): void {
    const { woke, attempt } = this.#times;
    // Unsigned: a clock that was set back has not woken anybody lately.
    if ((this.#now - woke) >>> 0 < WAKE_EVERY_MS) return;
    this.#times.woke = this.#now;
    if (this.#state === 'ready') this.#checkNow();
    else if (this.#state === 'waiting') void this.#connect();
    else if (this.#state === 'connecting' && this.#now - attempt > STUCK_MS) void this.#connect();
  }

  send(frame: ClientFrame): boolean {
    if (this.#state === 'waiting' && frame.op === 'send') this.#retry();
    if (this.#state !== 'ready' || this.#socket?.readyState !== OPEN) return false;
    this.#socket.send(JSON.stringify(frame));
    return true;
  }

  get #now(): number {
    return this.#options.clock.now();
  }

  async #connect(): Promise<void> {
    this.#drop();
    const attempt = this.#attempt;
    this.#times.attempt = this.#now;
    this.#become('connecting');
    this.#tick();
    try {
      const hello = await this.#options.hello();
      const socket = attempt === this.#attempt && (await this.#options.way.dial());
      if (!socket) return;
      if (attempt === this.#attempt) this.#listen(socket, hello);
      else socket.close();
    } catch {
      // Nobody answered: as good as cut off.
      if (attempt === this.#attempt) this.#comeBack(CUT);
    }
  }

  #listen(socket: WebSocketLike, hello: Hello): void {
    this.#socket = socket;
    this.#token = hello.token;
    this.#heard();
    const introduce = () => {
      for (const frame of [hello, ...this.#options.greeting()]) socket.send(JSON.stringify(frame));
    };
    socket.onopen = introduce;
    socket.onmessage = ({ data }) => {
      if (socket === this.#socket) this.#receive(JSON.parse(String(data)) as ServerFrame);
    };
    socket.onclose = ({ code }) => {
      if (socket === this.#socket) this.#closed(code);
    };
    if (socket.readyState === OPEN) introduce();
  }

  #receive(frame: ServerFrame): void {
    this.#heard();
    if (frame.op === 'welcome') {
      this.#badTokens = 0;
      this.#options.way.worked();
      this.#become('ready');
      this.#pingLater();
    }
    if (frame.op === 'pong') this.#times.roundTrip = this.#now - this.#times.ping;
    this.#options.onFrame(frame);
  }

  #closed(code: number) {
    const wasReady = this.#state === 'ready';
    if (wasReady) this.#times.away = this.#now;
    else if (code === CUT) this.#options.way.failed();
    if (code === BAD_TOKEN && this.#badTokens === 0) {
      this.#badTokens = 1;
      this.#options.onBadToken(this.#token);
      void this.#connect();
    } else if (isWithin(4400, code)) {
      this.#drop();
      this.#become('refused');
    } else if (
      (isWithin(4600, code) || (wasReady && this.#now - this.#times.woke < TICK_MS)) &&
      this.#mayHurry()
    ) {
      void this.#connect();
    } else {
      this.#comeBack(code);
    }
  }

  /** At once, but not again and again. */
  #mayHurry(): boolean {
    if (this.#now - this.#times.hurried < HURRY_EVERY_MS) return false;
    this.#times.hurried = this.#now;
    return true;
  }

  #comeBack(code: number): void {
    this.#drop();
    this.#become('waiting');
    this.#tick();
    this.#code = code;
    this.#times.due = Infinity;
    this.#retry();
  }

  /** Later, but no later than was meant before. */
  #retry(): void {
    const { queue, clock, random } = this.#options;
    const { away, due } = this.#times;
    const delay = backOffDelay(this.#now - away, this.#code, queue.unsent().length > 0, random);
    if (this.#now + delay > due) return;
    clock.clearTimeout(this.#timers.retry);
    this.#timers.retry = clock.setTimeout(() => void this.#connect(), delay);
    this.#times.due = this.#now + delay;
  }

  #ping(): void {
    this.#times.ping = this.#now;
    this.send({ op: 'ping' });
  }

  #pingLater(): void {
    this.#timers.ping = this.#options.clock.setTimeout(() => {
      this.#ping();
      this.#pingLater();
    }, PING_MS);
  }

  /** Is anybody still there? A slow link, by its last answer, is given twice the time. */
  #checkNow(): void {
    if (this.#timers.answer !== undefined) return;
    const { roundTrip } = this.#times;
    this.#ping();
    this.#timers.answer = this.#options.clock.setTimeout(
      () => {
        this.#times.away = this.#now;
        void this.#connect();
      },
      roundTrip > ANSWER_MS / 2 ? Math.max(ANSWER_MS, roundTrip) * 2 : ANSWER_MS,
    );
  }

  /** A socket that says nothing for so long is dead, whatever the browser believes. */
  #heard(): void {
    const { clock } = this.#options;
    clock.clearTimeout(this.#timers.silence);
    clock.clearTimeout(this.#timers.answer);
    this.#timers.answer = undefined;
    const due = this.#now + SILENCE_MS;
    this.#timers.silence = clock.setTimeout(() => {
      // A page in the background has its timers held back, and could not ask in time.
      if (this.#state === 'ready' && this.#now - due > JUMP_MS) return this.#checkNow();
      if (this.#state === 'ready') this.#times.away = this.#now;
      this.#comeBack(CUT);
    }, SILENCE_MS);
  }

  /** A machine that slept does not say so: its clock jumps. */
  #tick(): void {
    const due = this.#now + TICK_MS;
    this.#timers.tick = this.#options.clock.setTimeout(() => {
      const late = this.#now - due;
      this.#tick();
      if (late > JUMP_MS) this.wake();
    }, TICK_MS);
  }

  #drop(): void {
    const socket = this.#socket;
    this.#socket = null;
    this.#attempt += 1;
    for (const timer of Object.values(this.#timers)) this.#options.clock.clearTimeout(timer);
    this.#timers = {};
    socket?.close();
  }

  #become(state: LinkState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#options.onState(state);
  }
}

/** 44xx: do not come back. 46xx: come back at once. */
const isWithin = (from: number, code: number): boolean => code >= from && code < from + 100;
