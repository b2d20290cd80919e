import { describe, expect, test } from 'vitest';
import type { ChatClient } from '../../../web-components/client/chat-client.ts';
import { ViewState } from '../../../web-components/client/view-state.ts';
import { conversation, event, FakeWorld, message, subscribed } from './fake-server.ts';
import { memoryStorage, settle } from './fake-world.ts';

/** Somebody asked, and went to another page of the shop. */
async function asked() {
  const world = new FakeWorld();
  const { client, socket } = await world.connected();
  client.send('Taille grand ?', null, 'Inès');
  const own = message(1, { mine: true, clientMessageId: 'c1' });
  socket.say({ op: 'ack', clientMessageId: 'c1', message: own, conversation: conversation({ lastSeq: 1 }) });
  socket.say(subscribed([own]));
  client.disconnect();
  const next = await world.connected();
  return { world, ...next };
}

describe('unread', () => {
  test('[CLIENT26] answers that came while away are counted, own messages and old ones are not', async () => {
    const { client, socket } = await asked();
    expect(socket.of('subscribe')).toEqual([
      { op: 'subscribe', conversationId: 'k1', lastSeq: 1, epoch: 'e1' },
    ]);
    socket.say(subscribed([message(2), message(3, { mine: true })]));
    expect(client.state.unread).toBe(1);
    socket.say(event(message(4)));
    socket.say(event(message(4)));
    expect(client.state.unread).toBe(2);
  });

  test('[CLIENT27] opening the conversation reads it; behind a closed panel it is not read', async () => {
    const { client, socket } = await asked();
    socket.say(subscribed([message(2)]));
    expect(client.unreadIn).toBe('k1');
    client.openConversation('k1');
    socket.say(subscribed([message(1), message(2)]));
    expect([client.state.unread, client.unreadIn]).toEqual([0, null]);
    client.look(false);
    socket.say(event(message(3)));
    expect(client.state.unread).toBe(1);
    client.look(true);
    expect(client.state.unread).toBe(0);
  });

  test('[CLIENT28] a position the server no longer knows is not a wave of unread messages', async () => {
    const { client, socket } = await asked();
    socket.say({ op: 'resync', conversationId: 'k1' });
    socket.say(subscribed([message(1), message(2), message(3)], { epoch: 'e2' }));
    expect(client.state.unread).toBe(0);
    socket.say(event(message(4)));
    expect(client.state.unread).toBe(1);
  });

  test('[CLIENT26] answers to a question accepted while another conversation was open are counted', async () => {
    const world = new FakeWorld();
    const { client, socket } = await world.connected();
    client.openConversation('k0');
    client.send('Taille grand ?', null, 'Inès');
    const own = message(1, { mine: true, clientMessageId: 'c1' });
    socket.say({
      op: 'ack',
      clientMessageId: 'c1',
      message: own,
      conversation: conversation({ lastSeq: 1 }),
    });
    expect(socket.of('subscribe').map((frame) => frame.conversationId)).toEqual(['k0', 'k1']);
    socket.say(subscribed([own]));
    socket.say(event(message(2)));
    expect(client.state.current?.id).toBe('k0');
    expect(client.state.unread).toBe(1);
  });

  test.each([
    ['behind a closed panel', (client: ChatClient) => client.look(false)],
    ['once it was left', (client: ChatClient) => client.closeConversation()],
  ])('[CLIENT103] answers to what one wrote in an open conversation are counted %s', async (_, leave) => {
    const world = new FakeWorld();
    const { client, socket } = await world.connected();
    client.openConversation('k1');
    socket.say(subscribed([message(1)]));
    client.send('Le 42.', 'k1', 'Inès');
    const own = message(3, { mine: true, clientMessageId: 'c1' });
    socket.say({ op: 'ack', clientMessageId: 'c1', message: own, conversation: null });
    socket.say(event(message(2)));
    socket.say(event(own));
    leave(client);
    socket.say(event(message(4)));
    expect([client.state.unread, client.unreadIn]).toEqual([1, 'k1']);
    expect(socket.of('subscribe')).toHaveLength(1);
    expect(socket.of('unsubscribe')).toEqual([]);
  });
});

