import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { findConversation } from '../../db/conversations.ts';
import { atEndOfTurn } from '../../server/end-of-turn.ts';
import { LIMITS } from '../../server/limits.ts';
import { BrowserSocket } from '../../server/realtime/browser-socket.ts';
import { handOut } from '../../server/realtime/hand-out.ts';
import { headsOf } from '../../server/realtime/heads.ts';
import { createRounds } from '../../server/realtime/rounds.ts';
import { tellEvents } from '../../server/realtime/tell-event.ts';
import type { Subscription } from '../../server/realtime/topics.ts';
import { everybodyElse } from '../../server/slices.ts';
import { type Crowd, createGate, fromStart, range, seqsOf, startCrowd } from './crowd.ts';

const { listeners, slice, share } = LIMITS.bulk;
// A slice a turn, however slow the turn.
beforeEach(() => void Object.assign(LIMITS.bulk, { listeners: 3, slice: 4, share: 0 }));
afterEach(() => {
  Object.assign(LIMITS.bulk, { listeners, slice, share });
  vi.restoreAllMocks();
});

/** Twelve readers of a conversation, and two messages in it that nobody was told. */
async function startReaders() {
  const gate = createGate();
  const crowd = await startCrowd({ broker: gate.broker });
  const a = await crowd.writer();
  const { conversation } = await a.ask('Qui lit ?');
  const readers = await Promise.all(range(1, 12).map((i) => crowd.reader(i, fromStart(conversation.id))));
  gate.close();
  await a.write('Première', conversation.id, null);
  await a.write('Deuxième', conversation.id, null);
  const tell = (seq: number) =>
    tellEvents(crowd.server.ctx, crowd.server.hub, {
      siteId: 'fast',
      conversationId: conversation.id,
      from: seq,
      to: seq,
    });
  return { crowd, readers, tell };
}

describe('handing out', () => {
  let crowd: Crowd;
  afterEach(() => crowd.stop());

  test('[FAN26] what comes while others are told goes along with it, and everybody has all of it once, in order', async () => {
    const started = await startReaders();
    ({ crowd } = started);
    const written: number[] = [];
    const write = BrowserSocket.prototype.write;
    vi.spyOn(BrowserSocket.prototype, 'write').mockImplementation(function (this: BrowserSocket, bytes) {
      written.push(String(bytes).split('"op":"event"').length - 1);
      write.call(this, bytes);
    });
    await started.tell(2);
    await everybodyElse();
    await started.tell(3);
    await Promise.all(started.readers.map((one) => one.until(({ frames }) => seqsOf(frames).includes(3))));
    for (const { frames } of started.readers) expect(seqsOf(frames)).toEqual([2, 3]);
    // A slice had the first alone; the rest has both in one write, and that slice the second at the end.
    expect(written).toEqual([...Array(4).fill(1), ...Array(8).fill(2), ...Array(4).fill(1)]);
  });

  test('[FAN40] what is told again while others are told reaches everybody once, and keeps nothing newer from them', async () => {
    const started = await startReaders();
    ({ crowd } = started);
    await started.tell(2);
    await everybodyElse();
    await started.tell(3);
    await started.tell(2);
    await crowd.server.hub.flusher.toldAll();
    await Promise.all(started.readers.map((one) => one.until(({ frames }) => seqsOf(frames).includes(3))));
    for (const { frames } of started.readers) expect(seqsOf(frames)).toEqual([2, 3]);
  });

  test('[FAN31] who wrote it has it with its acknowledgement, before many others, and once', async () => {
    crowd = await startCrowd();
    const a = await crowd.writer();
    const { conversation } = await a.ask('Qui a écrit ?');
    const readers = await Promise.all(range(1, 12).map((i) => crowd.reader(i, fromStart(conversation.id))));
    await a.subscribe(conversation.id);
    const written: string[] = [];
    const write = BrowserSocket.prototype.write;
    vi.spyOn(BrowserSocket.prototype, 'write').mockImplementation(function (this: BrowserSocket, bytes) {
      const ops = ['ack', 'event'].filter((op) => bytes.includes(`"op":"${op}"`));
      if (ops.length > 0) written.push(ops.join());
      write.call(this, bytes);
    });
    await a.write('Moi', conversation.id, null);
    await Promise.all(readers.map((one) => one.until(({ frames }) => seqsOf(frames).includes(2))));
    await crowd.server.hub.flusher.toldAll();
    expect(written).toEqual(['ack,event', ...Array(12).fill('event')]);
  });

  test.each([
    ['few', listeners],
    ['many', 3],
  ])('[FAN28] where an event cannot be told to %s, those after it are', async (_, bound) => {
    Object.assign(LIMITS.bulk, { listeners: bound });
    crowd = await startCrowd();
    const { ctx, hub } = crowd.server;
    const a = await crowd.writer();
    const { conversation } = await a.ask('Et après ?');
    const readers = await Promise.all(range(1, 6).map((i) => crowd.reader(i, fromStart(conversation.id))));
    const row = (await findConversation(ctx.db, 'fast', conversation.id))!;
    const broken = { seq: 1, kind: 'message' as const, message: null };
    for (const { subscriptions } of hub.directory.all())
      for (const { place } of subscriptions) if (place.state === 'live') place.lastSeq = 0;
    const tell = () => handOut(hub, hub.topics.find(conversation.id)!, row, [broken]);
    if (bound === listeners) expect(tell).toThrow('names no message');
    else tell();
    await hub.flusher.toldAll();
    await a.write('Après', conversation.id, null);
    await Promise.all(readers.map((one) => one.until(({ frames }) => seqsOf(frames).includes(2))));
  });

  test('[FAN43] where what came meanwhile cannot be told to the few who are left, writers go on', async () => {
    const started = await startReaders();
    ({ crowd } = started);
    const { ctx, hub } = crowd.server;
    const [{ topic }] = crowd.connectionOf(1).subscriptions as [Subscription];
    const row = (await findConversation(ctx.db, 'fast', topic.conversationId))!;
    await started.tell(2);
    await everybodyElse();
    for (const subscription of [...topic.listeners].slice(2)) hub.topics.unsubscribe(subscription);
    handOut(hub, topic, row, [{ seq: 3, kind: 'message', message: null }]);
    await hub.flusher.toldAll();
    hub.ahead.told(row.id, LIMITS.bulk.ahead - 1);
    await hub.ahead.room(row.id);
  });

  test('[FAN27] a pong does not call lost what is on its way', async () => {
    const started = await startReaders();
    ({ crowd } = started);
    const { ctx, hub } = crowd.server;
    await started.tell(2);
    await started.tell(3);
    const head = async () => (await headsOf(ctx, hub, crowd.connectionOf(12)))[0]?.lastSeq;
    expect(await head()).toBe(1);
    await hub.flusher.toldAll();
    expect(await head()).toBe(3);
  });
});

