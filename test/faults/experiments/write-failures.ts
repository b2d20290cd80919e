/** I11: the database cannot be written for a while, and everybody goes on sending. */
import { execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Sabotage } from '../../rig/sabotage.ts';
import type { Person, TestSocket } from '../../server/harness.ts';
import { type Child, startChild } from '../child.ts';
import { comesToBe } from '../in-parallel.ts';
import { anyLetters } from '../seeded.ts';
import { storedTexts } from '../stored-texts.ts';

type Size = { failure: keyof typeof FAILURES; forMs: number; sabotage?: Sabotage[] };
type Outcome = {
  faults: string[];
  acknowledged: number;
  refused: Record<string, number>;
  reads: number;
  backAfterMs: number;
  longestHeldMs: number;
};

/** What breaks writing, and what mends it again. */
const FAILURES = {
  async locked(child: Child): Promise<() => Promise<void>> {
    const holder = fork(join(import.meta.dirname, '../lock-database.ts'), [child.databaseFile]);
    await once(holder, 'message');
    return async () => {
      holder.disconnect();
      await once(holder, 'exit');
    };
  },
  /** No file of the process may grow: what a full disk does, with another error number. */
  async full(child: Child): Promise<() => Promise<void>> {
    const limit = (bytes: string) =>
      execFileSync('prlimit', ['--pid', String(child.pid), `--fsize=${bytes}:unlimited`]);
    limit('4096');
    return async () => void limit('unlimited');
  },
};

const BETWEEN_SENDS_MS = 60;
const BACK_WITHIN_MS = 5000;

/** @returns whether anything was acknowledged that is not stored, or refused otherwise than as busy */
export async function writeFailures({ failure, forMs, sabotage }: Size): Promise<Outcome> {
  const child = await startChild({ sabotage });
  try {
    const outcome: Outcome = {
      faults: [],
      acknowledged: 0,
      refused: {},
      reads: 0,
      backAfterMs: 0,
      longestHeldMs: 0,
    };
    const asker = await (await child.person('manager')).connect();
    const { conversation } = await asker.ask('Tout va bien ?');
    await child.state();
    const sent: Sender[] = [];
    const repair = await FAILURES[failure](child);
    const until = performance.now() + forMs;
    while (performance.now() < until) {
      const sender = await newSender(child, conversation.id);
      sent.push(sender);
      await everySurface(sender, conversation.id, outcome);
      await new Promise((done) => setTimeout(done, BETWEEN_SENDS_MS));
    }
    const { longestHeldMs } = await child.state();
    await repair();
    outcome.longestHeldMs = longestHeldMs;
    await mustComeBack(child, conversation.id, outcome);
    await checkAnswers(child, sent, outcome);
    return outcome;
  } finally {
    await child.stop();
  }
}

type Sender = { person: Person; socket: TestSocket; bySocket: string };

/** Each sends once: nobody is refused for their pace. */
async function newSender(child: Child, conversationId: string): Promise<Sender> {
  const person = await child.person();
  const socket = await person.connect();
  return { person, socket, bySocket: socket.post(`pendant ${anyLetters()}`, conversationId, 'Paul') };
}

/** Reading goes on; writing over HTTP is answered with what it is. */
async function everySurface({ person }: Sender, conversationId: string, outcome: Outcome): Promise<void> {
  const list = await person.get('/api/widget/conversations?site=demo&scope=site');
  await list.body?.cancel();
  if (list.ok) outcome.reads += 1;
  else outcome.faults.push(`reading was answered ${list.status}`);
  void send(person, conversationId).then(
    ({ status, retryAfter, stored, clientMessageId }) => {
      outcome.refused[status] = (outcome.refused[status] ?? 0) + 1;
      if (status === 503 && !retryAfter) outcome.faults.push('503 without Retry-After');
      if (status !== 503 && !stored) outcome.faults.push(`${clientMessageId}: answered ${status}`);
    },
    (error) => outcome.faults.push(`a request failed: ${error}`),
  );
}

async function send(person: Person, conversationId: string) {
  const clientMessageId = crypto.randomUUID();
  const sending = {
    clientMessageId,
    conversationId,
    text: `aussi ${anyLetters()}`,
    name: 'Paul',
    page: null,
  };
  const answer = await person.post('/api/widget/messages', { site: 'demo', ...sending });
  await answer.body?.cancel();
  return {
    status: answer.status,
    stored: answer.ok,
    retryAfter: answer.headers.get('retry-after'),
    clientMessageId,
  };
}

/** By itself, without a restart. */
async function mustComeBack(child: Child, conversationId: string, outcome: Outcome): Promise<void> {
  const repairedAt = performance.now();
  const back = await comesToBe(
    async () => (await send(await child.person(), conversationId)).stored,
    BACK_WITHIN_MS,
  );
  outcome.backAfterMs = Math.round(performance.now() - repairedAt);
  if (!back)
    outcome.faults.push(
      `nothing can be sent ${BACK_WITHIN_MS} ms after the repair: ${child.log().slice(-500)}`,
    );
}

/** Every send got one answer; who was told that it is stored finds it there, who was told otherwise does not. */
async function checkAnswers(child: Child, sent: Sender[], outcome: Outcome): Promise<void> {
  for (const { socket, bySocket } of sent) {
    const answered = await comesToBe(async () => socket.frames.some(isAnswer), BACK_WITHIN_MS);
    if (!answered) outcome.faults.push(`${bySocket} was never answered`);
  }
  const stored = storedTexts(child.databaseFile);
  for (const { socket, bySocket } of sent) {
    const answer = socket.frames.find(isAnswer);
    if (answer?.op === 'ack') outcome.acknowledged += 1;
    if (answer?.op === 'ack' && !stored.includes(bySocket))
      outcome.faults.push(`acknowledged, not stored: ${bySocket}`);
    if (answer?.op !== 'refused') continue;
    outcome.refused[answer.code] = (outcome.refused[answer.code] ?? 0) + 1;
    if (answer.code !== 'busy' || !answer.retryAfterMs)
      outcome.faults.push(`refused as ${JSON.stringify(answer)}`);
    if (stored.includes(bySocket)) outcome.faults.push(`refused, and stored: ${bySocket}`);
  }
}

const isAnswer = ({ op }: { op: string }) => op === 'ack' || op === 'refused';
