import { connect, type Socket } from 'node:net';
import { sourceAddress } from './addresses.ts';
import type { Dialect } from './dialects.ts';
import { clientFrame, OPCODE, upgradeRequest, walkFrames } from './wire.ts';

/** One connection of the generator. */
export type Line = {
  socket: Socket;
  dialect: Dialect;
  ready: boolean;
  /** The number of the last message delivered to it. */
  lastSeq: number;
};

/** What a line tells, in the order in which it arrives. */
export type Listener = {
  ready(line: Line): void;
  delivered(line: Line, seq: number): void;
  acknowledged(line: Line, number: number, published: boolean): void;
  /** Something a run must not meet: a refusal, a close, an answer that is no upgrade. */
  failed(line: Line, what: string): void;
};

/** One buffer for all: what a read brought is dealt with before the next read. */
const arrivals = Buffer.allocUnsafe(256 * 1024);

/** Opens a connection from an address of its own, greets, and tells `listener` what comes. */
export function openLine(
  where: { port: number; index: number; origin: string; lastSeq: number },
  dialect: Dialect,
  seqOf: SeqReader,
  listener: Listener,
): Line {
  let rest: Buffer | null = null;
  let upgraded = false;
  const socket = connect({
    host: '127.0.0.1',
    port: where.port,
    localAddress: sourceAddress(where.index),
    noDelay: true,
    onread: { buffer: arrivals, callback },
  });
  const line: Line = { socket, dialect, ready: false, lastSeq: where.lastSeq };
  socket.write(upgradeRequest(`127.0.0.1:${where.port}`, dialect.path, { Origin: where.origin }));
  socket.on('error', (error) => listener.failed(line, error.message));
  socket.on('close', () => listener.failed(line, 'the connection was closed'));
  return line;

  function callback(length: number): boolean {
    const fresh = arrivals.subarray(0, length);
    const bytes = rest === null ? fresh : Buffer.concat([rest, fresh]);
    // What the frames of one read lead to is written at once.
    socket.cork();
    const done = upgraded ? walkFrames(bytes, take) : upgrade(bytes);
    socket.uncork();
    rest = done < bytes.length ? Buffer.from(bytes.subarray(done)) : null;
    return true;
  }

  function upgrade(bytes: Buffer): number {
    const end = bytes.indexOf('\r\n\r\n');
    if (end < 0) return 0;
    const status = bytes.toString('latin1', 0, bytes.indexOf('\r\n'));
    if (!status.includes(' 101 ')) listener.failed(line, `no upgrade: ${status}`);
    upgraded = true;
    for (const text of dialect.greeting) write(line, text);
    if (dialect.path === '/') becomeReady();
    return end + 4 + walkFrames(bytes.subarray(end + 4), take);
  }

  function take(opcode: number, bytes: Buffer, start: number, end: number): void {
    const seq = opcode === OPCODE.text ? seqOf(bytes, start) : 0;
    if (seq > 0) listener.delivered(line, seq);
    else if (opcode === OPCODE.ping) socket.write(clientFrame(OPCODE.pong, bytes.subarray(start, end)));
    else if (opcode === OPCODE.close) listener.failed(line, `closed with ${bytes.readUInt16BE(start)}`);
    else if (opcode === OPCODE.text) hear(bytes, start, end);
  }

  function hear(bytes: Buffer, start: number, end: number): void {
    const text = bytes.toString('latin1', start, Math.min(end, start + 200));
    const { reply, ready, acknowledged, refused } = dialect.heard(text);
    if (reply !== undefined) write(line, reply);
    if (ready) becomeReady();
    if (refused) listener.failed(line, text);
    if (acknowledged === undefined) return;
    const state = bytes.indexOf('"state":"published"', start);
    listener.acknowledged(line, acknowledged, state >= 0 && state < end);
  }

  function becomeReady(): void {
    if (line.ready) return;
    line.ready = true;
    listener.ready(line);
  }
}

export function write(line: Line, text: string): void {
  line.socket.write(clientFrame(OPCODE.text, text));
}

/** The number of the message a frame delivers; 0 when it is no delivery. */
export type SeqReader = (bytes: Buffer, start: number) => number;

/** Looks for the marker and reads the digits after `"seq":`, whose place is the same in every frame of a run. */
export function seqReader(marker: string): SeqReader {
  const wanted = Buffer.from(marker);
  let offset = 2;
  return (bytes, start) => {
    for (let i = 0; i < wanted.length; i++) if (bytes[start + i] !== wanted[i]) return 0;
    const isPlace = bytes[start + offset - 1] === 0x3a && bytes[start + offset - 2] === 0x22;
    if (!isPlace) offset = bytes.indexOf('"seq":', start) - start + '"seq":'.length;
    let seq = 0;
    for (let at = start + offset; isDigit(bytes[at]!); at++) seq = seq * 10 + bytes[at]! - 0x30;
    return seq;
  };
}

const isDigit = (byte: number) => byte >= 0x30 && byte <= 0x39;
