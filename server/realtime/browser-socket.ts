import type { Socket } from 'node:net';
import { type RawData, WebSocket } from 'ws';
import type { Connection } from './connection.ts';
import type { Transport } from './transport.ts';

const NOTHING = Buffer.alloc(0);

/** What happens to any of a server's sockets. */
export type Happenings = {
  message(connection: Connection, data: RawData, isBinary: boolean): void;
  /** A ping or a pong. */
  heartbeat(connection: Connection): void;
  closed(connection: Connection): void;
  failed(error: Error): void;
};

/**
 * The server's end of a WebSocket. Frames are made elsewhere, once for everybody, and written to the network
 * socket below; ws reads, checks and closes.
 */
export class BrowserSocket extends WebSocket implements Transport {
  readonly kind = 'socket';
  private connection: Connection | null = null;
  private happenings: Happenings | null = null;
  private network: Socket | null = null;

  /** Takes its place on the network socket it was upgraded from. */
  over(network: Socket): void {
    this.network = network;
  }

  listen(connection: Connection, happenings: Happenings): void {
    this.connection = connection;
    this.happenings = happenings;
  }

  /** One table for all sockets: listeners of each one's own would cost a large part of an idle connection. */
  override emit(event: string | symbol, ...args: unknown[]): boolean {
    const { connection, happenings } = this;
    if (event === 'error') happenings?.failed(args[0] as Error);
    if (!connection) return event === 'error';
    if (event === 'message') happenings?.message(connection, args[0] as RawData, args[1] as boolean);
    else if (event === 'ping' || event === 'pong') happenings?.heartbeat(connection);
    else if (event === 'close') happenings?.closed(connection);
    return true;
  }

  write(bytes: Buffer): void {
    if (this.readyState === WebSocket.OPEN) this.network?.write(bytes);
  }

  get waiting(): number {
    return this.network?.writableLength ?? 0;
  }

  whenTaken(then: () => void): void {
    // Called when what is before it has left, or with the error that ended the socket.
    if (this.readyState === WebSocket.OPEN) this.network?.write(NOTHING, () => then());
  }
}
