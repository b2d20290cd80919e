import { expect, test } from 'vitest';
import { FakeWorld } from './fake-server.ts';

test('[EXCH43] a reply keeps what it replies to while it waits to be sent, over page loads too', async () => {
  const world = new FakeWorld();
  const client = world.page();
  client.send('Merci', 'k1', 'Inès', 'm7');
  client.disconnect();
  const after = world.page();
  after.openConversation('k1');
  expect(after.state.current?.pending).toMatchObject([{ text: 'Merci', replyTo: 'm7' }]);
  await world.connect(after);
  expect(world.socket.of('send')).toMatchObject([{ clientMessageId: 'c1', replyTo: 'm7' }]);
});
