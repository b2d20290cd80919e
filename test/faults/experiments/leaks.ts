/** I5: marked texts through their whole lives, and every surface searched for them after each step. */

import type { ServerFrame } from '../../../server/protocol/frames.ts';
import type { Sabotage } from '../../rig/sabotage.ts';
import type { Person } from '../../server/harness.ts';
import { type Child, startChild } from '../child.ts';
import { inParallel } from '../in-parallel.ts';
import { type MailSink, startMailSink } from '../mail-sink.ts';
import { openStream } from '../raw-stream.ts';
import { storedBytes, storedTexts } from '../stored-texts.ts';
import { type Canary, LIVES, STEPS, takeStep, writeCanary } from './leak-canaries.ts';
import { answersAbout, framesAbout, type Outsider, readEverything } from './leak-surfaces.ts';

type Size = { canaries: number; sabotage?: Sabotage[] };
type Outcome = { faults: string[]; searched: number };
type Stage = {
  child: Child;
  mails: MailSink;
  manager: Person;
  outsiders: Outsider[];
  publicId: string;
  canaries: Canary[];
  /** What outsiders were told in the last sweep. */
  told: { name: string; told: ServerFrame[] }[];
  outcome: Outcome;
};

const CANARIES_AN_AUTHOR = 3;

export async function leaks({ canaries, sabotage }: Size): Promise<Outcome> {
  const mails = await startMailSink();
  const mail = { ENTRAIDE_MAIL_URL: mails.url, ENTRAIDE_MAIL_FROM: 'chat@example.com' };
  const child = await startChild({ sabotage, settings: { ENTRAIDE_LOG_LEVEL: 'debug', ...mail } });
  try {
    const stage = await setUp(child, mails);
    await nothingMoves(stage, 'while texts are held', () => writeAll(stage, canaries, 'nothing'));
    await writeAll(stage, Math.ceil(canaries / 4), 'text');
    await sendMails(stage);
    await sameBytes(stage);
    for (let step = 0; step < STEPS; step += 1) {
      await calm(stage);
      await inParallel(stage.canaries.length, 4, async (i) => {
        await takeStep(stage.canaries[i]!, step, stage.manager);
      });
      await sweep(stage, `after step ${step + 1}`);
    }
    await erase(stage);
    searchWhatIsWritten(stage, await stage.child.broker());
    return stage.outcome;
  } finally {
    mails.close();
    await child.stop();
  }
}

async function setUp(child: Child, mails: MailSink): Promise<Stage> {
  const [asker, visitor, expert] = [await child.person(), await child.person(), await child.person('expert')];
  const manager = await child.person('manager');
  const { conversation } = await (await asker.connect()).ask('Question publique');
  const outsiders: Outsider[] = [];
  for (const [name, person] of Object.entries({ asker, visitor, expert })) {
    const socket = await person.connect();
    const { epoch } = await socket.subscribe(conversation.id);
    const stream = await openStream(person);
    await stream.send([{ op: 'subscribe', conversationId: conversation.id, lastSeq: 0, epoch: null }]);
    outsiders.push({ name, person, socket, stream, epoch });
  }
  const outcome: Outcome = { faults: [], searched: 0 };
  return { child, mails, manager, outsiders, publicId: conversation.id, canaries: [], told: [], outcome };
}

/** Authors write a few each, as people do who are not held for their pace. */
async function writeAll(stage: Stage, count: number, begins: Canary['seen']): Promise<void> {
  const lives = LIVES.filter((life) => life.begins === begins);
  await inParallel(Math.ceil(count / CANARIES_AN_AUTHOR), 4, async (author) => {
    const person = await stage.child.person();
    const socket = await person.connect();
    for (let i = 0; i < CANARIES_AN_AUTHOR && author * CANARIES_AN_AUTHOR + i < count; i += 1) {
      const life = lives[(author * CANARIES_AN_AUTHOR + i) % lives.length]!;
      const canary = await writeCanary(person, socket, life, stage.publicId);
      stage.canaries.push(canary);
      await socket.subscribe(canary.conversationId);
      if (life.begins === 'nothing') socket.send({ op: 'typing', conversationId: canary.conversationId });
    }
    socket.send({ op: 'ping' });
    await socket.next('pong');
    socket.socket.close();
    await socket.closed;
  });
}

/** What outsiders see is the same to the byte before and after. */
async function nothingMoves(stage: Stage, when: string, act: () => Promise<void>): Promise<void> {
  const before = await readAll(stage);
  await calm(stage);
  await act();
  await sweep(
    stage,
    when,
    stage.outsiders.map(({ name }) => before.get(name)!),
  );
  for (const { name, told: all } of stage.told) {
    const told = all.filter(({ op }) => !['presence', 'pong', 'typing'].includes(op));
    if (told.length > 0) fault(stage, `${name} was told ${JSON.stringify(told[0])} ${when}`);
  }
}

async function readAll(stage: Stage): Promise<Map<string, Map<string, string>>> {
  const all = new Map<string, Map<string, string>>();
  for (const outsider of stage.outsiders)
    all.set(outsider.name, await readEverything(stage.child, outsider, publicIds(stage)));
  return all;
}

const publicIds = ({ publicId, canaries }: Stage) => [
  publicId,
  ...canaries
    .filter(({ life, seen }) => life.ownConversation && seen !== 'nothing')
    .map((c) => c.conversationId),
];

/** Everything told so far has arrived, and is forgotten: what comes from here on is new. */
async function calm(stage: Stage): Promise<void> {
  await stage.child.settled();
  for (const outsider of stage.outsiders) await toldTo(outsider);
}

