import type { Socket } from 'node:net';
import { WebSocket } from 'ws';
import type { Connection } from './connection.ts';
import type { Transport } from './transport.ts';

const NOTHING = Buffer.alloc(0);

/**
 * The server's end of a WebSocket. Frames are made elsewhere, once for everybody, and written to the network
 * socket below; ws reads, checks and closes.
 */
export class BrowserSocket extends WebSocket implements Transport {
  readonly kind = 'socket';
  connection: Connection | null = null;
  private network: Socket | null = null;

  /** Takes its place on the network socket it was upgraded from. */
  over(network: Socket): this {
    this.network = network;
    return this;
  }

  write(bytes: Buffer): void {
    if (this.readyState === WebSocket.OPEN) this.network?.write(bytes);
  }

  get waiting(): number {
    return this.network?.writableLength ?? 0;
  }

  whenTaken(then: () => void): void {
    // Called when what is before it has left, or with the error that ended the socket.
    this.network?.write(NOTHING, () => then());
  }
}
