/** I7: whatever is taken away, against somebody who sends and reads at that very moment. */
import type { Sabotage } from '../../rig/sabotage.ts';
import type { Person, TestSocket } from '../../server/harness.ts';
import { type Child, startChild } from '../child.ts';
import { comesToBe, inParallel } from '../in-parallel.ts';
import { anyLetters, type Chance, chanceOf } from '../seeded.ts';
import { storedTexts } from '../stored-texts.ts';
import { KINDS, type Kind, keepBusy, type Race } from './revocation-kinds.ts';

type Size = { count: number; seed: number; only?: string; sabotage?: Sabotage[] };
type Outcome = { faults: string[]; races: number; accepted: number; closedAfterMs: number[] };
type Stage = { child: Child; manager: Person; outcome: Outcome; tooLate: Set<string> };

/** Questions one asker puts: more in so short a time would be held. */
const QUESTIONS_AN_ASKER = 5;
const CLOSED_WITHIN_MS = 5000;

/** @returns what was accepted although it was too late, and how long connections stayed open */
export async function races({ count, seed, only, sabotage }: Size): Promise<Outcome> {
  const child = await startChild({ sabotage });
  try {
    const outcome: Outcome = { faults: [], races: 0, accepted: 0, closedAfterMs: [] };
    const stage: Stage = { child, manager: await child.person('manager'), outcome, tooLate: new Set() };
    const kinds = KINDS.filter(({ name }) => !only || name === only);
    for (const [index, kind] of kinds.entries()) {
      await raceOfKind(stage, kind, Math.ceil(count / kinds.length), seed + index * 1_000_000);
    }
    await child.settled();
    const stored = storedTexts(child.databaseFile);
    for (const id of stage.tooLate) if (stored.includes(id)) outcome.faults.push(`accepted too late: ${id}`);
    return outcome;
  } finally {
    await child.stop();
  }
}

/** What holds for the whole site is switched one race after the other. */
async function raceOfKind(stage: Stage, kind: Kind, count: number, seed: number): Promise<void> {
  const askers: Promise<Asker>[] = [];
  const askerOf = (index: number) => {
    const at = Math.floor(index / QUESTIONS_AN_ASKER);
    askers[at] ??= newAsker(stage);
    return askers[at];
  };
  await inParallel(count, kind.undo ? 1 : 6, async (index) => {
    const asker = await askerOf(index);
    await race(stage, kind, asker, chanceOf(seed + index));
  });
  for (const { socket } of await Promise.all(askers)) socket.socket.terminate();
}

type Asker = { person: Person; socket: TestSocket };

async function newAsker({ child }: Stage): Promise<Asker> {
  const person = await child.person();
  return { person, socket: await person.connect() };
}

async function race(stage: Stage, kind: Kind, asker: Asker, chance: Chance): Promise<void> {
  const { conversation, message } = await asker.socket.ask(`Une question ${anyLetters()}`);
  if (message.state !== 'published') throw new Error(`the question is ${message.state}`);
  const target = await stage.child.person(kind.role);
  const { manager } = stage;
  // A manager in many places: the limit by address is not what is tried.
  Object.assign(manager, { address: `198.51.${chance.below(250)}.${chance.below(250)}` });
  const fight: Race = {
    manager,
    asker: asker.person,
    target,
    conversationId: conversation.id,
    messageId: message.id,
  };
  const socket = await target.connect();
  const seen = { code: 0, at: 0 };
  void socket.closed.then((code) => Object.assign(seen, { code, at: performance.now() }));
  await socket.write('Premier message', conversation.id, 'Paul');
  await keepBusy(socket, fight, chance.below(4));
  const acting = kind.act(fight);
  await keepBusy(socket, fight, chance.below(5));
  const answer = await acting;
  const answeredAt = performance.now();
  if (!answer.ok) throw new Error(`${kind.name}: ${answer.status} ${await answer.text()}`);
  await mustBeOver(stage, kind, fight, socket, { answeredAt, seen });
  stage.outcome.races += 1;
  stage.outcome.accepted += socket.frames.filter(({ op }) => op === 'ack').length;
  await kind.undo?.(fight);
  socket.socket.terminate();
}

type Closing = { answeredAt: number; seen: { code: number; at: number } };

async function mustBeOver(
  stage: Stage,
  kind: Kind,
  fight: Race,
  socket: TestSocket,
  { answeredAt, seen }: Closing,
) {
  if (kind.code !== null) await sendTooLate(stage, kind.code, fight, socket);
  for (const [what, status, wanted] of await kind.over(fight)) {
    if (status !== wanted) fault(stage, kind, `${what} answered ${status}, not ${wanted}`);
  }
  if (kind.closes === null) return;
  const closed = await comesToBe(async () => seen.code > 0, CLOSED_WITHIN_MS);
  const { code } = seen;
  stage.outcome.closedAfterMs.push(Math.round(seen.at - answeredAt));
  if (!closed) fault(stage, kind, 'a connection stayed open');
  else if (code !== kind.closes)
    fault(stage, kind, `a connection was closed with ${code}, not ${kind.closes}`);
}

/** By socket, as long as it is open, and by HTTP; what is stored in the end is looked at as well. */
async function sendTooLate(stage: Stage, code: string, fight: Race, socket: TestSocket): Promise<void> {
  const { target, conversationId } = fight;
  if (socket.socket.readyState === socket.socket.OPEN)
    stage.tooLate.add(socket.post('Trop tard', conversationId));
  const clientMessageId = crypto.randomUUID();
  stage.tooLate.add(clientMessageId);
  const sending = { clientMessageId, conversationId, text: 'Trop tard', name: null, page: null };
  const answer = await target.post('/api/widget/messages', { site: 'demo', ...sending });
  const body = (await answer.json()) as { error?: { code: string } };
  if (body.error?.code !== code)
    stage.outcome.faults.push(
      `${code}: sent too late, answered ${answer.status} ${JSON.stringify(body).slice(0, 200)}`,
    );
}

function fault({ outcome }: Stage, kind: Kind, what: string): void {
  outcome.faults.push(`${kind.name}: ${what}`);
}
