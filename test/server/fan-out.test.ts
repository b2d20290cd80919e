import { afterEach, describe, expect, test, vi } from 'vitest';
import { transaction } from '../../db/database.ts';
import { updateSite } from '../../db/sites.ts';
import { writeFigures } from '../../db/write-figures.ts';
import { BrowserSocket } from '../../server/realtime/browser-socket.ts';
import { receive } from '../../server/realtime/doors.ts';
import { everybodyElse } from '../../server/slices.ts';
import { type Crowd, createGate, fromStart, range, seqsOf, startCrowd } from './crowd.ts';

let crowd: Crowd;
afterEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  await crowd.stop();
});

/** No message is judged before so many are being judged. */
function waitForAll({ ctx }: Crowd['server'], number: number): void {
  const { filterOf } = ctx;
  let arrived = 0;
  let release = () => {};
  const all = new Promise<void>((resolve) => {
    release = resolve;
  });
  ctx.filterOf = async (siteId) => {
    const filter = await filterOf(siteId);
    return {
      ...filter,
      judge: async (input) => {
        arrived += 1;
        if (arrived === number) release();
        await all;
        return await filter.judge(input);
      },
    };
  };
}

describe('one turn, one write', () => {
  test('[FAN1] an event is serialised once for each kind of viewer, however many there are', async () => {
    crowd = await startCrowd();
    const moderator = await crowd.server.person('moderator', 'fast');
    const [a, m] = [await crowd.writer(), await moderator.connect()];
    const { conversation } = await a.ask('Combien de fois ?');
    await a.subscribe(conversation.id);
    await m.subscribe(conversation.id);
    const readers = await Promise.all(range(1, 6).map((i) => crowd.reader(i, fromStart(conversation.id))));
    const stringify = vi.spyOn(JSON, 'stringify');
    await a.write('Une seule', conversation.id);
    await Promise.all(readers.map((one) => one.until(({ frames }) => frames.at(-1)?.op === 'event')));
    await m.next('event');
    const made = stringify.mock.calls.filter(([value]) => value?.op === 'event' && value.event.seq === 2);
    expect(made).toHaveLength(3);
  });

  test('[FAN2] what one turn of the loop brings to a connection leaves in one write, in order', async () => {
    const gate = createGate();
    crowd = await startCrowd({ broker: gate.broker });
    const a = await crowd.writer();
    const { conversation } = await a.ask('D’un trait');
    const r = await crowd.reader(1, fromStart(conversation.id));
    gate.close();
    for (const i of range(1, 10)) a.post(`Réponse numéro ${i}, autrement dite`, conversation.id, null);
    for (const _ of range(1, 10)) await a.next('ack');
    const write = vi.spyOn(BrowserSocket.prototype, 'write');
    gate.open();
    await r.until(({ frames }) => seqsOf(frames).length === 10);
    expect(seqsOf(r.frames)).toEqual(range(2, 11));
    const writes = write.mock.calls.filter(([bytes]) => bytes.includes('"op":"event"'));
    expect(writes).toHaveLength(1);
  });

  test('[FAN3] many messages in flight on one connection keep their order, and are judged together', async () => {
    crowd = await startCrowd();
    const a = await crowd.writer();
    const { conversation } = await a.ask('Dans l’ordre ?');
    const r = await crowd.reader(1, fromStart(conversation.id));
    waitForAll(crowd.server, 10);
    const texts = range(1, 10).map((i) => `Phrase numéro ${i} de la série`);
    for (const text of texts) a.post(text, conversation.id, null);
    await r.until(({ frames }) => seqsOf(frames).length === 10);
    const read = r.frames.flatMap((frame) =>
      frame.op === 'event' && frame.event.kind === 'message' && 'text' in frame.event.message
        ? [frame.event.message.text]
        : [],
    );
    expect(read).toEqual(texts);
  });

  test('[FAN3] also where the first of them has to be decided again', async () => {
    crowd = await startCrowd();
    const { ctx, hub } = crowd.server;
    const a = await crowd.writer();
    const { conversation } = await a.ask('Qui passe devant ?');
    const [connection] = hub.directory.all();
    const post = (text: string) =>
      receive(ctx, hub, connection!, JSON.stringify(sendOf(conversation.id, text)));
    await transaction(ctx.db, async (tx) => {
      await updateSite(tx, 'fast', { name: 'Changed' });
      post('Première');
      while (writeFigures(ctx.db).waiting === 0) await everybodyElse();
      await everybodyElse();
      tx.onCommit(() => post('Seconde'));
    });
    await a.next('ack');
    await a.next('ack');
    const rows = await ctx.db
      .selectFrom('message')
      .select('body')
      .where('seq', '>', 1)
      .orderBy('seq')
      .execute();
    expect(rows.map(({ body }) => body)).toEqual(['Première', 'Seconde']);
  });
});

const sendOf = (conversationId: string, text: string) => ({
  op: 'send',
  clientMessageId: crypto.randomUUID(),
  conversationId,
  text,
  name: null,
  page: null,
});
