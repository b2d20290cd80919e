import { afterEach, expect, test, vi } from 'vitest';
import { startTestServer, type TestServer } from './harness.ts';

const thread = vi.hoisted(() => ({ dies: false }));
vi.mock('../../db/commit-message.ts', async (original) => {
  const real = await original<typeof import('../../db/commit-message.ts')>();
  return {
    ...real,
    /** The thread dies after the commit, before it says so. */
    async commitMessage(...commit: Parameters<typeof real.commitMessage>) {
      const committed = await real.commitMessage(...commit);
      if (!thread.dies) return committed;
      thread.dies = false;
      throw new Error('the write thread: it ended');
    },
  };
});

let server: TestServer;
afterEach(() => server.stop());

test('[STORE21] what was stored by a thread that died before it said so is acknowledged, and told to the others', async () => {
  server = await startTestServer();
  const [a, r] = [await (await server.person()).connect(), await (await server.person()).connect()];
  const { conversation } = await a.ask('Une question ?');
  await r.subscribe(conversation.id);
  thread.dies = true;
  const { message } = await a.write('Stockée', conversation.id, null);
  expect(message).toMatchObject({ seq: 2, state: 'published' });
  await r.quiet(server.hub);
  const heard = r.frames.filter((frame) => frame.op === 'event').map(({ event }) => event.seq);
  expect(heard).toEqual([2]);
});
