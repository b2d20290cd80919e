import { expect, test } from 'vitest';
import { event, FakeWorld, message, subscribed } from './fake-server.ts';
import { settle } from './fake-world.ts';

const WELCOME = {
  op: 'welcome',
  epoch: 'e1',
  mode: 'open',
  mayAsk: true,
  token: null,
  serverTime: 0,
} as const;

/** A conversation read up to its second message, then the connection is cut and opened again, not welcomed yet. */
async function back() {
  const world = new FakeWorld();
  const { client } = await world.connected();
  client.openConversation('k1');
  world.socket.say(subscribed([message(1), message(2)]));
  world.socket.cut();
  await world.clock.pass(60_000);
  world.socket.open();
  return { world, client };
}

test('[HELLO1] what is read on goes right behind the hello, once, from where it stands', async () => {
  const { world, client } = await back();
  expect(world.socket.received.map(({ op }) => op)).toEqual(['hello', 'subscribe']);
  world.socket.welcome();
  await settle();
  const asked = world.socket.of('subscribe');
  expect(asked.at(-1)).toEqual({ op: 'subscribe', conversationId: 'k1', lastSeq: 2, epoch: 'e1' });
  world.socket.say(subscribed([message(3)]));
  world.socket.say(event(message(4)));
  expect(client.state.current?.messages).toHaveLength(4);
});

test('[HELLO2] what is opened before the welcome is asked after it, and what is closed is left', async () => {
  const { world, client } = await back();
  client.closeConversation();
  client.openConversation('k2');
  const { socket } = world;
  socket.say({
    op: 'welcome',
    epoch: 'e1',
    me: client.state.me!,
    mode: 'open',
    mayAsk: true,
    token: null,
    serverTime: 0,
  });
  await settle();
  expect(socket.of('unsubscribe').map((frame) => frame.conversationId)).toEqual(['k1']);
  expect(socket.of('subscribe').map((frame) => frame.conversationId)).toEqual(['k1', 'k2']);
});

test('[HELLO3] who comes back as somebody else reads everything again', async () => {
  const { world, client } = await back();
  const { socket } = world;
  const me = { ...client.state.me!, id: 'another' };
  socket.say({ op: 'welcome', epoch: 'e1', me, mode: 'open', mayAsk: true, token: null, serverTime: 0 });
  await settle();
  expect(socket.of('subscribe').map((frame) => frame.lastSeq)).toEqual([2, 0]);
  // The answer for where the other one stood, then the one from the start.
  socket.say(subscribed([message(3)]));
  expect(client.state.current?.messages).toEqual([]);
  socket.say(subscribed([message(1), message(2), message(3)]));
  expect(client.state.current?.messages).toHaveLength(3);
});

test('[CLIENT100] a conversation opened before the welcome, asked behind the hello from elsewhere, is asked from its start', async () => {
  const world = new FakeWorld();
  const { client } = await world.connected();
  client.send('Le 42.', 'k1', 'Inès');
  const mine = message(2, { mine: true, clientMessageId: 'c1' });
  world.socket.say({ op: 'ack', clientMessageId: 'c1', message: mine, conversation: null });
  world.socket.say(subscribed([message(1), mine]));
  world.socket.cut();
  await world.clock.pass(60_000);
  const { socket } = world;
  socket.open();
  client.openConversation('k1');
  socket.say({ ...WELCOME, me: client.state.me! });
  await settle();
  expect(socket.of('subscribe').map(({ lastSeq }) => lastSeq)).toEqual([2, 0]);
  socket.say(subscribed([message(3)]));
  socket.say(subscribed([message(1), mine, message(3)]));
  expect(client.state.current?.messages).toHaveLength(3);
  client.closeConversation();
  client.openConversation('k1');
  expect(socket.of('subscribe')).toHaveLength(3);
});

test.each(['before', 'behind'])(
  '[CLIENT101] a page left %s the hello is not the one the server knows',
  async (when) => {
    const world = new FakeWorld();
    let url = 'https://shop.test/a';
    const client = world.page({ page: () => ({ url, title: 'P' }) });
    await client.connect();
    await settle();
    const { socket } = world;
    if (when === 'behind') socket.open();
    url = 'https://shop.test/b';
    client.pageChanged();
    if (when === 'before') socket.open();
    const me = { id: 'me', name: null, role: 'visitor', mayModerate: false, mayRelease: false } as const;
    socket.say({ ...WELCOME, me });
    await settle();
    expect(socket.of('page').map(({ page }) => page.url)).toEqual([url]);
    socket.cut();
    await world.clock.pass(60_000);
    world.socket.welcome();
    await settle();
    expect(world.socket.of('page')).toEqual([]);
  },
);
