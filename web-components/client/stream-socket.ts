import type { PageView, StreamClosed, StreamOpened } from '../../server/protocol/frames.ts';
import type { Fetch } from './api.ts';
import type { Clock } from './clock.ts';
import type { Listener, Stream, WebSocketLike } from './way.ts';

const OPEN = 1;
const CLOSED = 3;
const CUT = 1006;
/** Of the codes that say: come back at once. */
const TRY_AGAIN = 4600;
const PROBE_MS = 10 * 60_000;
/** Frames go together in one request up to so many characters, which with one frame more the server takes. */
const TOGETHER = 16_000;

export type StreamSocketOptions = {
  server: string;
  site: string;
  page: () => PageView;
  fetch: Fetch;
  clock: Clock;
  /** Tried now and then: the network may let it through again. */
  openWebSocket: () => WebSocketLike;
};

/** The way to the server that needs no WebSocket. */
export function openStream(options: StreamSocketOptions): Stream {
  const { server, site, page, fetch } = options;
  return {
    open: () => new StreamSocket(options),
    httpWorks: () =>
      fetch(new URL(`/api/widget/embed?${new URLSearchParams({ site, url: page().url })}`, server).href).then(
        ({ ok }) => ok,
        () => false,
      ),
  };
}

/**
 * What looks like a WebSocket and is none: frames come as server-sent events in the answer to the first one,
 * and go as requests, one after the other, so that they arrive in their order.
 */
class StreamSocket implements WebSocketLike {
  readyState = OPEN;
  onopen: Listener<Event> = null;
  onmessage: Listener<MessageEvent> = null;
  onclose: Listener<CloseEvent> = null;
  readonly #options: StreamSocketOptions;
  readonly #ends = new AbortController();
  #address = '/api/stream';
  #unsent: string[] = [];
  #isSending = false;
  #probe: unknown;

  constructor(options: StreamSocketOptions) {
    this.#options = options;
    this.#probeLater();
  }

  /** The first frame opens the stream, the others follow it. */
  send(frame: string): void {
    if (this.#address === '/api/stream') {
      this.#address = '';
      void this.#read(frame).then(
        (code) => this.#closed(code),
        () => this.#closed(CUT),
      );
      return;
    }
    this.#unsent.push(frame);
    void this.#flush();
  }

  close(): void {
    this.#end();
  }

  /** @returns the code the stream was closed with. */
  async #read(hello: string): Promise<number> {
    const answer = await this.#post('/api/stream', hello);
    if (!answer.ok || !answer.body) return closeCodeOf(answer.status);
    let text = '';
    for await (const part of chunksOf(answer.body)) {
      const events = (text + part).split('\n\n');
      text = events.pop() ?? '';
      for (const event of events) {
        const code = this.#take(event);
        if (code) return code;
      }
    }
    return CUT;
  }

  /** One server-sent event. @returns a code when it was the last. */
  #take(event: string): number | null {
    const name = /^event: (.*)$/m.exec(event)?.[1];
    const data = /^data: (.*)$/m.exec(event)?.[1];
    if (!data || this.readyState !== OPEN) return null;
    if (name === 'close') return (JSON.parse(data) as StreamClosed).code;
    if (name === 'stream') {
      this.#address = `/api/stream/${(JSON.parse(data) as StreamOpened).id}`;
      void this.#flush();
    } else {
      this.#call(this.onmessage, { data });
    }
    return null;
  }

  /** What a request that failed carried is sent again by whoever keeps it, once there is a connection again. */
  async #flush(): Promise<void> {
    if (this.#isSending || !this.#address) return;
    this.#isSending = true;
    while (this.#unsent.length && this.readyState === OPEN) {
      let count = 1;
      for (let length = 0; count < this.#unsent.length; count += 1) {
        length += this.#unsent[count - 1]?.length ?? 0;
        if (length > TOGETHER) break;
      }
      const frames = this.#unsent.splice(0, count).join(',');
      const answer = await this.#post(this.#address, `[${frames}]`).catch(() => null);
      if (!answer?.ok) this.#closed(CUT);
    }
    this.#isSending = false;
  }

  #post(path: string, body: string): Promise<Response> {
    const { server, fetch } = this.#options;
    return fetch(new URL(path, server).href, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      credentials: 'omit',
      signal: this.#ends.signal,
      body,
    });
  }

  #probeLater(): void {
    const { clock, openWebSocket } = this.#options;
    this.#probe = clock.setTimeout(() => {
      this.#probeLater();
      const probe = openWebSocket();
      probe.onopen = () => {
        probe.close();
        this.#closed(TRY_AGAIN);
      };
    }, PROBE_MS);
  }

  #closed(code: number): void {
    if (this.readyState === CLOSED) return;
    this.#end();
    this.#call(this.onclose, { code });
  }

  #end(): void {
    this.readyState = CLOSED;
    this.#options.clock.clearTimeout(this.#probe);
    this.#ends.abort();
  }

  #call<Heard>(listener: Listener<Heard>, event: object): void {
    listener?.(event as Heard);
  }
}

/** A refusal, as a socket would have been closed: 4400 + … is final, anything else comes back later. */
function closeCodeOf(status: number): number {
  return [400, 401, 403, 404].includes(status) ? 4000 + status : CUT;
}

async function* chunksOf(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<string> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}
