import type { Clock } from './clock.ts';
import type { SiteStorage } from './site-storage.ts';

export type WebSocketLike = Pick<WebSocket, 'send' | 'close'> & {
  readonly readyState: number;
  onopen: Listener<Event>;
  onmessage: Listener<MessageEvent>;
  onclose: Listener<CloseEvent>;
};
/** A browser's socket also says `this`, which nobody here reads. */
export type Listener<Heard> = ((event: Heard) => unknown) | null;

export type Stream = {
  open: () => WebSocketLike;
  /** Whether the server answers plain requests just now. */
  httpWorks: () => Promise<boolean>;
};

export type WayOptions = {
  openWebSocket: () => WebSocketLike;
  /** Loads what only a network without WebSocket needs. */
  loadStream: () => Promise<Stream>;
  kept: SiteStorage;
  clock: Clock;
};

const KEY = 'stream';
const STREAM_MS = 10 * 60_000;

/**
 * Which way leads to the server: WebSocket, or the stream where a network lets no WebSocket through. It is
 * taken to be so after two attempts that never came through, the second one while plain requests did; after
 * some minutes WebSocket is tried again.
 */
export class Way {
  readonly #options: WayOptions;
  #isStream = false;
  #httpWorked = false;

  constructor(options: WayOptions) {
    this.#options = options;
  }

  async dial(): Promise<WebSocketLike> {
    const { openWebSocket, loadStream, kept, clock } = this.#options;
    this.#isStream = clock.now() - kept.read(KEY, Number.NEGATIVE_INFINITY) < STREAM_MS;
    return this.#isStream ? (await loadStream()).open() : openWebSocket();
  }

  worked(): void {
    this.#httpWorked = false;
  }

  /** An attempt was cut off before its welcome. */
  failed(): void {
    const { loadStream, kept, clock } = this.#options;
    if (this.#isStream) return;
    if (this.#httpWorked) kept.write(KEY, clock.now());
    this.#httpWorked = false;
    void this.#ask(loadStream);
  }

  async #ask(loadStream: WayOptions['loadStream']): Promise<void> {
    this.#httpWorked = await loadStream().then(
      (stream) => stream.httpWorks(),
      () => false,
    );
  }
}
