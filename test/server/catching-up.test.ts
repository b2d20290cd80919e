import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { LIMITS } from '../../server/limits.ts';
import { type Crowd, createGate, fromStart, range, seqsOf, startCrowd } from './crowd.ts';

let crowd: Crowd;
afterEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  await crowd.stop();
});

describe('a hint that was lost', () => {
  test('[FAN9] a pong tells how far each conversation listened to has come, and resuming brings the rest', async () => {
    const gate = createGate();
    crowd = await startCrowd({ broker: gate.broker });
    const a = await crowd.writer();
    const [one, two] = [await a.ask('La dernière ?'), await a.ask('Et l’autre ?')];
    const r = await crowd.reader(1, fromStart(one.conversation.id));
    gate.close();
    await a.write('Jamais annoncée', one.conversation.id);
    gate.open({ lost: true });
    r.send({ op: 'ping' });
    await r.until(({ frames }) => frames.at(-1)?.op === 'pong');
    expect(seqsOf(r.frames)).toEqual([]);
    expect(r.frames.at(-1)).toEqual({
      op: 'pong',
      heads: [{ conversationId: one.conversation.id, lastSeq: 2 }],
    });
    expect(JSON.stringify(r.frames.at(-1))).not.toContain(two.conversation.id);
    r.send({
      op: 'subscribe',
      conversationId: one.conversation.id,
      lastSeq: 1,
      epoch: crowd.server.ctx.epoch,
    });
    await r.until(({ frames }) => frames.at(-1)?.op === 'subscribed');
    expect(r.frames.at(-1)).toMatchObject({ events: [{ seq: 2 }] });
  });

  test('[FAN10] the next event brings along those that were never announced', async () => {
    const gate = createGate();
    crowd = await startCrowd({ broker: gate.broker });
    const a = await crowd.writer();
    const { conversation } = await a.ask('Deux à la fois ?');
    const r = await crowd.reader(1, fromStart(conversation.id));
    gate.close();
    await a.write('Jamais annoncée', conversation.id);
    gate.open({ lost: true });
    await a.write('Annoncée', conversation.id);
    await r.until(({ frames }) => seqsOf(frames).length === 2);
    expect(seqsOf(r.frames)).toEqual([2, 3]);
  });

  test('[FAN10] also where somebody else has read those from the log meanwhile', async () => {
    const gate = createGate();
    crowd = await startCrowd({ broker: gate.broker });
    const a = await crowd.writer();
    const { conversation } = await a.ask('Deux à la fois ?');
    const r = await crowd.reader(1, fromStart(conversation.id));
    gate.close();
    await a.write('Jamais annoncée', conversation.id);
    gate.open({ lost: true });
    await crowd.reader(2, fromStart(conversation.id));
    await a.write('Annoncée', conversation.id);
    await r.until(({ frames }) => seqsOf(frames).includes(3));
    expect(seqsOf(r.frames)).toEqual([2, 3]);
  });
});

describe('coming back', () => {
  test('[FAN11] who never wrote gets the same answer as the others, made once, until something happens', async () => {
    crowd = await startCrowd();
    const a = await crowd.writer();
    const { conversation } = await a.ask('Tous au même point ?');
    await crowd.server.hub.settled();
    const stringify = vi.spyOn(JSON, 'stringify');
    const made = () => stringify.mock.calls.filter(([value]) => value?.op === 'subscribed').length;
    for (const i of range(1, 4)) await crowd.reader(i, fromStart(conversation.id));
    expect(made()).toBe(1);
    await a.write('Du nouveau', conversation.id);
    const late = await crowd.reader(5, fromStart(conversation.id));
    expect(made()).toBe(2);
    const answer = late.frames.find((frame) => frame.op === 'subscribed');
    expect(answer?.events.map(({ seq }) => seq)).toEqual([1, 2]);
    expect(answer).toMatchObject({ own: [], held: [], conversation: { mine: false, lastSeq: 2 } });
  });

  test('[FAN12] what may differ from person to person is never shared', async () => {
    crowd = await startCrowd();
    const a = await crowd.writer();
    const { conversation } = await a.ask('À moi ?');
    await crowd.reader(1, fromStart(conversation.id));
    const mine = await a.subscribe(conversation.id);
    expect(mine.conversation.mine).toBe(true);
    expect(mine.events).toMatchObject([{ message: { mine: true } }]);
    await a.write('Ceci est une arnaque', conversation.id);
    await crowd.reader(2, fromStart(conversation.id));
    const again = await a.subscribe(conversation.id);
    expect(again.own).toMatchObject([{ state: 'rejected' }]);
    expect(JSON.stringify(crowd.clients.map(({ frames }) => frames))).not.toContain('arnaque');
  });

  test('[FAN13] a long history comes in pages no larger than one frame should be, whole and in order', async () => {
    crowd = await startCrowd();
    const [a, b] = [await crowd.writer(), await crowd.writer()];
    const { conversation } = await a.ask('Tout relire ?');
    const long = 'mot '.repeat(LIMITS.message.codePoints / 4 - 10);
    const many = Math.ceil((2.5 * LIMITS.history.backfillCharacters) / long.length);
    for (const i of range(1, many)) (i % 2 ? a : b).post(`${i} ${long}`, conversation.id, null);
    for (const i of range(1, many)) await (i % 2 ? a : b).next('ack');
    const r = await crowd.reader(1, fromStart(conversation.id));
    a.post('Pendant ce temps', conversation.id, null);
    await r.until(({ frames }) => seqsOf(frames).length === 1);
    const pages = r.frames.filter((frame) => frame.op === 'subscribed');
    expect(pages.length).toBeGreaterThan(2);
    const seen = [...pages.flatMap(({ events }) => events.map(({ seq }) => seq)), ...seqsOf(r.frames)];
    expect(seen).toEqual(range(1, many + 2));
    for (const { events, conversation: row } of pages) expect(row.lastSeq).toBe(events.at(-1)?.seq);
  });

  test('[FAN33] the pages of a long history are made once for all who never wrote', async () => {
    crowd = await startCrowd();
    const a = await crowd.writer();
    const { conversation } = await a.ask('Et tout le monde ?');
    const { backfill } = LIMITS.history;
    onTestFinished(() => void Object.assign(LIMITS.history, { backfill }));
    Object.assign(LIMITS.history, { backfill: 2 });
    for (const i of range(1, 4)) await a.write(`Suite ${i}`, conversation.id);
    await crowd.server.hub.settled();
    const stringify = vi.spyOn(JSON, 'stringify');
    const made = () => stringify.mock.calls.filter(([value]) => value?.op === 'subscribed').length;
    const readers = await Promise.all(range(1, 4).map((i) => crowd.reader(i, fromStart(conversation.id))));
    for (const reader of readers) {
      const pages = () => reader.frames.filter((frame) => frame.op === 'subscribed');
      await reader.until(() => pages().length === 3);
      expect(pages().map(({ events }) => events.map(({ seq }) => seq))).toEqual([[1, 2], [3, 4], [5]]);
    }
    expect(made()).toBe(3);
  });
});
