/** I10: bytes on an open WebSocket that no client of ours would ever send. */

import type { Sabotage } from '../../rig/sabotage.ts';
import { PAGE, type Person } from '../../server/harness.ts';
import { type Child, startChild } from '../child.ts';
import { inParallel } from '../in-parallel.ts';
import { localAddress, openWebSocket, type RawSocket, webSocketFrame } from '../raw-socket.ts';
import { type Chance, chanceOf } from '../seeded.ts';
import { standsAsBefore } from '../stands-as-before.ts';

export type Size = { count: number; seed: number; sabotage?: Sabotage[] };
export type Outcome = { faults: string[]; sent: number; closed: number };

/** @returns what the server did wrong: nothing, when it stands as before */
export async function malformedFrames({ count, seed, sabotage }: Size): Promise<Outcome> {
  const child = await startChild({ sabotage, settings: { ENTRAIDE_LOG_LEVEL: 'info' } });
  try {
    const person = await child.person();
    const before = await child.state();
    const outcome: Outcome = { faults: [], sent: 0, closed: 0 };
    await inParallel(count, 40, (index) => attempt(child, person, index, chanceOf(seed + index), outcome));
    outcome.faults.push(...(await standsAsBefore(child, before)));
    return outcome;
  } finally {
    await child.stop();
  }
}

async function attempt(child: Child, person: Person, index: number, chance: Chance, outcome: Outcome) {
  const raw = await openWebSocket(child.url, localAddress(index)).catch(() => null);
  if (!raw) {
    outcome.faults.push(`attempt ${index}: the server did not open a socket`);
    return;
  }
  const hello = { op: 'hello', version: 1, site: 'demo', token: person.token, page: PAGE };
  if (chance.below(2) === 0) raw.socket.write(webSocketFrame(JSON.stringify(hello)));
  const kind = chance.one(KINDS);
  for (const bytes of kind(chance)) if (!raw.isClosed()) raw.socket.write(bytes);
  outcome.sent += 1;
  await ended(raw, chance);
  outcome.closed += 1;
}

/** The server ends it by itself, or when the peer's half is ended, or when the peer is simply gone. */
async function ended(raw: RawSocket, chance: Chance): Promise<void> {
  if (chance.below(4) === 0) raw.socket.destroy();
  else if (chance.below(3) === 0) raw.socket.resetAndDestroy();
  else raw.socket.end();
  await raw.closed;
}

const KINDS: ((chance: Chance) => Buffer[])[] = [
  // Reserved operations, and control frames that are too long or in parts.
  (c) => [webSocketFrame('x', { opcode: c.one([3, 4, 5, 6, 7, 11, 12, 13, 14, 15]) })],
  (c) => [webSocketFrame(c.bytes(126), { opcode: c.one([8, 9, 10]) })],
  (c) => [webSocketFrame('x', { opcode: c.one([8, 9, 10]), fin: false })],
  // Reserved bits, no mask.
  (c) => [webSocketFrame('{"op":"ping"}', { rsv: 1 + c.below(7) })],
  () => [webSocketFrame('{"op":"ping"}', { mask: false })],
  // Lengths that lie, up to 2^53.
  (c) => [
    webSocketFrame('x', { saidLength: c.one([2, 125, 126, 65_535, 65_536, 2 ** 31, 2 ** 32, 2 ** 53 - 1]) }),
  ],
  (c) => [Buffer.concat([Buffer.from([0x81, 0xff]), Buffer.alloc(8, 0xff), c.bytes(20)])],
  // Larger than allowed, whole and in parts.
  (c) => [webSocketFrame(Buffer.alloc(33 * 1024 + c.below(100_000), 97))],
  (c) => parts(2 + c.below(200), Buffer.from('a')),
  (c) => parts(2 + c.below(20), Buffer.alloc(8000, 97)),
  // A continuation of nothing, a beginning within a message, one never finished.
  () => [webSocketFrame('x', { opcode: 0 })],
  () => [webSocketFrame('{"op":', { fin: false }), webSocketFrame('"ping"}')],
  () => [webSocketFrame('{"op":', { fin: false })],
  // Not UTF-8, not text.
  (c) => [
    webSocketFrame(
      Buffer.concat([Buffer.from('{"op":"'), Buffer.from([0xff, 0xc0, 0x80, 0xed, 0xa0]), c.bytes(3)]),
    ),
  ],
  (c) => [webSocketFrame(c.bytes(c.below(200)), { opcode: 2 })],
  // Ends that are no ends.
  (c) => [webSocketFrame(c.bytes(1), { opcode: 8 })],
  (c) => [webSocketFrame(Buffer.from([c.below(256), c.below(256), ...c.bytes(c.below(60))]), { opcode: 8 })],
  () => [webSocketFrame('', { opcode: 8 }), webSocketFrame('{"op":"ping"}')],
  // Noise, and a right frame byte by byte with the end cut off.
  (c) => [c.bytes(1 + c.below(400))],
  (c) => [webSocketFrame('{"op":"ping"}').subarray(0, 1 + c.below(10))],
  (c) => Array.from({ length: 1 + c.below(300) }, () => webSocketFrame('', { opcode: c.one([9, 10]) })),
  (c) => Array.from({ length: 1 + c.below(300) }, () => webSocketFrame('{"op":"ping"}')),
];

function parts(count: number, payload: Buffer): Buffer[] {
  return Array.from({ length: count }, (_, i) =>
    webSocketFrame(payload, { opcode: i === 0 ? 1 : 0, fin: i === count - 1 }),
  );
}
