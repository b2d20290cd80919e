/** A client made of a network socket alone, to see and to withhold what a WebSocket library hides. */
import { connect, type Socket } from 'node:net';
import type { ClientFrame, ServerFrame } from '../../server/protocol/frames.ts';
import { SHOP } from './harness.ts';

const KEY = 'dGhlIHNhbXBsZSBub25jZQ==';

export class RawClient {
  readonly socket: Socket;
  readonly ended: Promise<void>;
  /** The answer to the upgrade: its status line and headers. */
  head = '';
  /** What the server closed with, how often it asked for a sign of life, every frame it sent in order. */
  closeCode: number | null = null;
  heartbeats = 0;
  readonly frames: ServerFrame[] = [];
  private bytes: Buffer = Buffer.alloc(0);
  private waiting: (() => void)[] = [];

  constructor(base: string, headers: Record<string, string> = {}) {
    const { hostname: host, port } = new URL(base);
    this.socket = connect({ host, port: Number(port) });
    this.ended = new Promise((resolve) => this.socket.once('close', () => resolve()));
    this.socket.on('error', () => this.socket.destroy());
    this.socket.on('data', (chunk) => this.read(chunk));
    const lines = Object.entries({ origin: SHOP, ...headers }).map(
      ([name, value]) => `${name}: ${value}\r\n`,
    );
    this.socket.write(
      `GET /api/socket HTTP/1.1\r\nHost: test\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
        `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${KEY}\r\n${lines.join('')}\r\n`,
    );
  }

  send(frame: ClientFrame): void {
    this.socket.write(masked(JSON.stringify(frame)));
  }

  /** Resolves once `seen` says so of what has arrived. */
  async until(seen: (client: this) => boolean): Promise<void> {
    while (!seen(this)) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  private read(chunk: Buffer): void {
    this.bytes = Buffer.concat([this.bytes, chunk]);
    if (!this.head) this.readHead();
    if (this.head) this.readFrames();
    for (const resolve of this.waiting.splice(0)) resolve();
  }

  private readHead(): void {
    const end = this.bytes.indexOf('\r\n\r\n');
    if (end === -1) return;
    this.head = this.bytes.subarray(0, end).toString();
    this.bytes = this.bytes.subarray(end + 4);
  }

  private readFrames(): void {
    for (let frame = firstFrame(this.bytes); frame; frame = firstFrame(this.bytes)) {
      this.bytes = this.bytes.subarray(frame.end);
      if (frame.opcode === 1) this.frames.push(JSON.parse(frame.payload.toString()) as ServerFrame);
      if (frame.opcode === 9) this.heartbeats += 1;
      if (frame.opcode === 8) {
        this.closeCode = frame.payload.readUInt16BE(0);
        this.socket.end();
      }
    }
  }
}

function firstFrame(bytes: Buffer): { opcode: number; payload: Buffer; end: number } | null {
  if (bytes.length < 2) return null;
  const short = bytes[1]! & 0x7f;
  const start = short < 126 ? 2 : short === 126 ? 4 : 10;
  if (bytes.length < start) return null;
  const length =
    short < 126 ? short : short === 126 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2));
  const end = start + length;
  if (bytes.length < end) return null;
  return { opcode: bytes[0]! & 15, payload: bytes.subarray(start, end), end };
}

/** A text frame under a mask of zeros, which changes nothing. */
function masked(text: string): Buffer {
  const payload = Buffer.from(text);
  const head =
    payload.length < 126
      ? [0x81, 0x80 | payload.length]
      : [0x81, 0x80 | 126, payload.length >> 8, payload.length & 255];
  return Buffer.concat([Buffer.from([...head, 0, 0, 0, 0]), payload]);
}