describe('rounds', () => {
  test('[FAN28] where telling fails, the others are told all the same, and what waits for its end goes on', async () => {
    const failed: unknown[] = [];
    const said: string[] = [];
    const rounds = createRounds((error) => failed.push(error));
    const broken = new Error('broken');
    rounds.begin(
      new Set(range(1, 9)),
      () => {
        throw broken;
      },
      () => said.push('the broken one is over'),
    );
    rounds.begin(
      new Set(['told']),
      (some) => said.push(...some),
      () => said.push('the other is over'),
    );
    await rounds.ended();
    expect(failed).toEqual([broken]);
    expect(said).toEqual(['the broken one is over', 'told', 'the other is over']);
  });

  test('[FAN43] where what follows one of them fails, the others go on', async () => {
    const failed: unknown[] = [];
    const said: string[] = [];
    const rounds = createRounds((error) => failed.push(error));
    const broken = new Error('broken');
    rounds.begin(
      new Set(['first']),
      (some) => said.push(...some),
      () => {
        throw broken;
      },
    );
    rounds.begin(
      new Set(['second']),
      (some) => said.push(...some),
      () => said.push('over'),
    );
    await rounds.ended();
    expect(failed).toEqual([broken]);
    expect(said).toEqual(['first', 'second', 'over']);
  });

  test('[FAN29] what can wait is behind all the others, and has a slice when one of them is over', async () => {
    const said: string[] = [];
    const rounds = createRounds(() => {});
    const say = (name: string) => (some: unknown[]) => void said.push(`${name} ${some.length}`);
    rounds.beginLast(new Set(range(1, 6)), say('last'));
    const again = (times: number) => {
      if (times > 0) rounds.begin(new Set(range(1, 5)), say('first'), () => again(times - 1));
    };
    again(3);
    await rounds.ended();
    expect(said).toEqual([
      ...['first 4', 'first 1', 'last 4'],
      ...['first 4', 'first 1', 'last 2'],
      ...['first 4', 'first 1'],
    ]);
  });

  test('[FAN32] where others take long, very many are told more in a turn, but never for long', async () => {
    let now = 1000;
    let slices = 0;
    const inTurns: number[] = [];
    Object.assign(LIMITS.bulk, { slice: 1, share });
    const rounds = createRounds(
      (error) => {
        throw error;
      },
      () => now,
    );
    const said: number[] = [];
    const tell = (some: number[]) => {
      said.push(...some);
      now += 1;
      slices += 1;
    };
    rounds.begin(new Set(range(1, 40)), tell, () => {});
    while (slices === 0) await everybodyElse();
    for (const othersMs of [1, 6, 12, 1000]) {
      slices = 0;
      now += othersMs;
      await everybodyElse();
      inTurns.push(slices);
    }
    await rounds.ended();
    expect(inTurns).toEqual([1, 3, 6, LIMITS.bulk.mostMs]);
    expect(said).toEqual(range(1, 40));
  });

  test('[FAN30] what waits for the disk leaves before the next slice, whichever was asked for first', async () => {
    const said: string[] = [];
    const say = (word: string) => () => void said.push(word);
    atEndOfTurn('bulk', () => {
      said.push('slice');
      atEndOfTurn('bulk', say('next slice'));
      atEndOfTurn('store', say('next commit'));
    });
    atEndOfTurn('write', say('answer'));
    atEndOfTurn('store', say('commit'));
    while (said.length < 5) await everybodyElse();
    expect(said).toEqual(['commit', 'answer', 'slice', 'next commit', 'next slice']);
  });
});
