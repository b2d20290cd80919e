/** I9: sockets that never read, with megabytes pushed at each, beside people who read. */
import { LIMITS } from '../../../server/limits.ts';
import type { Sabotage } from '../../rig/sabotage.ts';
import { PAGE, type Person, SHOP, type TestSocket } from '../../server/harness.ts';
import { type Child, startChild } from '../child.ts';
import { comesToBe, inParallel } from '../in-parallel.ts';
import { localAddress, openRaw, openWebSocket, type RawSocket, webSocketFrame } from '../raw-socket.ts';
import { talkElsewhere } from './people-elsewhere.ts';

/**
 * `live`: what others write is pushed. `history`: what they themselves ask for, again and again, without
 * reading it, while others write.
 */
export type SlowSize = {
  sockets: number;
  readers: number;
  mebibytes: number;
  pushed: 'live' | 'history';
  /** Connected too, in a conversation of their own that goes on meanwhile. */
  elsewhere: number;
  /** How those who never read are connected. */
  via?: 'socket' | 'stream';
  /** One that is nearly full, and no more, is closed for its silence: that takes the longest. */
  closedWithinMs?: number;
  sabotage?: Sabotage[];
};
type Outcome = {
  faults: string[];
  grewMiB: number;
  delivered: number;
  /** Of each message to each of those elsewhere. */
  elsewhereMs: number[];
};

/** The longest message there may be, in characters of four bytes: 16 kB each. */
const LARGE = '𠀀𠀁𠀂𠀃'.repeat(990);
const LARGE_KIB = 16;
/** What one writer sends: under the limit of a minute. */
const MESSAGES_A_WRITER = 50;
/** Much is pushed; that the server is not busy reading it besides is another promise. */
const PAUSE_MS = 100;
/** A history of about a mebibyte, and what is written while it is asked for. */
const HISTORY = 66;
const MEANWHILE = 40;

export async function slowReaders({
  sockets,
  readers,
  mebibytes,
  pushed,
  elsewhere,
  via = 'socket',
  closedWithinMs = LIMITS.ping.timeoutMs + 15_000,
  sabotage,
}: SlowSize): Promise<Outcome> {
  const child = await startChild({ sabotage });
  const slow: RawSocket[] = [];
  try {
    const asker = await child.person('manager');
    const asked = await asker.connect();
    const { conversation } = await asked.ask('Qui lit ?');
    const listening = await listen(child, readers, conversation.id);
    if (pushed === 'history') await writeAll(child, conversation.id, HISTORY);
    const others = await talkElsewhere(child, elsewhere);
    const before = await child.state();
    const asks = pushed === 'history' ? mebibytes : 1;
    const opening = inParallel(sockets, 10, async (index) => {
      slow.push(
        await NEVER_READS[via](child, await child.person(), index, { conversationId: conversation.id, asks }),
      );
    });
    if (pushed === 'live') await opening;
    const messages = pushed === 'live' ? Math.ceil((mebibytes * 1024) / LARGE_KIB) : MEANWHILE;
    await writeAll(child, conversation.id, messages);
    await opening;
    const outcome: Outcome = { faults: [], grewMiB: 0, delivered: 0, elsewhereMs: [] };
    const written = messages + (pushed === 'history' ? HISTORY : 0);
    for (const socket of listening) await checkReader(socket, written, outcome);
    await checkServer(child, before, closedWithinMs, outcome);
    const { deliveredMs, faults } = await others.end();
    outcome.elsewhereMs = deliveredMs;
    outcome.faults.push(...faults);
    return outcome;
  } finally {
    for (const { socket } of slow) socket.destroy();
    await child.stop();
  }
}

async function listen(child: Child, readers: number, conversationId: string): Promise<TestSocket[]> {
  const sockets: TestSocket[] = [];
  for (let i = 0; i < readers; i += 1) {
    const socket = await (await child.person()).connect();
    await socket.subscribe(conversationId);
    sockets.push(socket);
  }
  return sockets;
}