describe('lists', () => {
  test('[CLIENT29] a conversation that changes moves to the top of the lists it belongs to', async () => {
    const world = new FakeWorld();
    const { client, socket } = await world.connected();
    const older = conversation({ id: 'k0', page: { url: 'https://shop.test/other', title: 'O' } });
    world.answer = () => Response.json({ conversations: [older], next: null, here: 1 });
    await client.list('site');
    world.answer = () => Response.json({ conversations: [], next: null, here: 1 });
    await client.list('page');
    socket.say({ op: 'conversation', conversation: conversation({ lastActivityAt: 9 }) });
    socket.say({ op: 'conversation', conversation: conversation({ id: 'k2', unpublished: true }) });
    expect(client.state.lists.site.conversations.map(({ id }) => id)).toEqual(['k1', 'k0']);
    expect(client.state.lists.page.conversations.map(({ id }) => id)).toEqual(['k1']);
    expect(client.state.lists.mine.status).toBe('idle');
  });

  test('[CLIENT30] a list that fails says so and keeps what it had; reconnecting reads it again', async () => {
    const world = new FakeWorld();
    const { client, socket } = await world.connected();
    world.answer = () => Response.json({ conversations: [conversation()], next: 'more', here: 1 });
    await client.list('site');
    world.answer = () => Response.json({ error: { code: 'busy', message: 'Later.' } }, { status: 503 });
    await client.more('site');
    expect(client.state.lists.site).toMatchObject({ status: 'error', error: 'Later.', next: 'more' });
    expect(client.state.lists.site.conversations).toHaveLength(1);
    world.answer = () => Response.json({ conversations: [], next: null, here: 1 });
    socket.cut();
    await world.clock.pass(1800);
    world.socket.welcome();
    await settle();
    expect(client.state.lists.site).toMatchObject({ status: 'ready', conversations: [] });
  });

  test('[CLIENT31] every change of one turn is told once', async () => {
    const world = new FakeWorld();
    const { client, socket } = await world.connected();
    let told = 0;
    client.addEventListener('change', () => {
      told += 1;
    });
    socket.say({ op: 'presence', here: 3 });
    socket.say({ op: 'presence', here: 4 });
    await settle();
    expect([told, client.state.here]).toEqual([1, 4]);
  });

  test('[CLIENT32] reports and acts say in words why they were refused', async () => {
    const world = new FakeWorld();
    const { client } = await world.connected();
    world.answer = () =>
      Response.json({ error: { code: 'conflict', message: 'Léa released it.' } }, { status: 409 });
    const reject = { act: 'reject', reason: null };
    await expect(client.ask('moderation/messages/m1', reject)).rejects.toMatchObject({
      code: 'conflict',
      message: 'Léa released it.',
      status: 409,
    });
    expect(world.requests.at(-1)).toEqual({
      path: '/api/moderation/messages/m1',
      body: { site: 'shop', act: 'reject', reason: null },
      authorization: 'Bearer t1',
    });
  });
});

describe('view', () => {
  test('[CLIENT33] what was open, written and scrolled comes back on the next page', () => {
    const storage = memoryStorage();
    const view = new ViewState('shop', storage);
    expect([view.open, view.tab, view.conversationId, view.name]).toEqual([false, 'page', null, null]);
    Object.assign(view, { open: true, tab: 'mine', conversationId: 'k1', name: 'Inès' });
    view.setDraft('k1', 'Le 4');
    view.setScroll('k1', 120);
    const next = new ViewState('shop', storage);
    expect([next.open, next.tab, next.conversationId, next.name]).toEqual([true, 'mine', 'k1', 'Inès']);
    expect([next.draft('k1'), next.scroll('k1'), next.draft('k2'), next.scroll('k2')]).toEqual([
      'Le 4',
      120,
      '',
      null,
    ]);
    expect(new ViewState('other', storage).open).toBe(false);
  });

  test.each(['{oops', 'null', '5', '[]'])(
    '[CLIENT34] what the shop or another version left unreadable counts as not there: %s',
    (left) => {
      const storage = memoryStorage();
      storage.setItem('entraide:shop:view', '{"tab":"mine"}');
      expect(new ViewState('shop', storage).tab).toBe('mine');
      storage.setItem('entraide:shop:view', left);
      expect(new ViewState('shop', storage).tab).toBe('page');
    },
  );

  test('[CLIENT34] a queue of another shape does not keep the chat from starting', async () => {
    const world = new FakeWorld();
    world.storage.setItem('entraide:shop:queue', '{}');
    world.storage.setItem('entraide:shop:followed', '"none"');
    const { client } = await world.connected();
    client.send('one', 'k1', null);
    expect(world.socket.of('send')).toHaveLength(1);
  });
});
