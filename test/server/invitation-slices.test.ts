import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { makeInvitations } from '../../server/jobs/make-invitations.ts';
import { LIMITS } from '../../server/limits.ts';
import { askedQueries } from './asked-queries.ts';
import { type Person, startTestServer, type TestServer } from './harness.ts';
import { bulk } from './inviting.ts';

const PEOPLE = 20_000;
let server: TestServer;
let manager: Person;
beforeAll(async () => {
  server = await startTestServer();
  manager = await server.person('manager');
});
afterAll(() => server.stop());

/** Counts how many different values somebody else sees while `work` goes on. */
async function seenMeanwhile(
  work: Promise<unknown>,
  look: () => Promise<unknown> | unknown,
): Promise<number> {
  const seen = new Set<unknown>();
  let isOver = false;
  void work.finally(() => {
    isOver = true;
  });
  while (!isOver) {
    await new Promise((turn) => setImmediate(turn));
    seen.add(await look());
  }
  return seen.size;
}

test('[BULK16] twenty thousand people are read and invited in slices, with everybody else between', async () => {
  const office = bulk(manager);
  const list = `e-mail;nom\n${Array.from({ length: PEOPLE }, (_, i) => `p${i}@example.com;Personne ${i}`).join('\n')}`;
  const asked = askedQueries(server.ctx.db);
  const { id } = (await (await office.upload(list)).json()) as { id: string };
  const opened = server.ctx.invitationWork.previews.get(id)!;
  const read = vi.waitUntil(() => opened.view.state !== 'reading', { interval: 1, timeout: 60_000 });
  expect(await seenMeanwhile(read, () => opened.view.done)).toBeGreaterThan(50);
  expect(opened.view).toMatchObject({ state: 'read', good: PEOPLE });

  await office.confirm(id);
  expect([opened.people.length, opened.seen.size]).toEqual([0, 0]);
  const { ctx } = server;
  const count = async (table: 'invitation' | 'invitation_batch_part') =>
    (
      await ctx.db
        .selectFrom(table)
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .executeTakeFirst()
    )?.n;
  const parts = async () => (await count('invitation_batch_part')) ?? 0;
  const made = makeInvitations(ctx).then(() => vi.waitUntil(async () => (await parts()) === 0));
  // Never more than a few parts between two looks of somebody who is served meanwhile.
  expect(await seenMeanwhile(made, parts)).toBeGreaterThan(PEOPLE / LIMITS.invitation.part / 4);
  expect(await count('invitation')).toBe(PEOPLE);
  // No question grows with the list.
  const longest = asked.all().reduce((most, { parameters }) => Math.max(most, parameters.length), 0);
  expect(longest).toBeLessThan(LIMITS.invitation.part * 5);
}, 120_000);
