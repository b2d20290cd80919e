/** I12: the machine's clock is set forward or back while everybody is connected. */

import { LIMITS } from '../../../server/limits.ts';
import type { Sabotage } from '../../rig/sabotage.ts';
import type { Person, TestSocket } from '../../server/harness.ts';
import { type Child, startChild } from '../child.ts';
import { inParallel } from '../in-parallel.ts';
import { openWebSocket } from '../raw-socket.ts';
import { anyLetters } from '../seeded.ts';

const DAY = 24 * 60 * 60 * 1000;
export const JUMPS = { 'a day back': -DAY, 'a day on': DAY, 'ten years on': 3652 * DAY };

/** An address that has asked for all it may ask for. */
const FULL = '203.0.113.250';

type Size = { jump: keyof typeof JUMPS; sabotage?: Sabotage[] };
type Outcome = { faults: string[] };
type Stage = {
  child: Child;
  faults: string[];
  people: Person[];
  sockets: TestSocket[];
  conversationId: string;
};

/** The clock jumps there and, after everything was tried, back again. */
export async function clockJumps({ jump, sabotage }: Size): Promise<Outcome> {
  const child = await startChild({ sabotage });
  try {
    const people = [await child.person(), await child.person('expert'), await child.person('manager')];
    const sockets = await Promise.all(people.map((person) => person.connect()));
    const { conversation } = await sockets[0]!.ask('Quelle heure est-il ?');
    for (const socket of sockets) await socket.subscribe(conversation.id);
    const stage: Stage = { child, faults: [], people, sockets, conversationId: conversation.id };
    const deleted = await deletedConversation(stage);
    await everybodyWrites(stage, 'before');
    await useUpRequests(stage, LIMITS.requests.perMinute);
    await child.shiftClock(JUMPS[jump]);
    await everythingHolds(stage, jump);
    await child.shiftClock(0);
    await everythingHolds(stage, `${jump} and back`);
    await inOrder(stage);
    await canBeRestored(stage, deleted);
    return { faults: stage.faults };
  } finally {
    await child.stop();
  }
}

async function everythingHolds(stage: Stage, when: string): Promise<void> {
  await everybodyWrites(stage, when);
  await stillIn(stage, when);
  await limitsHold(stage, when);
  await stage.child.retain();
  await newcomersAreServed(stage, when);
}

async function everybodyWrites({ sockets, conversationId, faults }: Stage, text: string): Promise<void> {
  for (const socket of sockets) {
    const id = socket.post(`${text} ${anyLetters()}`, conversationId);
    const mine = (frame: object) => 'clientMessageId' in frame && frame.clientMessageId === id;
    const answer = await Promise.race([
      socket.next('ack', mine),
      socket.next('refused', mine),
      socket.closed,
    ]);
    if (typeof answer === 'number') faults.push(`${text}: closed with ${answer}`);
    else if (answer.op === 'refused') faults.push(`${text}: refused as ${answer.code}`);
  }
}

/** Whoever was connected still is; staff's session and everybody's token, which may be renewed, still let them in. */
async function stillIn({ people, sockets, faults }: Stage, when: string): Promise<void> {
  for (const [index, socket] of sockets.entries())
    if (socket.socket.readyState !== socket.socket.OPEN)
      faults.push(`${when}: connection ${index} is closed`);
  // Thirty days' tokens and sessions are over ten years later, as they should be; not when it was a mistake.
  if (when === 'ten years on') return;
  for (const person of people) {
    const list = await person.get('/api/widget/conversations?site=demo&scope=site');
    if (!list.ok) faults.push(`${when}: a token is answered ${list.status}`);
  }
  const office = await people[2]!.get('/api/back-office/session');
  if (!office.ok) faults.push(`${when}: the manager's session is answered ${office.status}`);
}

/** Uses so much of what an address may ask for in a minute. */
async function useUpRequests(stage: Stage, times: number): Promise<void> {
  await inParallel(times, 30, async () => {
    const answer = await ask(stage, { 'x-forwarded-for': FULL });
    if (!answer.ok) stage.faults.push(`a request under the limit is answered ${answer.status}`);
  });
}

async function ask({ people }: Stage, headers: Record<string, string>): Promise<Response> {
  const answer = await people[0]!.request('GET', '/api/widget/embed?site=demo&url=x', undefined, headers);
  await answer.body?.cancel();
  return answer;
}

/**
 * Who has used theirs up waits a minute and no longer. A clock that is set forward ends the minute early, once:
 * the next one is counted as ever.
 */
async function limitsHold(stage: Stage, when: string): Promise<void> {
  const used = { 'x-forwarded-for': FULL };
  let answer = await ask(stage, used);
  if (answer.ok) {
    await useUpRequests(stage, LIMITS.requests.perMinute - 1);
    answer = await ask(stage, used);
  }
  const wait = Number(answer.headers.get('retry-after') ?? 0);
  if (answer.status !== 429) stage.faults.push(`${when}: the limit is open: ${answer.status}`);
  if (wait > 60) stage.faults.push(`${when}: the limit is shut for ${wait} s`);
}

/** Somebody new comes in, and who does not say hello is not closed before their time. */
async function newcomersAreServed({ child, faults }: Stage, when: string): Promise<void> {
  const silent = await openWebSocket(child.url, '127.77.7.7');
  const person = await child.person();
  const socket = await person.connect();
  const { message } = await socket.ask(`Bonjour ${anyLetters()}`);
  if (message.state !== 'published') faults.push(`${when}: a newcomer's question is ${message.state}`);
  if (!silent || silent.isClosed()) faults.push(`${when}: a connection that has yet to say hello was closed`);
  silent?.socket.destroy();
  socket.socket.terminate();
}

/** The order is that of the numbers, for who listened all along and for who reads it anew. */
async function inOrder({ people, sockets, conversationId, faults }: Stage): Promise<void> {
  const fresh = await people[0]!.connect();
  const { events } = await fresh.subscribe(conversationId);
  const seqs = events.map(({ seq }) => seq);
  if (seqs.some((seq, i) => seq !== i + 1)) faults.push(`the order is ${seqs.join()}`);
  for (const socket of sockets) {
    socket.send({ op: 'ping' });
    const answer = await Promise.race([socket.next('pong'), socket.closed]);
    if (typeof answer === 'number') {
      faults.push(`live, it was closed with ${answer}`);
      continue;
    }
    const live = socket.frames.flatMap((frame) => (frame.op === 'event' ? [frame.event.seq] : []));
    if (live.some((seq, i) => i > 0 && seq !== live[i - 1]! + 1))
      faults.push(`live, the order is ${live.join()}`);
    if (live.at(-1) !== seqs.at(-1)) faults.push(`live, the last is ${live.at(-1)}, not ${seqs.at(-1)}`);
  }
}

async function deletedConversation({ sockets, people }: Stage): Promise<string> {
  const { conversation } = await sockets[0]!.ask('À supprimer');
  const path = `/api/back-office/demo/conversations/${conversation.id}`;
  const answer = await people[2]!.request('DELETE', path, { reason: null });
  if (!answer.ok) throw new Error(`deleting: ${answer.status}`);
  return path;
}

/** What is erased after thirty days is not erased because somebody set the clock. */
async function canBeRestored({ people, faults }: Stage, path: string): Promise<void> {
  const answer = await people[2]!.post(`${path}/restore`, {});
  if (!answer.ok) faults.push(`what was deleted a moment ago cannot be restored: ${answer.status}`);
}