/** What came since this was last asked for, by socket and by stream. */
async function toldTo({ socket, stream }: Outsider): Promise<ServerFrame[]> {
  socket.send({ op: 'ping' });
  await socket.next('pong');
  return [...socket.frames.splice(0), ...(await stream.fresh())];
}

async function sweep(stage: Stage, when: string, same?: Map<string, string>[]): Promise<void> {
  await stage.child.settled();
  const now = await readAll(stage);
  stage.told = [];
  for (const [index, outsider] of stage.outsiders.entries()) {
    const { name } = outsider;
    const told = await toldTo(outsider);
    stage.told.push({ name, told });
    const surfaces = now.get(name)!;
    const frames = JSON.stringify(told);
    for (const canary of stage.canaries) searchFor(stage, canary, surfaces, frames, `${name}, ${when}`);
    for (const [surface, text] of same?.[index] ?? [])
      if (surfaces.get(surface) !== text) fault(stage, `${name} sees ${surface} move ${when}`);
  }
}

function searchFor(
  stage: Stage,
  canary: Canary,
  surfaces: Map<string, string>,
  frames: string,
  where: string,
): void {
  if (canary.seen === 'text') return;
  const needles = needlesOf(canary);
  for (const [surface, text] of surfaces) search(stage, text, needles, `${surface}, ${where}`);
  // What was public at the step's beginning may have been told before it went.
  const changes =
    canary.life.begins === 'nothing' && canary.life.steps[0] !== 'release' ? frames : changed(frames);
  search(stage, changes, needles, `frames, ${where}`);
}

/** The word itself; while nobody may know of it, also every id that would tell. */
function needlesOf({ mark, seen, life, messageId, clientMessageId, conversationId }: Canary): string[] {
  if (seen === 'trace') return [mark];
  const released = life.steps.includes('release');
  const ids = [messageId, clientMessageId, ...(life.ownConversation ? [conversationId] : [])];
  return released ? [mark] : [mark, ...ids];
}

/** The frames that tell of a change: one that carries the old text is the classic leak. */
function changed(frames: string): string {
  const all = JSON.parse(frames) as { op: string; event?: { kind: string; message?: { state: string } } }[];
  const gone = all.filter(
    ({ op, event }) => op === 'conversation-gone' || (event?.message && event.message.state !== 'published'),
  );
  return JSON.stringify(gone);
}

/** What is held and what never was get the same answers, by every road. */
async function sameBytes(stage: Stage): Promise<void> {
  const hidden = stage.canaries.filter(({ seen }) => seen === 'nothing');
  for (const [index, canary] of hidden.entries()) {
    const outsider = stage.outsiders[index % stage.outsiders.length]!;
    const unknown = { messageId: crypto.randomUUID(), conversationId: crypto.randomUUID() };
    const ids = {
      ...canary,
      conversationId: canary.life.ownConversation ? canary.conversationId : unknown.conversationId,
    };
    const [held, none] = [await answersAbout(outsider, ids), await answersAbout(outsider, unknown)];
    for (const [i, answer] of held.entries())
      if (answer !== none[i]) fault(stage, `a held id answers ${answer}, an unknown one ${none[i]}`);
    if (index >= LIVES.length || !canary.life.ownConversation) continue;
    const [about, aboutNone] = [
      await framesAbout(outsider.person, canary.conversationId),
      await framesAbout(outsider.person, unknown.conversationId),
    ];
    if (about !== aboutNone)
      fault(stage, `a held conversation answers ${about}, an unknown one ${aboutNone}`);
  }
}

/** Whatever is mailed today: an invitation. */
async function sendMails({ manager, mails, child }: Stage): Promise<void> {
  const invitation = { role: 'expert', email: 'invited@example.com', name: 'Invitée' };
  const answer = await manager.post('/api/back-office/demo/invitations', invitation);
  if (!answer.ok || !mails.received().includes('To: invited@example.com')) {
    throw new Error(`no mail was sent: ${answer.status} ${child.log()}`);
  }
}

/** A month later nothing of what was deleted is left, in no table and in no byte of the files. */
async function erase(stage: Stage): Promise<void> {
  const deleted = stage.canaries.filter(
    ({ life }) => life.ownConversation && life.steps.includes('delete-conversation'),
  );
  await stage.child.shiftClock(31 * 24 * 60 * 60 * 1000);
  await stage.child.retain(false);
  const tables = storedTexts(stage.child.databaseFile);
  const bytes = storedBytes(stage.child.databaseFile);
  for (const { mark } of deleted) {
    // An index keeps only the end of a word that begins as the one before.
    search(stage, tables, [mark, mark.slice(-8)], 'the database, erased');
    search(stage, bytes, [mark, mark.slice(-8)], 'the bytes of the file, erased');
  }
}

/** No log, mail or broker message ever carries a text, be it public or not. */
function searchWhatIsWritten(stage: Stage, broker: string[]): void {
  const marks = stage.canaries.map(({ mark }) => mark);
  search(stage, stage.child.log(), marks, 'the log');
  search(stage, broker.join('\n'), marks, 'the broker');
  search(stage, stage.mails.received(), marks, 'mails');
}

function search(stage: Stage, text: string, needles: string[], where: string): void {
  stage.outcome.searched += needles.length;
  for (const needle of needles) {
    const at = text.indexOf(needle);
    if (at >= 0) fault(stage, `${where}: …${text.slice(Math.max(0, at - 160), at + 40)}…`);
  }
}

function fault(stage: Stage, what: string): void {
  stage.outcome.faults.push(what.slice(0, 1200));
}