async function neverReads(
  child: Child,
  person: Person,
  index: number,
  { conversationId, asks }: { conversationId: string; asks: number },
): Promise<RawSocket> {
  const raw = await openWebSocket(child.url, localAddress(index));
  if (!raw) throw new Error('the server did not open a socket');
  const hello = { op: 'hello', version: 1, site: 'demo', token: person.token, page: PAGE };
  raw.socket.write(webSocketFrame(JSON.stringify(hello)));
  await raw.until((bytes) => bytes.includes('"op":"welcome"'));
  raw.socket.pause();
  const subscribe = { op: 'subscribe', conversationId, lastSeq: 0, epoch: null };
  for (let i = 0; i < asks; i += 1) raw.socket.write(webSocketFrame(JSON.stringify(subscribe)));
  return raw;
}

/** The same by an event stream: what comes is the answer to a request that is never read to its end. */
async function neverReadsStream(
  child: Child,
  person: Person,
  index: number,
  { conversationId, asks }: { conversationId: string; asks: number },
): Promise<RawSocket> {
  const raw = await openRaw(child.url, localAddress(index));
  const hello = JSON.stringify({ op: 'hello', version: 1, site: 'demo', token: person.token, page: PAGE });
  raw.socket.write(
    `POST /api/stream HTTP/1.1\r\nHost: x\r\nOrigin: ${SHOP}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(hello)}\r\n\r\n${hello}`,
  );
  const opened = await raw.until((bytes) => bytes.includes('"op":"welcome"'));
  raw.socket.pause();
  const id = /event: stream\r?\ndata: \{"id":"([^"]+)"/.exec(opened.toString())?.[1];
  const subscribe = { op: 'subscribe', conversationId, lastSeq: 0, epoch: null };
  await person.post(
    `/api/stream/${id}`,
    Array.from({ length: asks }, () => subscribe),
  );
  return raw;
}

const NEVER_READS = { socket: neverReads, stream: neverReadsStream };

/** By managers, whom nobody holds for their pace. */
async function writeAll(child: Child, conversationId: string, messages: number): Promise<void> {
  await inParallel(Math.ceil(messages / MESSAGES_A_WRITER), 10, async (writer) => {
    const socket = await (await child.person('manager')).connect();
    const count = Math.min(MESSAGES_A_WRITER, messages - writer * MESSAGES_A_WRITER);
    for (let i = 0; i < count; i += 1) {
      await socket.write(`${writer} ${i} ${LARGE}`, conversationId);
      await new Promise((done) => setTimeout(done, PAUSE_MS));
    }
    socket.socket.terminate();
  });
}

/** A reader gets every message, in order. */
async function checkReader(socket: TestSocket, written: number, outcome: Outcome): Promise<void> {
  socket.send({ op: 'ping' });
  await Promise.race([socket.next('pong'), socket.closed]);
  const seqs = socket.frames.flatMap((frame) =>
    frame.op === 'event' && frame.event.kind === 'message' ? [frame.event.seq] : [],
  );
  if (seqs.length !== written) outcome.faults.push(`a reader got ${seqs.length} of ${written} messages`);
  if (seqs.some((seq, i) => i > 0 && seq !== seqs[i - 1]! + 1))
    outcome.faults.push('a reader got them out of order');
  outcome.delivered += seqs.length;
}

/** Those who never read are gone, and what waited for them was bounded. */
async function checkServer(
  child: Child,
  before: { connections: number; rssMiB: number },
  closedWithinMs: number,
  outcome: Outcome,
) {
  let left = 0;
  const gone = await comesToBe(async () => {
    left = (await child.state()).connections - before.connections;
    return left <= 0;
  }, closedWithinMs);
  if (!gone) outcome.faults.push(`${left} connections that never read are still open`);
  outcome.grewMiB = Math.round((await child.state()).rssMiB - before.rssMiB);
}
