import { afterEach, describe, expect, test, vi } from 'vitest';
import { LIMITS } from '../../server/limits.ts';
import { CLOSE, type ServerFrame } from '../../server/protocol/frames.ts';
import { Spaced } from '../../server/realtime/spaced.ts';
import { type Crowd, range, startCrowd } from './crowd.ts';

let crowd: Crowd;
afterEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  await crowd?.stop();
});

/** Time that only the test moves, for what is told now and then and for the sweeper. */
const stopTime = () => vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'performance'] });

const rowsOf = (frames: ServerFrame[], id: string) =>
  frames.flatMap((frame) =>
    frame.op === 'conversation' && frame.conversation.id === id ? [frame.conversation.lastSeq] : [],
  );

/** Somebody who was told the row of a new conversation, while time stands still. */
async function startRow() {
  crowd = await startCrowd();
  const a = await crowd.writer();
  const r = await crowd.reader(1, null);
  stopTime();
  const { conversation } = await a.ask('Quelle ligne ?');
  await r.until(({ frames }) => rowsOf(frames, conversation.id).length === 1);
  return { a, r, conversation };
}

/** Somebody who writes, and a moderator whose next counters are due, while time stands still. */
async function startCounters() {
  crowd = await startCrowd();
  const a = await crowd.writer();
  const moderator = await (await crowd.server.person('moderator', 'fast')).connect();
  await crowd.server.hub.settled();
  stopTime();
  vi.advanceTimersByTime(LIMITS.counters.everyMs);
  return { a, moderator };
}

describe('told now and then', () => {
  test('[FAN14] a list row is told at once, then by itself within two seconds, the last one always', async () => {
    const { a, r, conversation } = await startRow();
    for (const i of range(1, 5)) await a.write(`Encore ${i}`, conversation.id);
    r.send({ op: 'ping' });
    await r.until(({ frames }) => frames.at(-1)?.op === 'pong');
    expect(rowsOf(r.frames, conversation.id)).toEqual([1]);
    vi.advanceTimersByTime(LIMITS.rows.aloneMs);
    await r.until(({ frames }) => rowsOf(frames, conversation.id).length === 2);
    expect(rowsOf(r.frames, conversation.id)).toEqual([1, 6]);
  });

  test('[FAN14] a row that is due goes along with the next message', async () => {
    const { a, r, conversation } = await startRow();
    await a.write('Encore', conversation.id);
    vi.advanceTimersByTime(LIMITS.rows.everyMs);
    r.send({ op: 'ping' });
    await r.until(({ frames }) => frames.at(-1)?.op === 'pong');
    expect(rowsOf(r.frames, conversation.id)).toEqual([1]);
    await a.write('Et encore', conversation.id);
    await r.until(({ frames }) => rowsOf(frames, conversation.id).length === 2);
    expect(rowsOf(r.frames, conversation.id)).toEqual([1, 3]);
  });

  test('[FAN15] the counters of the back office are counted a few times a second, and nothing changed is left out', async () => {
    const { a, moderator } = await startCounters();
    const { conversation } = await a.ask('Combien attendent ?');
    const told = await moderator.next('back-office', ({ changed }) => changed.length > 0);
    expect(told).toMatchObject({ changed: ['conversations'], waiting: 0 });
    for (const i of range(1, 3)) await a.write(`Quel connard ${i}`, conversation.id);
    await a.write('Et merci', conversation.id);
    const count = () => moderator.frames.filter((frame) => frame.op === 'back-office').length;
    moderator.send({ op: 'ping' });
    await moderator.next('pong');
    const before = count();
    vi.advanceTimersByTime(LIMITS.counters.everyMs);
    const last = await moderator.next('back-office', ({ waiting }) => waiting === 3);
    expect(new Set(last.changed)).toEqual(new Set(['queue', 'conversations', 'audit-log']));
    expect(count()).toBe(before + 1);
  });

  test('[FAN44] what is due soon does not wait for what was put off for longer', async () => {
    const { a, moderator } = await startCounters();
    const { conversation } = await a.ask('Combien attendent ?');
    await moderator.next('back-office', ({ changed }) => changed.length > 0);
    // Its row is put off for two seconds, and the counters with it.
    await a.write('Moi', conversation.id);
    vi.advanceTimersByTime(LIMITS.counters.everyMs);
    await moderator.next('back-office', ({ changed }) => changed.length > 0);
    vi.advanceTimersByTime(LIMITS.counters.everyMs);
    await a.write('Quel connard', conversation.id);
    await moderator.next('back-office', ({ waiting }) => waiting === 1);
    await a.write('Quel autre connard', conversation.id);
    vi.advanceTimersByTime(LIMITS.counters.everyMs);
    await moderator.next('back-office', ({ waiting }) => waiting === 2);
  });

  test('[FAN16] what is put off is merged, told when due, and waits for nothing the first time', () => {
    const spaced = new Spaced<number>(100, (a, b) => a + b);
    spaced.put('one', 1);
    expect(spaced.take(0, 'along')).toEqual([['one', 1]]);
    expect(spaced.nextIn(0)).toBeNull();
    spaced.put('one', 2);
    spaced.put('one', 3);
    spaced.put('other', 4);
    expect(spaced.take(30, 'along')).toEqual([['other', 4]]);
    expect(spaced.nextIn(30)).toBe(70);
    expect(spaced.take(100, 'along')).toEqual([['one', 5]]);
    spaced.put('one', 6);
    expect(spaced.take(101, 'all')).toEqual([['one', 6]]);
  });

  test('[FAN16] what goes along with others waits for them when it is due, and not for ever', () => {
    const spaced = new Spaced<number>(100, (a, b) => a + b, 300);
    spaced.put('one', 1);
    expect(spaced.take(0, 'along')).toEqual([['one', 1]]);
    spaced.put('one', 2);
    expect(spaced.nextIn(10)).toBe(290);
    expect(spaced.take(99, 'along')).toEqual([]);
    expect(spaced.take(110, 'alone')).toEqual([]);
    expect(spaced.take(110, 'along')).toEqual([['one', 2]]);
    expect(spaced.nextIn(110)).toBeNull();
    spaced.put('one', 3);
    expect(spaced.take(410, 'alone')).toEqual([['one', 3]]);
  });
});

describe('one sweeper for all', () => {
  test('[FAN17] no hello in time is closed to come back later, silence is asked once and then cut', async () => {
    stopTime();
    crowd = await startCrowd();
    const silent = new (await import('./raw-client.ts')).RawClient(crowd.server.url, {});
    await silent.until(({ head }) => head.includes('101'));
    const mute = await crowd.reader(1, null);
    const alive = await crowd.reader(2, null);
    vi.advanceTimersByTime(LIMITS.hello.withinMs + 2000);
    await silent.ended;
    expect(silent.closeCode).toBe(CLOSE.helloTimeout);
    vi.advanceTimersByTime(LIMITS.ping.everyMs - LIMITS.hello.withinMs);
    await mute.until(({ heartbeats }) => heartbeats === 1);
    alive.send({ op: 'ping' });
    await alive.until(({ frames }) => frames.at(-1)?.op === 'pong');
    vi.advanceTimersByTime(LIMITS.ping.timeoutMs - LIMITS.ping.everyMs);
    await mute.ended;
    expect(mute.heartbeats).toBe(1);
    expect(mute.closeCode).toBeNull();
    expect(crowd.connectionOf(2).state.name).toBe('ready');
  });
});
