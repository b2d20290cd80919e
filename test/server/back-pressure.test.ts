import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { LIMITS } from '../../server/limits.ts';
import { CLOSE } from '../../server/protocol/frames.ts';
import { createAhead } from '../../server/realtime/ahead.ts';
import { BrowserSocket } from '../../server/realtime/browser-socket.ts';
import { receive } from '../../server/realtime/doors.ts';
import { Outgoing, type Worth } from '../../server/realtime/outgoing.ts';
import { everybodyElse } from '../../server/slices.ts';
import { type Crowd, createGate, errorsOf, fromStart, range, seqsOf, startCrowd } from './crowd.ts';

const { bytes } = LIMITS.outgoing;
const { backfillCharacters } = LIMITS.history;
let crowd: Crowd;
afterEach(async () => {
  Object.assign(LIMITS.outgoing, { bytes });
  Object.assign(LIMITS.history, { backfillCharacters });
  vi.useRealTimers();
  vi.restoreAllMocks();
  await crowd.stop();
});

describe('small before large', () => {
  test('[FAN4] a small conversation is told while a large one is still being handed out', async () => {
    const { share } = LIMITS.bulk;
    onTestFinished(() => void Object.assign(LIMITS.bulk, { share }));
    // A slice a turn, however slow the turn.
    Object.assign(LIMITS.bulk, { share: 0 });
    const gate = createGate();
    crowd = await startCrowd({ broker: gate.broker });
    const a = await crowd.writer();
    const [large, small] = [await a.ask('Grande ?'), await a.ask('Petite ?')];
    const many = LIMITS.bulk.listeners + 10;
    await Promise.all(range(1, many).map((i) => crowd.reader(i, fromStart(large.conversation.id))));
    const few = await crowd.reader(many + 1, fromStart(small.conversation.id));
    gate.close();
    await a.write('Pour tous', large.conversation.id, null);
    await a.write('Pour peu', small.conversation.id, null);
    const written: string[] = [];
    const write = BrowserSocket.prototype.write;
    vi.spyOn(BrowserSocket.prototype, 'write').mockImplementation(function (this: BrowserSocket, bytes) {
      if (bytes.includes('"op":"event"')) written.push(bytes.includes('Pour tous') ? 'large' : 'small');
      write.call(this, bytes);
    });
    gate.open();
    await few.until(({ frames }) => seqsOf(frames).length === 1);
    await Promise.all(crowd.clients.map((one) => one.until(({ frames }) => seqsOf(frames).length === 1)));
    expect(written).toHaveLength(many + 1);
    expect(written.indexOf('small')).toBeLessThan(LIMITS.bulk.slice);
  });

  test('[FAN5] who writes in a large conversation waits for its readers, who writes in another does not', async () => {
    crowd = await startCrowd();
    const writes: string[] = [];
    const ahead = createAhead();
    ahead.told('large', LIMITS.bulk.ahead);
    const waiting = range(1, 3).map((i) => ahead.room('large').then(() => writes.push(`large ${i}`)));
    await ahead.room('small').then(() => writes.push('small'));
    expect(writes).toEqual(['small']);
    ahead.written('large', LIMITS.bulk.ahead);
    await Promise.all(waiting);
    expect(writes).toEqual(['small', 'large 1', 'large 2', 'large 3']);
  });

  test('[FAN5] more wait than there is room for, and nothing of those let go is handed out: the others go on', async () => {
    crowd = await startCrowd();
    const ahead = createAhead();
    ahead.told('large', LIMITS.bulk.ahead);
    const waiting = range(1, 2 * LIMITS.bulk.ahead + 1).map(() => ahead.room('large'));
    ahead.written('large', LIMITS.bulk.ahead);
    expect(await Promise.all(waiting)).toHaveLength(2 * LIMITS.bulk.ahead + 1);
  });

  test('[FAN45] who waits in a conversation that was just quiet is let go like anybody else', async () => {
    crowd = await startCrowd();
    const most = LIMITS.bulk.ahead;
    const ahead = createAhead();
    ahead.told('large', most);
    const first = range(0, most).map(() => ahead.room('large'));
    // There is room for all but one of them, then for that one too.
    ahead.written('large', most - 1);
    ahead.written('large', 1);
    await Promise.all(first);
    ahead.told('large', most);
    const second = ahead.room('large');
    await everybodyElse();
    ahead.written('large', most);
    await second;
  });

  test('[FAN25] what waits for its turn when its author is signed out is not sent', async () => {
    crowd = await startCrowd();
    const { ctx, hub } = crowd.server;
    const a = await crowd.writer();
    const { conversation } = await a.ask('Encore là ?');
    const [connection] = hub.directory.all();
    hub.ahead.told(conversation.id, LIMITS.bulk.ahead);
    const frame = { op: 'send', clientMessageId: crypto.randomUUID(), conversationId: conversation.id };
    receive(ctx, hub, connection!, JSON.stringify({ ...frame, text: 'Trop tard', name: null, page: null }));
    hub.close(connection!, CLOSE.signedOut, 'sign in again');
    hub.ahead.written(conversation.id, LIMITS.bulk.ahead);
    const b = await crowd.writer();
    await b.write('Après', conversation.id, null);
    const rows = await ctx.db.selectFrom('message').select('body').where('seq', '>', 1).execute();
    expect(rows).toEqual([{ body: 'Après' }]);
  });
});

