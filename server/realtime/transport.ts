/**
 * What carries frames to a browser: a WebSocket, or a stream of server-sent events where sockets are blocked.
 * A connection hands it whole encoded frames, joined, and never writes while bytes are still waiting.
 */
export type TransportKind = 'socket' | 'stream';

export type Transport = {
  readonly kind: TransportKind;
  /** Whole encoded frames, joined. */
  write(bytes: Buffer): void;
  /** Bytes written that the kernel has not taken yet. */
  readonly waiting: number;
  /** Calls back once everything written so far has been taken; perhaps never when the peer goes. */
  whenTaken(then: () => void): void;
  /** Tells the peer why, after what was written; the peer ends it. */
  close(code: number, reason: string): void;
  /** Ends it at once. */
  terminate(): void;
};

/** A frame's JSON as it travels: the same bytes for every connection of a kind. */
export function encodeFrame(kind: TransportKind, json: string): Buffer {
  return kind === 'socket' ? socketFrame(json) : Buffer.from(`data: ${json}\n\n`);
}

/** What is sent when there is nothing to say: a ping that the peer's WebSocket answers; a comment. */
export const HEARTBEAT: Record<TransportKind, Buffer> = {
  socket: Buffer.from([0x89, 0]),
  stream: Buffer.from(':\n\n'),
};

const FINAL_TEXT = 0x81;

/** One unfragmented, unmasked text frame (RFC 6455, 5.2): header and payload in one buffer. */
function socketFrame(json: string): Buffer {
  const length = Buffer.byteLength(json);
  const start = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const bytes = Buffer.allocUnsafe(start + length);
  bytes[0] = FINAL_TEXT;
  if (start === 2) {
    bytes[1] = length;
  } else if (start === 4) {
    bytes[1] = 126;
    bytes.writeUInt16BE(length, 2);
  } else {
    bytes[1] = 127;
    bytes.writeBigUInt64BE(BigInt(length), 2);
  }
  bytes.write(json, start);
  return bytes;
}
