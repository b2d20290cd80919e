import { describe, expect, test } from 'vitest';
import { ViewState } from '../../../web-components/client/view-state.ts';
import { conversation, event, FakeWorld, message, subscribed } from './fake-server.ts';
import { memoryStorage, settle } from './fake-world.ts';

const mine = (id: string, seq: number | null) =>
  message(seq, { id, mine: true, clientMessageId: id, author: { id: 'me', name: 'Inès', role: 'visitor' } });

async function inConversation() {
  const world = new FakeWorld();
  const { client, socket } = await world.connected();
  client.openConversation('k1');
  socket.say(subscribed([message(1)]));
  return { world, client, socket };
}

describe('sending', () => {
  test('[CLIENT9] a message is shown at once as pending, then once as what the server kept', async () => {
    const { client, socket } = await inConversation();
    client.send('Le 42.', 'k1', null);
    expect(client.state.current?.pending).toMatchObject([{ text: 'Le 42.', status: 'pending' }]);
    socket.say(event(mine('c1', 2)));
    expect(client.state.current?.pending).toEqual([]);
    socket.say({ op: 'ack', clientMessageId: 'c1', message: mine('c1', 2), conversation: conversation() });
    expect(client.state.current?.messages.map(({ id }) => id)).toEqual(['m1', 'c1']);
    expect(client.state.current?.pending).toEqual([]);
  });

  test('[CLIENT10] what is not acknowledged survives a page load and is sent again in order', async () => {
    const world = new FakeWorld();
    const client = world.page();
    client.send('one', 'k1', 'Inès');
    client.send('two', 'k1', null);
    client.disconnect();
    const after = world.page();
    after.openConversation('k1');
    expect(after.state.current?.pending.map(({ text }) => text)).toEqual(['one', 'two']);
    await world.connect(after);
    expect(world.socket.of('send')).toMatchObject([
      { clientMessageId: 'c1', text: 'one', name: 'Inès' },
      { clientMessageId: 'c2', text: 'two' },
    ]);
  });

  test('[CLIENT11] after an interruption only what is not acknowledged is sent again, under the same id', async () => {
    const { world, client, socket } = await inConversation();
    client.send('one', 'k1', null);
    client.send('two', 'k1', null);
    socket.say({ op: 'ack', clientMessageId: 'c1', message: mine('c1', 2), conversation: conversation() });
    socket.cut();
    await world.clock.pass(2000);
    world.socket.welcome();
    expect(world.socket.of('send').map(({ clientMessageId }) => clientMessageId)).toEqual(['c2']);
  });

  test('[CLIENT12] a refused message keeps its text, is not sent again by itself, and can be taken back', async () => {
    const { world, client, socket } = await inConversation();
    client.send('one', 'k1', null);
    socket.say({
      op: 'refused',
      clientMessageId: 'c1',
      code: 'too-many',
      message: 'Slow down.',
      retryAfterMs: 5,
    });
    expect(client.state.current?.pending).toMatchObject([
      { text: 'one', status: 'refused', refusal: { code: 'too-many', message: 'Slow down.' } },
    ]);
    socket.cut();
    await world.clock.pass(2000);
    world.socket.welcome();
    expect(world.socket.of('send')).toEqual([]);
    client.retry('c1');
    expect(world.socket.of('send')).toMatchObject([{ clientMessageId: 'c1', text: 'one' }]);
    expect(client.discard('c1')).toBe('one');
    expect(client.state.current?.pending).toEqual([]);
  });

  test('[CLIENT13] a busy server is asked again when it says', async () => {
    const { world, client, socket } = await inConversation();
    client.send('one', 'k1', null);
    socket.say({ op: 'refused', clientMessageId: 'c1', code: 'busy', message: 'Later.', retryAfterMs: 3000 });
    expect(client.state.current?.pending).toMatchObject([{ status: 'pending' }]);
    await world.clock.pass(2999);
    expect(socket.of('send')).toHaveLength(1);
    await world.clock.pass(1);
    expect(socket.of('send')).toHaveLength(2);
  });

  test('[CLIENT14] a question carries its page, and once accepted its conversation is on screen', async () => {
    const world = new FakeWorld();
    const { client, socket } = await world.connected();
    client.send('Taille grand ?', null, 'Inès');
    expect(client.state.pendingQuestions).toHaveLength(1);
    expect(socket.of('send')[0]?.page?.url).toBe('https://shop.test/p');
    socket.say({
      op: 'ack',
      clientMessageId: 'c1',
      message: mine('c1', 1),
      conversation: conversation({ mine: true }),
    });
    expect(client.state.pendingQuestions).toEqual([]);
    expect(client.state.current?.id).toBe('k1');
    expect(client.state.me?.name).toBe('Inès');
    expect(socket.of('subscribe')).toMatchObject([{ conversationId: 'k1', lastSeq: 0 }]);
  });

  test('[CLIENT15] a storage that takes nothing loses nothing of this page', async () => {
    const world = new FakeWorld();
    world.storage.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    const { client, socket } = await world.connected();
    client.send('one', 'k1', null);
    socket.cut();
    await world.clock.pass(1800);
    world.socket.welcome();
    await settle();
    expect(world.socket.of('send')).toHaveLength(1);
  });

  test('[CLIENT15] a storage that takes nothing lets the chat be opened and written in', () => {
    const storage = memoryStorage();
    storage.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    const view = new ViewState('shop', storage);
    view.open = true;
    view.setDraft('k1', 'half a sentence');
    expect(view.open).toBe(true);
    expect(view.draft('k1')).toBe('half a sentence');
  });
});
