import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findConversation } from '../../db/conversations.ts';
import { findMessage } from '../../db/messages.ts';
import { LIMITS } from '../../server/limits.ts';
import type { ServerFrame } from '../../server/protocol/frames.ts';
import { handOut } from '../../server/realtime/hand-out.ts';
import { Outgoing } from '../../server/realtime/outgoing.ts';
import { deliver, goLive, runOf } from '../../server/realtime/subscription.ts';
import { tellEvents } from '../../server/realtime/tell-event.ts';
import { tellGone } from '../../server/realtime/tell-row.ts';
import { everybodyElse } from '../../server/slices.ts';
import { type Crowd, createGate, fromStart, range, seqsOf, startCrowd } from './crowd.ts';

const { listeners, slice, share } = LIMITS.bulk;
// A slice a turn, however slow the turn.
beforeEach(() => void Object.assign(LIMITS.bulk, { listeners: 3, slice: 4, share: 0 }));
afterEach(() => void Object.assign(LIMITS.bulk, { listeners, slice, share }));

/** Twelve readers of a conversation, and a message in it that nobody was told. */
async function startReaders() {
  const gate = createGate();
  const crowd = await startCrowd({ broker: gate.broker });
  const { ctx, hub } = crowd.server;
  const writer = await crowd.writer();
  const { id } = (await writer.ask('Qui lit ?')).conversation;
  const readers = await Promise.all(range(1, 12).map((i) => crowd.reader(i, fromStart(id))));
  gate.close();
  const { message } = await writer.write('Mon code est 1234', id, null);
  const conversation = (await findConversation(ctx.db, 'fast', id))!;
  const row = (await findMessage(ctx.db, 'fast', message.id))!;
  return {
    crowd,
    readers,
    id,
    messageId: message.id,
    /** Tells it to the first four, as it was when it was written. */
    async begin() {
      handOut(hub, hub.topics.find(id)!, conversation, [{ seq: 2, kind: 'message', message: row }]);
      await everybodyElse();
    },
    tell: (seq: number) => tellEvents(ctx, hub, { siteId: 'fast', conversationId: id, from: seq, to: seq }),
    act: async (method: string, path: string, body: unknown) =>
      await (await crowd.server.person('manager', 'fast')).request(
        method,
        `/api/back-office/fast/${path}`,
        body,
      ),
  };
}

const sawText = (frames: ServerFrame[]) => JSON.stringify(frames).includes('1234');
const firstFour = [...Array(4).fill(true), ...Array(8).fill(false)];

describe('what happens while others are told', () => {
  let crowd: Crowd;
  afterEach(() => crowd.stop());

  test('[FAN41] what is hidden while it is handed out is told to nobody else', async () => {
    const started = await startReaders();
    ({ crowd } = started);
    const { readers, messageId, begin, tell, act } = started;
    await act('POST', `messages/${messageId}`, { act: 'hide', reason: null });
    await begin();
    await tell(3);
    await Promise.all(readers.map((one) => one.until(({ frames }) => seqsOf(frames).includes(3))));
    for (const { frames } of readers) expect(seqsOf(frames)).toEqual([2, 3]);
    expect(readers.map(({ frames }) => sawText(frames))).toEqual(firstFour);
  });

  test('[FAN42] what is handed out of a conversation is told to nobody else once it is gone', async () => {
    const started = await startReaders();
    ({ crowd } = started);
    const { ctx, hub } = crowd.server;
    const { readers, id, begin, act } = started;
    await act('DELETE', `conversations/${id}`, { reason: null });
    await begin();
    await tellGone(ctx, hub, 'fast', id);
    const isTold = (frames: ServerFrame[]) => frames.some(({ op }) => op === 'conversation-gone');
    await Promise.all(readers.map((one) => one.until(({ frames }) => isTold(frames))));
    expect(readers.map(({ frames }) => sawText(frames))).toEqual(firstFour);
  });

  test('[FAN46] what is told twice while the history is read is collected once', async () => {
    const started = await startReaders();
    ({ crowd } = started);
    const { hub } = crowd.server;
    const subscription = hub.topics.subscribe(crowd.connectionOf(1), started.id);
    const frameOf = ({ seq }: { seq: number }) =>
      new Outgoing(JSON.stringify({ op: 'event', event: { seq } }));
    deliver(hub, subscription, runOf([{ seq: 2 }, { seq: 3 }], frameOf));
    deliver(hub, subscription, runOf([{ seq: 2 }, { seq: 3 }, { seq: 4 }], frameOf));
    goLive(hub, subscription, 2);
    const [reader] = started.readers;
    await reader!.until(({ frames }) => seqsOf(frames).includes(4));
    expect(seqsOf(reader!.frames)).toEqual([3, 4]);
  });
});
