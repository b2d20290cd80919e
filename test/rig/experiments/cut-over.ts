import type { Violation } from '../checker.ts';
import { HttpWriter } from '../http-writer.ts';
import { type Rig, type RigOptions, withRig } from '../rig.ts';
import type { RigClient } from '../rig-client.ts';
import type { Sabotage } from '../sabotage.ts';
import { waitUntil } from '../wait-until.ts';

export type CutOverOptions = RigOptions & { readers: number; rounds: number };
export type CutOverOutcome = {
  violations: Violation[];
  /** Messages published between the history and going live, and those that did not arrive. */
  published: number;
  missed: number;
};

/**
 * Not broken, only held: the server goes live when something was published after the history was read; by
 * turns before and after it was told to those who listen.
 */
const HOLD_THE_CUT_OVER: Sabotage[] = [
  {
    file: 'server/realtime/subscribe.ts',
    find: '    if (!page.more && goLive(hub, subscription, lastSeq)) return;',
    replace: `    if (!page.more) await publishedMeanwhile(ctx, hub, from.conversationId);
    if (!page.more && goLive(hub, subscription, lastSeq)) return;`,
  },
  {
    file: 'server/realtime/subscribe.ts',
    find: 'async function backfill(',
    replace: `let turn = 0;
function publishedMeanwhile(ctx: AppContext, hub: Hub, conversationId: string): Promise<void> {
  return new Promise((resolve) => {
    const stop = ctx.broker.subscribe((said) => {
      if (said.topic !== 'event' || said.conversationId !== conversationId) return;
      stop();
      turn += 1;
      if (turn % 2 === 0) resolve();
      else void new Promise((done) => setImmediate(done)).then(() => hub.settled()).then(resolve);
    });
  });
}

async function backfill(`,
  },
];
const PACE = 5;

/** I4: each reader opens the conversation again and again, and each time one message falls in the cut-over. */
export function publishAtCutOver(options: CutOverOptions): Promise<CutOverOutcome> {
  return withRig({ ...options, sabotage: HOLD_THE_CUT_OVER }, (rig) => openRepeatedly(rig, options));
}

async function openRepeatedly(rig: Rig, { readers, rounds }: CutOverOptions): Promise<CutOverOutcome> {
  const people = await rig.joinAll(readers);
  const writers: HttpWriter[] = [];
  const missed = await Promise.all(
    people.map(async (reader, index) => {
      const conversationId = await question(rig, index);
      return await readRounds(rig, writers, { reader, conversationId, rounds });
    }),
  );
  await rig.settle();
  const { violations } = await rig.finish(writers.map(({ watch }) => watch.record));
  return { violations, published: readers * rounds, missed: missed.reduce((sum, one) => sum + one, 0) };
}

/** Asked by somebody who listens to nothing, or their own subscription would wait as well. */
async function question(rig: Rig, index: number): Promise<string> {
  const asker = await newWriter(rig, 10_000 + index);
  await asker.write(null, 'Quelle taille choisir pour la Crête ?');
  const ok = asker.watch.record.entries.findLast((entry) => entry.kind === 'ok');
  if (ok?.kind !== 'ok') throw new Error('the question was refused');
  return ok.conversationId;
}

type Reading = { reader: RigClient; conversationId: string; rounds: number };

/** @returns how many messages did not arrive */
async function readRounds(rig: Rig, writers: HttpWriter[], reading: Reading): Promise<number> {
  const { reader, conversationId, rounds } = reading;
  const { positions } = reader.watch;
  let missed = 0;
  let writer: HttpWriter | null = null;
  for (let round = 0; round < rounds; round++) {
    if (round % PACE === 0 || !writer) {
      writer = await newWriter(rig, 20_000 + writers.length);
      writers.push(writer);
    }
    reader.chat.openConversation(conversationId);
    await waitUntil(() => positions.has(conversationId), 'history');
    const before = positions.get(conversationId)!;
    await writer.write(conversationId, `Tour ${round} : parfaite en 42.`);
    const hasArrived = () => positions.get(conversationId) === before + 1;
    missed += await waitUntil(hasArrived, '', 5_000).then(
      () => 0,
      () => 1,
    );
    if (round < rounds - 1) reader.chat.closeConversation();
  }
  return missed;
}

async function newWriter(rig: Rig, index: number): Promise<HttpWriter> {
  const line = { times: 1, losesAnswer: () => false };
  const writer = new HttpWriter({ index, server: rig.server.url, site: rig.sites[0]!, line });
  await writer.join();
  return writer;
}
