import { expect, test, vi } from 'vitest';
import { startTestServer } from './harness.ts';
import { raceSignOut } from './sign-out-race.ts';

/** The server broken on purpose: an ended session is never asked for again. */
vi.mock('../../db/sessions.ts', async (original) => ({
  ...(await original<typeof import('../../db/sessions.ts')>()),
  isSessionKept: async () => true,
}));

test('[JOIN46] where a session is not asked for again, the race of JOIN3 finds what is stored too late', {
  timeout: 120_000,
}, async () => {
  const server = await startTestServer();
  expect((await raceSignOut(server, 40)).late).toBeGreaterThan(0);
  await server.stop();
});
