/** Bytes to and from the server without any library that would keep to the rules. */
import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { SHOP } from '../server/harness.ts';

/** An address of this machine of its own for each number: limits that count by address stay on. */
export function localAddress(index: number): string {
  return `127.${1 + (Math.floor(index / 62_500) % 250)}.${1 + (Math.floor(index / 250) % 250)}.${1 + (index % 250)}`;
}

export type RawSocket = {
  socket: Socket;
  /** Everything that came so far. */
  received(): Buffer;
  /** Resolves when what came satisfies, or when the socket is closed. */
  until(enough: (received: Buffer) => boolean): Promise<Buffer>;
  closed: Promise<void>;
  isClosed(): boolean;
};

export async function openRaw(url: string, from: string): Promise<RawSocket> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port), localAddress: from, allowHalfOpen: true });
  const chunks: Buffer[] = [];
  let open = true;
  let look = () => {};
  socket.on('data', (chunk) => {
    chunks.push(chunk);
    look();
  });
  socket.on('error', () => {});
  socket.on('end', () => socket.end());
  const closed = new Promise<void>((resolve) =>
    socket.once('close', () => {
      open = false;
      look();
      resolve();
    }),
  );
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
  const received = () => Buffer.concat(chunks);
  return {
    socket,
    received,
    closed,
    isClosed: () => !open,
    until: (enough) =>
      new Promise((resolve) => {
        look = () => {
          const bytes = received();
          if (!open || enough(bytes)) resolve(bytes);
        };
        look();
      }),
  };
}

export function upgradeRequest(headers: Record<string, string> = {}, path = '/api/socket'): string {
  const all: Record<string, string> = {
    Host: 'chat.test',
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': randomBytes(16).toString('base64'),
    Origin: SHOP,
    ...headers,
  };
  return `GET ${path} HTTP/1.1\r\n${Object.entries(all)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}\r\n`;
}

/** Opens a WebSocket by hand. @returns null where the upgrade was refused */
export async function openWebSocket(url: string, from: string): Promise<RawSocket | null> {
  const raw = await openRaw(url, from);
  raw.socket.write(upgradeRequest());
  const answer = await raw.until((bytes) => bytes.includes('\r\n\r\n'));
  if (answer.toString('latin1').startsWith('HTTP/1.1 101')) return raw;
  raw.socket.destroy();
  return null;
}

export type FrameBits = { fin?: boolean; rsv?: number; opcode?: number; mask?: boolean; saidLength?: number };

/** A frame of RFC 6455, section 5.2, as right or as wrong as wanted. */
export function webSocketFrame(payload: Buffer | string, bits: FrameBits = {}): Buffer {
  const { fin = true, rsv = 0, opcode = 1, mask = true } = bits;
  const data = Buffer.from(payload);
  const length = lengthBytes(bits.saidLength ?? data.length, mask);
  const first = Buffer.from([(fin ? 0x80 : 0) | (rsv << 4) | opcode]);
  if (!mask) return Buffer.concat([first, length, data]);
  const key = randomBytes(4);
  return Buffer.concat([first, length, key, data.map((byte, i) => byte ^ key[i % 4]!)]);
}

function lengthBytes(length: number, mask: boolean): Buffer {
  const masked = mask ? 0x80 : 0;
  if (length < 126) return Buffer.from([masked | length]);
  if (length < 65_536) return Buffer.from([masked | 126, length >> 8, length & 255]);
  const long = Buffer.alloc(9);
  long[0] = masked | 127;
  long.writeBigUInt64BE(BigInt(length), 1);
  return long;
}

export type ReceivedFrame = { opcode: number; payload: Buffer };

/** The whole frames the server sent after its answer to the upgrade. */
export function framesIn(received: Buffer): ReceivedFrame[] {
  const frames: ReceivedFrame[] = [];
  let at = received.indexOf('\r\n\r\n') + 4;
  while (at + 2 <= received.length) {
    const short = received[at + 1]! & 0x7f;
    const head = short < 126 ? 2 : short === 126 ? 4 : 10;
    if (at + head > received.length) break;
    const length =
      short < 126
        ? short
        : short === 126
          ? received.readUInt16BE(at + 2)
          : Number(received.readBigUInt64BE(at + 2));
    if (at + head + length > received.length) break;
    frames.push({ opcode: received[at]! & 15, payload: received.subarray(at + head, at + head + length) });
    at += head + length;
  }
  return frames;
}
