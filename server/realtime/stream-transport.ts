import type { ServerResponse } from 'node:http';
import type { StreamClosed, StreamOpened } from '../protocol/frames.ts';
import type { Transport } from './transport.ts';

const NOTHING = Buffer.alloc(0);

/** Frames as server-sent events, in the answer to the request that said hello. */
export class StreamTransport implements Transport {
  readonly kind = 'stream';
  private readonly response: ServerResponse;

  constructor(response: ServerResponse) {
    this.response = response;
  }

  /** Begins the answer: the first event says where frames are to be sent. */
  open(opened: StreamOpened): void {
    this.response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      // A proxy that waits for the whole answer, or packs it, would keep it for ever.
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    });
    this.response.write(eventOf('stream', opened));
  }

  write(bytes: Buffer): void {
    if (!this.response.writableEnded) this.response.write(bytes);
  }

  get waiting(): number {
    return this.response.writableLength;
  }

  whenTaken(then: () => void): void {
    // Called when what is before it has left, or with the error that ended the socket.
    this.response.socket?.write(NOTHING, () => then());
  }

  close(code: number, reason: string): void {
    if (!this.response.writableEnded) this.response.end(eventOf('close', { code, reason }));
  }

  terminate(): void {
    this.response.destroy();
  }
}

const eventOf = (name: string, data: StreamOpened | StreamClosed): string =>
  `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
