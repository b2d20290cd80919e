/** What is old is forgotten: in pieces, each failing alone, and never while the server stops. */
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { transaction } from '../../db/database.ts';
import { ageNetworks } from '../../server/jobs/age-networks.ts';
import { retain } from '../../server/jobs/retention.ts';
import { LIMITS } from '../../server/limits.ts';
import { acts, answered } from './exchange/acts.ts';
import { startTestServer, type TestServer } from './harness.ts';

let now = Date.parse('2026-05-01T10:00:00Z');
let server: TestServer;
beforeEach(async () => {
  server = await startTestServer({ clock: { now: () => now } });
});
afterEach(() => server.stop());

type Table = 'thank' | 'report';
const networks = async (table: Table) =>
  (await server.ctx.db.selectFrom(table).select('network').execute()).map(({ network }) => network);

async function from(address: string) {
  return Object.assign(await server.person(), { address });
}

async function thanksFor(messageId: string): Promise<number | undefined> {
  const query = server.ctx.db.selectFrom('message').select('thanks').where('id', '=', messageId);
  return (await query.executeTakeFirst())?.thanks;
}

test('[PRIV14] networks of thanks and reports are forgotten with whole addresses, and what they count stays', async () => {
  const { answer, question } = await answered(server);
  for (let i = 0; i < 5; i += 1) await acts(await from('198.51.100.7')).thank(answer.id);
  await acts(await from('198.51.100.7')).thank(question.id);
  const reporter = await server.person();
  await reporter.post(`/api/widget/messages/${answer.id}/report`, { site: 'demo', reason: 'spam' });
  const before = [...(await networks('thank')), ...(await networks('report'))];
  expect(before).toHaveLength(7);

  now += LIMITS.retention.addressFullMs - 1;
  await retain(server.ctx);
  expect([...(await networks('thank')), ...(await networks('report'))]).toEqual(before);
  now += 2;
  await retain(server.ctx);
  const after = [...(await networks('thank')), ...(await networks('report'))];
  for (const network of after) expect(network).toMatch(/^~[\w-]{12}$/);
  // Of one message they are still of one network; nothing says that another message's is the same.
  expect(new Set(after).size).toBe(3);
  expect(await thanksFor(answer.id)).toBe(3);
  await acts(await from('198.51.101.1')).thank(answer.id);
  expect(await thanksFor(answer.id)).toBe(4);
});

const MANY = 2_200;
const later = () => now + LIMITS.retention.addressFullMs + 1;

/** Thanks of two networks for one message. */
async function manyThanks(): Promise<void> {
  const { answer, conversationId } = await answered(server);
  const thanks = Array.from({ length: MANY }, (_, i) => ({
    message_id: answer.id,
    person_id: `thanker ${i}`,
    site_id: 'demo',
    conversation_id: conversationId,
    network: `network-${i % 2}`,
    created_at: now,
    withdrawn_at: null,
  }));
  await transaction(server.ctx.db, (tx) => tx.insertInto('thank').values(thanks).execute());
}
const left = async () => (await networks('thank')).filter((network) => network.startsWith('network')).length;

test('[PRIV15] they are forgotten in pieces, others between, and none of a message is taken for another', async () => {
  await manyThanks();
  const seen = new Set<number>();
  let isOver = false;
  const work = ageNetworks(server.ctx, later()).finally(() => {
    isOver = true;
  });
  while (!isOver) {
    await new Promise((turn) => setImmediate(turn));
    seen.add(await left());
  }
  await work;
  expect(seen.size).toBeGreaterThan(3);
  expect(await left()).toBe(0);
  expect(new Set(await networks('thank')).size).toBe(2);
});

test('[PRIV16] what cannot be erased keeps nothing else from being forgotten', async () => {
  const [asker, manager] = [await server.person(), await server.person('manager')];
  const socket = await asker.connect();
  const ids: string[] = [];
  for (const text of ['Une première question', 'Une seconde']) {
    const { conversation } = await socket.ask(text);
    ids.push(conversation.id);
    await manager.request('DELETE', `/api/back-office/demo/conversations/${conversation.id}`, {
      reason: null,
    });
    now += 1;
  }
  const { message } = await socket.ask('Une troisième, qui reste');
  await sql`create trigger poisoned before delete on conversation when old.id = ${sql.lit(ids[0])}
    begin select raise(abort, 'not this one'); end`.execute(server.ctx.db);
  // Nor does a whole step that fails.
  await sql`drop table passkey_challenge`.execute(server.ctx.db);
  now += LIMITS.retention.deletedMs + 1;
  await retain(server.ctx);
  const { db } = server.ctx;
  const left = await db.selectFrom('conversation').select('id').where('id', 'in', ids).execute();
  expect(left).toEqual([{ id: ids[0] }]);
  const kept = await db.selectFrom('message').select('address').where('id', '=', message.id).execute();
  expect(kept).toEqual([{ address: '203.0.113.0/24' }]);
  const { user_version: since } = (await sql<{ user_version: number }>`pragma user_version`.execute(db))
    .rows[0]!;
  expect(since).toBe(0);
});

test('[PRIV17] nothing more is begun once the server stops', async () => {
  await manyThanks();
  let asked = 0;
  await ageNetworks(server.ctx, later(), () => ++asked > 3);
  expect(await left()).toBeGreaterThan(0);
  expect(await left()).toBeLessThan(MANY);
  const before = await left();
  now = later();
  await retain(server.ctx, () => true);
  expect(await left()).toBe(before);
});
