import { describe, expect, test } from 'vitest';
import type { MeView } from '../../../server/protocol/frames.ts';
import { conversation, event, FakeWorld, message, subscribed } from './fake-server.ts';
import { quiet } from './fake-tabs.ts';

const MINUTE = 60_000;
const EXPERT: MeView = { id: 'me', name: 'Léa', role: 'expert', mayModerate: false, mayRelease: false };

/** Somebody asked, was told it is kept, and went to another page. */
async function followed() {
  const world = new FakeWorld();
  const { client, socket } = await world.connected();
  client.send('Taille grand ?', null, 'Inès');
  const own = message(1, { mine: true, clientMessageId: 'c1' });
  socket.say({ op: 'ack', clientMessageId: 'c1', message: own, conversation: conversation({ lastSeq: 1 }) });
  socket.say(subscribed([own]));
  client.disconnect();
  await quiet();
  world.answer = (path) =>
    path.endsWith('/waiting')
      ? Response.json({ conversations: [{ id: 'k1', seq: 1, waiting: 2 }] })
      : Response.json({ conversations: [], next: null, here: 1 });
  return world;
}

const asked = (world: FakeWorld) => world.requests.filter(({ path }) => path === '/api/widget/waiting');

/** Lets time pass with a server that answers. */
async function pass(world: FakeWorld, ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 20_000) {
    await world.clock.pass(Math.min(20_000, ms - passed));
    if (world.socket.readyState === 1) world.socket.say({ op: 'pong', heads: [] });
    await quiet();
  }
}

describe('a closed chat', () => {
  test('[CLIENT80] a closed chat opens no connection for somebody who never wrote, and asks nothing', async () => {
    const world = new FakeWorld();
    world.page().rest();
    await quiet();
    await world.clock.pass(10 * MINUTE);
    expect(world.sockets).toHaveLength(0);
    expect(world.requests).toEqual([]);
  });

  test('[CLIENT81] a closed chat learns what is waiting by one request, and shows it', async () => {
    const world = await followed();
    const client = world.page();
    client.rest();
    await quiet();
    expect(world.sockets).toHaveLength(1);
    expect(asked(world).at(-1)).toEqual({
      path: '/api/widget/waiting',
      body: { site: 'shop', conversations: [{ id: 'k1', seq: 1, epoch: 'e1' }] },
      authorization: 'Bearer t1',
    });
    expect(client.state.unread).toBe(2);
  });

  test('[CLIENT82] a closed chat asks about once a minute, one tab for all, and not where nobody could see it', async () => {
    const world = await followed();
    let isVisible = true;
    const pages = [1, 2, 3].map(() => world.page({ isVisible: () => isVisible }));
    for (const page of pages) page.rest();
    await quiet();
    expect(asked(world)).toHaveLength(1);
    await world.clock.pass(10 * MINUTE);
    expect(asked(world).length).toBeGreaterThanOrEqual(9);
    expect(asked(world).length).toBeLessThanOrEqual(13);
    isVisible = false;
    const before = asked(world).length;
    await world.clock.pass(10 * MINUTE);
    expect(asked(world)).toHaveLength(before);
    isVisible = true;
    pages[0]?.wake();
    await quiet();
    expect(asked(world)).toHaveLength(before + 1);
  });

  test('[CLIENT83] what was told as waiting is not counted again once it has come', async () => {
    const world = await followed();
    const client = world.page();
    client.rest();
    await quiet();
    expect(client.state.unread).toBe(2);
    await world.connect(client);
    world.socket.say(subscribed([message(2), message(3)]));
    expect(client.state.unread).toBe(2);
    world.socket.say(event(message(4)));
    expect(client.state.unread).toBe(3);
    client.openConversation('k1');
    world.socket.say(subscribed([1, 2, 3, 4].map((seq) => message(seq))));
    expect(client.state.unread).toBe(0);
  });

  test('[CLIENT84] the connection is let go five minutes after the chat was closed, not while it is open', async () => {
    const world = new FakeWorld();
    const { client, socket } = await world.connected();
    client.rest();
    await quiet();
    await pass(world, 4 * MINUTE);
    await client.connect();
    await pass(world, 4 * MINUTE);
    expect(socket.closedByClient).toBe(false);
    client.rest();
    await quiet();
    await pass(world, 5 * MINUTE);
    expect(socket.closedByClient).toBe(true);
    await world.clock.pass(10 * MINUTE);
    expect(world.sockets).toHaveLength(1);
  });

  test('[CLIENT85] what is not sent yet opens a connection, and keeps it until it has left', async () => {
    const world = new FakeWorld();
    world.page().send('one', 'k1', 'Inès');
    const client = world.page();
    client.rest();
    await quiet();
    world.socket.welcome();
    await quiet();
    expect(world.socket.of('send')).toHaveLength(1);
    await pass(world, 6 * MINUTE);
    expect(world.socket.closedByClient).toBe(false);
    const own = message(1, { mine: true, clientMessageId: 'c1' });
    world.socket.say({ op: 'ack', clientMessageId: 'c1', message: own, conversation: null });
    await pass(world, 6 * MINUTE);
    expect(world.socket.closedByClient).toBe(true);
  });

  test('[CLIENT86] an expert is told at once: the next pages hold a connection too', async () => {
    const world = new FakeWorld();
    const first = world.page();
    await first.connect();
    await quiet();
    world.socket.welcome('e1', EXPERT);
    first.disconnect();
    const next = world.page();
    next.rest();
    await quiet();
    expect(world.sockets).toHaveLength(2);
    world.socket.welcome('e1', EXPERT);
    await pass(world, 12 * MINUTE);
    expect(world.socket.closedByClient).toBe(false);
  });
});
