import { setTimeout as pause } from 'node:timers/promises';
import { seededNumbers } from '../../bench/filter/seeded.ts';
import type { Violation } from '../checker.ts';
import type { ClientRecord } from '../history.ts';
import { HttpWriter } from '../http-writer.ts';
import { gather } from '../load.ts';
import { type Rig, type RigOptions, withRig } from '../rig.ts';
import type { RigClient } from '../rig-client.ts';

export type OnceOptions = RigOptions & { clients: number; sends: number; losing?: number };
export type OnceOutcome = {
  violations: Violation[];
  /** Intents, and the rows they became. */
  sends: number;
  rows: number;
  lostAcks: number;
};

const TIMES = 3;
/** So many messages, then a moment, so that they do not all come at once. */
const BREATH = { messages: 50, ms: 50 };

/** I2: each message is delivered three times and half of the acknowledgements are lost, over the socket. */
export function onceOverSocket(options: OnceOptions): Promise<OnceOutcome> {
  return withRig(options, (rig) => sendByFrames(rig, options));
}

async function sendByFrames(rig: Rig, options: OnceOptions): Promise<OnceOutcome> {
  const random = seededNumbers(2);
  let lostAcks = 0;
  const losesAck = () => {
    const isLost = random() < (options.losing ?? 0.5);
    if (isLost) lostAcks += 1;
    return isLost;
  };
  const clients = await rig.joinAll(options.clients, { line: { times: TIMES, losesAck } });
  const audience = await gather(rig, clients);
  for (let sent = 0; sent < options.sends; sent++) {
    const { client, conversationId } = audience[sent % audience.length]!;
    client.write(conversationId, `Message ${sent} : la Crête taille un peu petit.`);
    if (sent % BREATH.messages === 0) await pause(BREATH.ms);
  }
  await askAgain(clients);
  await rig.settle();
  const rows = rig.stored().messages.length - rig.conversations;
  const { violations } = await rig.finish();
  return { violations, sends: options.sends, rows, lostAcks };
}

/** Whose three acknowledgements were all lost asks again, until one arrives. */
async function askAgain(clients: RigClient[], withinMs = 60_000): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (performance.now() < deadline && clients.some(({ watch }) => watch.open.size > 0)) {
    await pause(500);
    for (const { chat, watch } of clients) for (const id of watch.open) chat.retry(id);
  }
}

/** I2: the same by POST, three at once, half of the answers lost. */
export function onceOverHttp(options: OnceOptions): Promise<OnceOutcome> {
  return withRig(options, (rig) => sendByPost(rig, options));
}

async function sendByPost(rig: Rig, options: OnceOptions): Promise<OnceOutcome> {
  const random = seededNumbers(3);
  let lostAcks = 0;
  const losesAnswer = () => {
    const isLost = random() < (options.losing ?? 0.5);
    if (isLost) lostAcks += 1;
    return isLost;
  };
  const reader = await rig.join();
  await rig.everybodyBack();
  const conversationId = await rig.question(reader);
  reader.chat.openConversation(conversationId);
  const writers = Array.from(
    { length: options.clients },
    (_, index) =>
      new HttpWriter({
        index: index + 1,
        server: rig.server.url,
        site: rig.sites[0]!,
        line: { times: TIMES, losesAnswer },
      }),
  );
  const each = options.sends / writers.length;
  await Promise.all(writers.map((writer) => writeAll(writer, conversationId, each)));
  await rig.settle();
  const rows = rig.stored().messages.length - 1;
  const { violations } = await rig.finish(writers.map(({ watch }): ClientRecord => watch.record));
  return { violations, sends: options.sends, rows, lostAcks };
}

async function writeAll(writer: HttpWriter, conversationId: string, count: number): Promise<void> {
  await writer.join();
  for (let sent = 0; sent < count; sent++) {
    await writer.write(conversationId, `${writer.watch.record.name}, message ${sent} : parfaite en 42.`);
  }
}
