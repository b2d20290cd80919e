import { describe, expect, test } from 'vitest';
import { conversation, event, FakeWorld, message, subscribed } from './fake-server.ts';

async function reading(...seqs: number[]) {
  const world = new FakeWorld();
  const { client, socket } = await world.connected();
  client.openConversation('k1');
  socket.say(subscribed(seqs.map((seq) => message(seq))));
  const shown = () => client.state.current?.messages.map(({ id }) => id);
  return { world, client, socket, shown };
}

describe('reading', () => {
  test('[CLIENT16] an event seen before changes nothing', async () => {
    const { socket, shown } = await reading(1, 2);
    socket.say(event(message(2, { id: 'forged' })));
    socket.say(event(message(1)));
    expect(shown()).toEqual(['m1', 'm2']);
  });

  test('[CLIENT17] when events are missing, what is known is asked on from, once, and nothing is shown out of turn', async () => {
    const { socket, shown } = await reading(1, 2);
    socket.say(event(message(4)));
    socket.say(event(message(5)));
    expect(shown()).toEqual(['m1', 'm2']);
    expect(socket.of('subscribe').slice(1)).toEqual([
      { op: 'subscribe', conversationId: 'k1', lastSeq: 2, epoch: 'e1' },
    ]);
    socket.say(subscribed([message(3), message(4), message(5)]));
    expect(shown()).toEqual(['m1', 'm2', 'm3', 'm4', 'm5']);
  });

  test('[CLIENT18] after an interruption reading goes on from the last event', async () => {
    const { world, socket, shown } = await reading(1, 2);
    socket.cut();
    await world.clock.pass(1800);
    world.socket.welcome();
    expect(world.socket.of('subscribe')).toEqual([
      { op: 'subscribe', conversationId: 'k1', lastSeq: 2, epoch: 'e1' },
    ]);
    world.socket.say(subscribed([message(3)]));
    expect(shown()).toEqual(['m1', 'm2', 'm3']);
  });

  test('[CLIENT19] a resync forgets everything and reads from the start', async () => {
    const { socket, shown } = await reading(1, 2, 3);
    socket.say({ op: 'resync', conversationId: 'k1' });
    expect(shown()).toEqual([]);
    expect(socket.of('subscribe').at(-1)).toEqual({
      op: 'subscribe',
      conversationId: 'k1',
      lastSeq: 0,
      epoch: null,
    });
    socket.say(subscribed([message(1)], { epoch: 'e2' }));
    expect(shown()).toEqual(['m1']);
  });

  test('[CLIENT20] public messages stand in the order of their events, unpublished ones by their time', async () => {
    const { socket, shown } = await reading(1, 3);
    socket.say({
      op: 'private',
      message: message(null, { id: 'held', state: 'held', mine: true, createdAt: 20 }),
    });
    expect(shown()).toEqual(['m1', 'held', 'm3']);
    socket.say(event(message(4, { id: 'held', createdAt: 20 })));
    expect(shown()).toEqual(['m1', 'm3', 'held']);
  });

  test('[CLIENT21] an unpublished message no longer named after an interruption is gone', async () => {
    const { socket, shown } = await reading(1);
    socket.say({ op: 'private', message: message(null, { id: 'held', state: 'held', createdAt: 20 }) });
    socket.say(subscribed([]));
    expect(shown()).toEqual(['m1']);
  });

  test('[CLIENT22] a history in several parts is put together', async () => {
    const { socket, shown } = await reading(1);
    socket.say(subscribed([message(2), message(3)]));
    socket.say(subscribed([message(4)]));
    expect(shown()).toEqual(['m1', 'm2', 'm3', 'm4']);
  });

  test('[CLIENT23] a deleted conversation leaves the screen and every list at once', async () => {
    const { world, client, socket } = await reading(1);
    world.answer = () => Response.json({ conversations: [conversation()], next: null, here: 2 });
    await client.list('site');
    expect(client.state.lists.site.conversations).toHaveLength(1);
    socket.say({ op: 'conversation-gone', conversationId: 'k1' });
    expect(client.state.current).toMatchObject({ status: 'gone', messages: [], conversation: null });
    expect(client.state.lists.site.conversations).toEqual([]);
  });

  test('[CLIENT24] when rights change, what the open conversation allows is asked again', async () => {
    const { client, socket } = await reading(1);
    const { me } = client.state;
    socket.say({ op: 'rights', me: me!, mode: 'invite-only', mayAsk: true });
    expect(client.state.mode).toBe('invite-only');
    socket.say(subscribed([], { conversation: conversation({ lastSeq: 1, mayWrite: false }) }));
    expect(client.state.current?.conversation?.mayWrite).toBe(false);
  });

  test('[CLIENT25] a name is shown as writing for five seconds, or until their message', async () => {
    const { world, client, socket } = await reading(1);
    socket.say({ op: 'typing', conversationId: 'k1', name: 'Malik' });
    socket.say({ op: 'typing', conversationId: 'k1', name: 'Sonia' });
    expect(client.state.current?.typing).toEqual(['Malik', 'Sonia']);
    socket.say(event(message(2)));
    expect(client.state.current?.typing).toEqual(['Sonia']);
    await world.clock.pass(5000);
    expect(client.state.current?.typing).toEqual([]);
  });
});
