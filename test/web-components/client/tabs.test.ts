import { describe, expect, test } from 'vitest';
import type { MeView } from '../../../server/protocol/frames.ts';
import { conversation, event, FakeWorld, message, subscribed } from './fake-server.ts';
import { FakeBrowser, type FakeTab, quiet } from './fake-tabs.ts';

const own = (id: string, seq: number, conversationId = 'k1') =>
  message(seq, { id, conversationId, mine: true, clientMessageId: id });

/** A shop with so many tabs open, all with an open chat, the first one leading. */
async function withTabs(count: number) {
  const world = new FakeWorld();
  const browser = new FakeBrowser();
  const tabs: FakeTab[] = [];
  const clients: ReturnType<FakeWorld['page']>[] = [];
  const openTab = async (options: { code?: string } = {}) => {
    const tab = browser.openTab();
    const client = world.page({ tabs: tab, ...options });
    tabs.push(tab);
    clients.push(client);
    await client.connect();
    await quiet();
    return client;
  };
  for (let opened = 0; opened < count; opened += 1) {
    await openTab();
    if (opened === 0) world.socket.welcome();
    await quiet();
  }
  return { world, browser, clients, tabs, openTab };
}

describe('tabs', () => {
  test('[TABS1] ten tabs cost one connection, and each is as ready as the one that has it', async () => {
    const { world, clients } = await withTabs(10);
    expect(world.sockets).toHaveLength(1);
    expect(clients.map(({ state }) => state.connection)).toEqual(Array(10).fill('ready'));
    expect(clients.every(({ state }) => state.me?.id === 'me')).toBe(true);
    world.socket.say({ op: 'presence', here: 7 });
    await quiet();
    expect(clients.map(({ state }) => state.here)).toEqual(Array(10).fill(7));
  });

  test('[TABS2] a conversation is listened to once, as long as one tab shows it', async () => {
    const { world, clients } = await withTabs(3);
    const [, b, c] = clients;
    b?.openConversation('k1');
    c?.openConversation('k1');
    await quiet();
    expect(world.socket.of('subscribe')).toHaveLength(1);
    world.socket.say(subscribed([message(1)]));
    world.socket.say(event(message(2)));
    await quiet();
    for (const client of [b, c]) {
      expect(client?.state.current?.messages.map(({ id }) => id)).toEqual(['m1', 'm2']);
    }
    b?.closeConversation();
    await quiet();
    expect(world.socket.of('unsubscribe')).toHaveLength(0);
    c?.closeConversation();
    await quiet();
    expect(world.socket.of('unsubscribe')).toEqual([{ op: 'unsubscribe', conversationId: 'k1' }]);
  });

  test('[TABS3] what one tab missed is not taken for read by what another asked', async () => {
    const { world, clients } = await withTabs(2);
    const [a, b] = clients;
    a?.openConversation('k1');
    world.socket.say(subscribed([message(1)]));
    b?.openConversation('k1');
    await quiet();
    // The answer to a tab that knew more than this one does.
    const later = [message(3)];
    world.socket.say(subscribed(later));
    await quiet();
    expect(a?.state.current?.messages.map(({ id }) => id)).toEqual(['m1']);
    expect(world.socket.of('subscribe').at(-1)).toMatchObject({ conversationId: 'k1', lastSeq: 1 });
  });

  test('[TABS4] the leader closes: another tab connects at once and every tab goes on where it was', async () => {
    const { world, clients, tabs } = await withTabs(3);
    const [, b, c] = clients;
    b?.openConversation('k1');
    await quiet();
    world.socket.say(subscribed([message(1), message(2)]));
    await quiet();
    tabs[0]?.die();
    await quiet();
    expect(world.sockets).toHaveLength(2);
    world.socket.welcome();
    await quiet();
    expect(world.socket.of('subscribe')).toEqual([
      { op: 'subscribe', conversationId: 'k1', lastSeq: 2, epoch: 'e1' },
    ]);
    world.socket.say(subscribed([message(3)]));
    await quiet();
    expect(b?.state.current?.messages.map(({ id }) => id)).toEqual(['m1', 'm2', 'm3']);
    expect([b, c].map((client) => client?.state.connection)).toEqual(['ready', 'ready']);
  });

  test('[TABS5] a message written while nobody leads is sent once, by who leads next', async () => {
    const { world, clients, tabs } = await withTabs(3);
    clients[1]?.openConversation('k1');
    await quiet();
    world.socket.say(subscribed([message(1)]));
    await quiet();
    tabs[0]?.die();
    clients[1]?.send('Le 42.', 'k1', 'Inès');
    await quiet();
    world.socket.welcome();
    await quiet();
    const sent = world.sockets.flatMap((socket) => socket.of('send'));
    expect(sent.map(({ clientMessageId }) => clientMessageId)).toEqual(['c1']);
    world.socket.say({ op: 'ack', clientMessageId: 'c1', message: own('c1', 2), conversation: null });
    await quiet();
    expect(clients[1]?.state.current?.pending).toEqual([]);
    expect(clients[2]?.state.pendingQuestions).toEqual([]);
  });

  test('[TABS16] what any tab writes while the connection is away brings it back sooner', async () => {
    const { world, clients } = await withTabs(2);
    world.socket.cut();
    await quiet();
    clients[1]?.send('Le 42 ?', 'k1', 'Inès');
    await quiet();
    await world.clock.pass(1000);
    await quiet();
    expect(world.sockets).toHaveLength(2);
    world.socket.welcome();
    await quiet();
    expect(world.socket.of('send')).toMatchObject([{ text: 'Le 42 ?' }]);
  });

  test('[CLIENT102] what a tab writes before it has found the one that leads is sent all the same', async () => {
    const { world, browser } = await withTabs(1);
    const late = world.page({ tabs: browser.openTab() });
    await late.connect();
    late.send('Le 42 ?', 'k1', 'Inès');
    await quiet();
    expect(late.state.connection).toBe('ready');
    expect(world.socket.of('send')).toMatchObject([{ text: 'Le 42 ?' }]);
  });

  test('[CLIENT104] a tab that leads again lets go of nobody for the tab that it led before', async () => {
    const { world, clients, tabs } = await withTabs(4);
    const [a, b, c, d] = clients;
    b?.openConversation('k1');
    await quiet();
    const handOver = async (from: FakeTab, to: typeof a) => {
      from.isFrozen = true;
      to?.wake();
      await world.clock.pass(2000);
      from.isFrozen = false;
      await quiet();
      world.socket.welcome();
      await quiet();
    };
    await handOver(tabs[0]!, c);
    await handOver(tabs[2]!, a);
    d?.openConversation('k1');
    await quiet();
    expect(world.sockets).toHaveLength(3);
    expect(world.socket.of('subscribe')).toHaveLength(1);
    tabs[1]?.die();
    await quiet();
    expect(world.socket.of('unsubscribe')).toEqual([]);
    expect(d?.state.connection).toBe('ready');
  });

  test('[TABS6] a question opens its conversation in the tab it was asked in, and in no other', async () => {
    const { world, clients } = await withTabs(3);
    clients[2]?.send('Taille grand ?', null, 'Inès');
    await quiet();
    expect(world.socket.of('send')).toHaveLength(1);
    const asked = conversation({ mine: true });
    world.socket.say({ op: 'ack', clientMessageId: 'c1', message: own('c1', 1), conversation: asked });
    await quiet();
    expect(clients.map(({ state }) => state.current?.id ?? null)).toEqual([null, null, 'k1']);
  });

  test('[TABS7] a leader that does not answer loses the connection to who asked', async () => {
    const { world, clients, tabs } = await withTabs(2);
    tabs[0]!.isFrozen = true;
    clients[1]?.send('Quelqu’un ?', 'k1', 'Inès');
    await world.clock.pass(3500);
    await quiet();
    expect(world.sockets).toHaveLength(2);
    world.socket.welcome();
    await quiet();
    expect(world.socket.of('send')).toHaveLength(1);
    expect(world.sockets[0]?.closedByClient).toBe(true);
  });

  test('[TABS14] somebody back before a tab whose leader sleeps has a connection within a second', async () => {
    const { world, clients, tabs } = await withTabs(2);
    clients[1]?.wake();
    await quiet();
    world.socket.say({ op: 'pong', heads: [] });
    await world.clock.pass(2000);
    expect(world.sockets).toHaveLength(1);
    tabs[0]!.isFrozen = true;
    clients[1]?.wake();
    await world.clock.pass(1000);
    await quiet();
    expect(world.sockets).toHaveLength(2);
  });

  test('[TABS8] a leader put away hands over, and follows when it is back', async () => {
    const { world, clients } = await withTabs(2);
    clients[0]?.sleep();
    await quiet();
    expect(world.sockets).toHaveLength(2);
    world.socket.welcome();
    await quiet();
    expect(clients[1]?.state.connection).toBe('ready');
    clients[0]?.wake();
    await quiet();
    expect(world.sockets).toHaveLength(2);
    expect(clients[0]?.state.connection).toBe('ready');
  });

  test('[TABS9] a tab that dies is forgotten, with what only it listened to', async () => {
    const { world, clients, tabs } = await withTabs(2);
    clients[1]?.openConversation('k9');
    await quiet();
    tabs[1]?.die();
    await quiet();
    expect(world.socket.of('unsubscribe')).toEqual([{ op: 'unsubscribe', conversationId: 'k9' }]);
  });

  test('[TABS10] somebody who signs in takes the connection, and nothing of who was there before stays', async () => {
    const { world, clients, openTab } = await withTabs(2);
    clients[1]?.openConversation('k1');
    await quiet();
    world.socket.say(subscribed([own('m1', 1)]));
    await quiet();
    await openTab({ code: 'once' });
    const member: MeView = { id: 'you', name: 'Léa', role: 'expert', mayModerate: false, mayRelease: false };
    world.socket.welcome('e1', member);
    await quiet();
    expect(world.socket.of('hello')[0]?.token).toBe('member');
    expect(world.sockets[0]?.closedByClient).toBe(true);
    expect(clients.map(({ state }) => state.me?.id)).toEqual(['you', 'you', 'you']);
    expect(clients[1]?.state.current).toMatchObject({ status: 'loading', messages: [] });
    expect(world.socket.of('subscribe')).toMatchObject([{ conversationId: 'k1', lastSeq: 0 }]);
  });

  test('[TABS11] two tabs show the same number of unread messages, whoever counts and whoever reads', async () => {
    const { world, clients } = await withTabs(2);
    const [a, b] = clients;
    b?.send('Taille grand ?', null, 'Inès');
    await quiet();
    const asked = conversation({ mine: true, lastSeq: 1 });
    world.socket.say({ op: 'ack', clientMessageId: 'c1', message: own('c1', 1), conversation: asked });
    await quiet();
    world.socket.say(subscribed([own('c1', 1)]));
    await quiet();
    b?.look(false);
    world.socket.say(event(message(2)));
    await quiet();
    for (const client of [a, b]) client?.refresh();
    expect([a?.state.unread, b?.state.unread]).toEqual([1, 1]);
    b?.look(true);
    await quiet();
    a?.refresh();
    expect([a?.state.unread, b?.state.unread]).toEqual([0, 0]);
  });

  test('[TABS12] a tab whose chat is closed keeps the connection for the others, and lets it go with the last', async () => {
    const { world, clients } = await withTabs(2);
    clients[0]?.rest();
    await quiet();
    for (let passed = 0; passed < 6 * 60_000; passed += 20_000) {
      await world.clock.pass(20_000);
      world.socket.say({ op: 'pong', heads: [] });
    }
    await quiet();
    expect(world.socket.closedByClient).toBe(false);
    expect(clients[1]?.state.connection).toBe('ready');
    clients[1]?.disconnect();
    await quiet();
    expect(world.socket.closedByClient).toBe(true);
  });

  test('[TABS15] two tabs that both believe to lead do not answer each other', async () => {
    const { tabs } = await withTabs(1);
    const channel = tabs[0]!.openChannel('entraide:shop:socket');
    const heard: unknown[] = [];
    channel.onmessage = ({ data }) => heard.push(data);
    channel.postMessage({ to: null, state: 'ready', frames: [] });
    channel.postMessage({ leads: true });
    await quiet();
    expect(heard).toEqual([]);
    channel.postMessage({ tab: 'other', says: 'ask' });
    await quiet();
    expect(heard).not.toEqual([]);
  });

  test('[TABS13] where a page may use no locks each tab has its own connection', async () => {
    const world = new FakeWorld();
    const browser = new FakeBrowser();
    for (let count = 0; count < 2; count += 1) {
      const tab = browser.openTab();
      const refused = () => Promise.reject(new DOMException('no', 'SecurityError'));
      await world
        .page({ tabs: { ...tab, openChannel: tab.openChannel, locks: { request: refused } } })
        .connect();
      await quiet();
    }
    expect(world.sockets).toHaveLength(2);
  });
});
