/** I10: frames in right WebSocket form whose JSON is wrong in every way chance finds. */
import type { Sabotage } from '../../rig/sabotage.ts';
import { PAGE, type Person, SHOP } from '../../server/harness.ts';
import { type Child, startChild } from '../child.ts';
import { inParallel } from '../in-parallel.ts';
import { oddJson } from '../mutate.ts';
import { framesIn, localAddress, openWebSocket, type ReceivedFrame, webSocketFrame } from '../raw-socket.ts';
import { type Chance, chanceOf } from '../seeded.ts';
import { standsAsBefore } from '../stands-as-before.ts';

type Size = { count: number; seed: number; sabotage?: Sabotage[] };
type Outcome = { faults: string[]; sent: number; answers: Record<string, number> };
type Known = { people: Person[]; conversationId: string };

const FRAMES_A_SOCKET = 20;

export async function mutatedJson({ count, seed, sabotage }: Size): Promise<Outcome> {
  const child = await startChild({ sabotage, settings: { ENTRAIDE_LOG_LEVEL: 'info' } });
  try {
    const known = await know(child);
    const before = await child.state();
    const outcome: Outcome = { faults: [], sent: 0, answers: {} };
    let sockets = 0;
    await inParallel(8, 8, async (lane) => {
      const chance = chanceOf(seed + lane);
      while (outcome.sent < count && child.exited() === null) {
        sockets += 1;
        await oneSocket(child, known, sockets, chance, outcome);
      }
    });
    outcome.faults.push(...(await standsAsBefore(child, before)));
    return outcome;
  } finally {
    await child.stop();
  }
}

async function know(child: Child): Promise<Known> {
  const people = [await child.person(), await child.person('expert'), await child.person('manager')];
  const socket = await people[0]!.connect();
  const { conversation } = await socket.ask('Quelle pointure ?');
  socket.socket.close();
  await socket.closed;
  return { people, conversationId: conversation.id };
}

/** One frame after the other until the server closes: each is handled before the next is sent. */
async function oneSocket(child: Child, known: Known, index: number, chance: Chance, outcome: Outcome) {
  const raw = await openWebSocket(child.url, localAddress(index)).catch(() => null);
  if (!raw) {
    outcome.faults.push(`socket ${index}: the server did not open a socket`);
    outcome.sent += 1;
    return;
  }
  const hello = { op: 'hello', version: 1, site: 'demo', token: chance.one(known.people).token, page: PAGE };
  if (chance.below(8) > 0) raw.socket.write(webSocketFrame(JSON.stringify(hello)));
  let over = false;
  for (let frames = 0; frames < FRAMES_A_SOCKET && !over; frames += 1) {
    const json = oddJson(chance.one(framesOf(known, hello)), chance);
    raw.socket.write(webSocketFrame(json));
    outcome.sent += 1;
    raw.socket.write(webSocketFrame('{"op":"ping"}'));
    await raw.until((bytes) => {
      const answers = framesIn(bytes);
      over = answers.some(({ opcode }) => opcode === 8);
      return over || answers.filter(isPong).length > frames;
    });
    over ||= raw.isClosed();
  }
  raw.socket.end();
  await raw.closed;
  count(outcome, raw.received().toString('latin1'));
}

const isPong = ({ payload }: ReceivedFrame) => payload.subarray(0, 12).toString() === '{"op":"pong"';

function framesOf({ conversationId }: Known, hello: object): object[] {
  const send = {
    op: 'send',
    clientMessageId: crypto.randomUUID(),
    conversationId,
    text: 'Bonjour',
    name: 'Inès',
  };
  return [
    hello,
    { op: 'subscribe', conversationId, lastSeq: 0, epoch: null },
    { op: 'subscribe', conversationId, lastSeq: 1, epoch: 'x' },
    { op: 'unsubscribe', conversationId },
    { ...send, page: null },
    { ...send, conversationId: null, page: { ...PAGE, productName: 'P', imageUrl: `${SHOP}/a.png` } },
    { op: 'typing', conversationId },
    { op: 'page', page: PAGE },
  ];
}

/** What the server answered, by kind: a run in which every frame was refused would prove little. */
function count(outcome: Outcome, text: string): void {
  for (const [, op] of text.matchAll(/"op":"([a-z-]+)"/g))
    outcome.answers[op!] = (outcome.answers[op!] ?? 0) + 1;
}