describe('slow readers', () => {
  test('[FAN6] a reader too slow is closed, nobody else is hurt, and it comes back to what it missed', async () => {
    crowd = await startCrowd();
    const a = await crowd.writer();
    const { conversation } = await a.ask('Qui suit ?');
    const slow = await crowd.reader(1, fromStart(conversation.id));
    const quick = await crowd.reader(2, fromStart(conversation.id));
    slow.socket.pause();
    const connection = crowd.connectionOf(1);
    const large = new Outgoing(JSON.stringify({ op: 'error', code: 'test', message: 'x'.repeat(200_000) }));
    while (connection.state.name !== 'closing') {
      crowd.server.hub.flusher.push(connection, large);
      await everybodyElse();
    }
    expect(connection.pending.frames).toBe(0);
    await a.write('Après coup', conversation.id, null);
    await quick.until(({ frames }) => seqsOf(frames).length === 1);
    slow.socket.resume();
    await slow.ended;
    expect(slow.closeCode).toBe(CLOSE.tooSlow);
    expect(seqsOf(slow.frames)).toEqual([]);
    const back = await crowd.reader(1, {
      conversationId: conversation.id,
      lastSeq: 1,
      epoch: crowd.server.ctx.epoch,
    });
    const resumed = back.frames.find((frame) => frame.op === 'subscribed');
    expect(resumed?.events.map(({ seq }) => seq)).toEqual([2]);
  });

  test('[FAN7] what passes is dropped first, of what may be replaced the last one arrives', async () => {
    crowd = await startCrowd();
    const slow = await crowd.reader(1, null);
    slow.socket.pause();
    const connection = crowd.connectionOf(1);
    const filler = new Outgoing(
      JSON.stringify({ op: 'error', code: 'filler', message: 'x'.repeat(100_000) }),
    );
    while (!connection.stalled) {
      crowd.server.hub.flusher.push(connection, filler);
      await everybodyElse();
    }
    const push = (message: string, worth: Worth) =>
      crowd.server.hub.flusher.push(
        connection,
        new Outgoing(JSON.stringify({ op: 'error', code: 'new', message }), worth),
      );
    for (const i of range(1, 3)) push(`row ${i}`, { kind: 'latest', key: 'row' });
    for (const i of range(1, 3)) push(`typing ${i}`, { kind: 'passing', key: 'typing' });
    push('sure', { kind: 'sure' });
    while (connection.pending.size < LIMITS.outgoing.bytes / 2)
      crowd.server.hub.flusher.push(connection, filler);
    expect(push('dropped', { kind: 'passing', key: 'typing' })).toBe(false);
    push('row 4', { kind: 'latest', key: 'row' });
    slow.socket.resume();
    await slow.until(({ frames }) => errorsOf(frames).includes('row 4'));
    expect(errorsOf(slow.frames)).toEqual(['typing 3', 'sure', 'row 4']);
  });

  test('[FAN47] long histories of many conversations come as fast as they are taken', async () => {
    crowd = await startCrowd();
    const a = await crowd.writer();
    const asked = [];
    for (const i of range(1, 10)) asked.push(await a.ask(`${i} ${'a'.repeat(3000)}`));
    const reader = await crowd.reader(1, null);
    Object.assign(LIMITS.outgoing, { bytes: 12_000 });
    Object.assign(LIMITS.history, { backfillCharacters: 3000 });
    const slow = crowd.connectionOf(1).transport as BrowserSocket;
    let waiting = 0;
    const write = slow.write;
    vi.spyOn(slow, 'write').mockImplementation((data) => {
      waiting += data.length;
      write.call(slow, data);
    });
    vi.spyOn(slow, 'waiting', 'get').mockImplementation(() => waiting);
    vi.spyOn(slow, 'whenTaken').mockImplementation((then) => {
      setImmediate(() => {
        waiting = 0;
        then();
      });
    });
    for (const { conversation } of asked) reader.send({ op: 'subscribe', ...fromStart(conversation.id) });
    const count = () => reader.frames.filter(({ op }) => op === 'subscribed').length;
    await reader.until(({ closeCode }) => closeCode !== null || count() === asked.length);
    expect(reader.closeCode).toBeNull();
  });

  test('[FAN48] who reads nothing and says more and more is closed', async () => {
    crowd = await startCrowd();
    const { ctx, hub } = crowd.server;
    const a = await crowd.writer();
    const { conversation } = await a.ask('Longue ?');
    await a.write('Oui', conversation.id, null);
    await crowd.reader(1, null);
    const connection = crowd.connectionOf(1);
    Object.assign(LIMITS.history, { backfillCharacters: 1 });
    vi.spyOn(connection.transport as BrowserSocket, 'waiting', 'get').mockReturnValue(1);
    vi.spyOn(connection.transport as BrowserSocket, 'whenTaken').mockReturnValue();
    receive(ctx, hub, connection, JSON.stringify({ op: 'subscribe', ...fromStart(conversation.id) }));
    vi.useFakeTimers({ toFake: ['performance'] });
    for (const _ of range(1, 3)) {
      vi.advanceTimersByTime(10_001);
      for (const _ of range(1, LIMITS.frames.perTenSeconds)) receive(ctx, hub, connection, '{"op":"ping"}');
      await everybodyElse();
    }
    expect(connection.state.name).toBe('closing');
  });

  test('[FAN8] many frames for a reader who takes them are written, not counted against it', async () => {
    crowd = await startCrowd();
    const fast = await crowd.reader(1, null);
    const connection = crowd.connectionOf(1);
    const many = 3 * LIMITS.outgoing.frames;
    for (const i of range(1, many))
      crowd.server.hub.send(connection, { op: 'error', code: 'new', message: `${i}` });
    await fast.until(({ frames }) => errorsOf(frames).length === many);
    expect(connection.state.name).toBe('ready');
  });
});
