import { afterAll, beforeAll, expect, test } from 'vitest';
import { CLOSE, type ClientFrame } from '../../server/protocol/frames.ts';
import { answered } from './exchange/acts.ts';
import { PAGE, startTestServer, type TestServer } from './harness.ts';
import { RawClient } from './raw-client.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

test('[HELLO5] a subscription right behind the hello is answered behind the welcome, and not at all where there is none', async () => {
  const { conversationId } = await answered(server);
  const reader = await server.person();
  const subscribe: ClientFrame = { op: 'subscribe', conversationId, lastSeq: 0, epoch: null };
  const greet = async (token: string) => {
    const client = new RawClient(server.url);
    await client.until(({ head }) => head !== '');
    client.send({ op: 'hello', version: 1, site: 'demo', token, page: PAGE });
    client.send(subscribe);
    return client;
  };
  const welcomed = await greet(reader.token);
  await welcomed.until(({ frames }) => frames.some(({ op }) => op === 'subscribed'));
  const ops = welcomed.frames.map(({ op }) => op).filter((op) => op !== 'presence');
  expect(ops).toEqual(['welcome', 'subscribed']);
  const refused = await greet('rubbish');
  await refused.until(({ closeCode }) => closeCode !== null);
  expect(refused.closeCode).toBe(CLOSE.badToken);
  expect(refused.frames).toEqual([]);
  for (const { socket } of [welcomed, refused]) socket.destroy();
});
