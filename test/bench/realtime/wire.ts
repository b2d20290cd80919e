/** Just enough of WebSocket (RFC 6455) for a load generator. */
import { randomBytes } from 'node:crypto';

export const OPCODE = { text: 1, close: 8, ping: 9, pong: 10 } as const;

/** The request that turns a connection into a socket (RFC 6455, 4.1). */
export function upgradeRequest(host: string, path: string, headers: Record<string, string>): string {
  const lines = Object.entries({
    Host: host,
    Upgrade: 'websocket',
    Connection: 'Upgrade',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': randomBytes(16).toString('base64'),
    ...headers,
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  return `GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`;
}

/** A client's frame: masked as it must be, by a key of zeros, which leaves the bytes as they are. */
export function clientFrame(opcode: number, payload: string | Buffer): Buffer {
  const bytes = Buffer.from(payload);
  const long = bytes.length > 125;
  const header = Buffer.alloc(long ? 8 : 6);
  header[0] = 0x80 | opcode;
  header[1] = 0x80 | (long ? 126 : bytes.length);
  if (long) header.writeUInt16BE(bytes.length, 2);
  return Buffer.concat([header, bytes]);
}

/** A server's frame of text of 126 to 65,535 bytes: not masked. */
export function serverFrame(payload: Buffer): Buffer {
  const header = Buffer.from([0x80 | OPCODE.text, 126, 0, 0]);
  header.writeUInt16BE(payload.length, 2);
  return Buffer.concat([header, payload]);
}

/** Told for each whole frame: where its payload lies in `bytes`. */
export type OnFrame = (opcode: number, bytes: Buffer, start: number, end: number) => void;

/**
 * Walks over a server's frames by their lengths alone, looking into none.
 * @returns how many bytes were whole frames
 */
export function walkFrames(bytes: Buffer, onFrame: OnFrame): number {
  let at = 0;
  while (at + 2 <= bytes.length) {
    let length = bytes[at + 1]! & 0x7f;
    let start = at + 2;
    if (length === 126) {
      if (at + 4 > bytes.length) break;
      length = bytes.readUInt16BE(at + 2);
      start = at + 4;
    } else if (length === 127) {
      if (at + 10 > bytes.length) break;
      length = Number(bytes.readBigUInt64BE(at + 2));
      start = at + 10;
    }
    if (start + length > bytes.length) break;
    onFrame(bytes[at]! & 0x0f, bytes, start, start + length);
    at = start + length;
  }
  return at;
}
