import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Backtest } from '../../server/protocol/library.ts';
import { addSite, type Person, SHOP, startTestServer, type TestServer } from './harness.ts';
import { add, all, ask, term } from './library-office.ts';

let server: TestServer;
let manager: Person;
beforeEach(async () => {
  server = await startTestServer();
  manager = await server.person('manager');
});
afterEach(() => server.stop());

const NOTHING = { add: [], change: [], remove: [] };

/** Asks again until the backtest is over. */
async function finished(id: string): Promise<Backtest> {
  for (;;) {
    const { body } = await ask(manager, 'GET', `/backtests/${id}`);
    if (body.state !== 'running') return body;
  }
}

async function seedMessages(count: number, textOf: (n: number) => string): Promise<void> {
  const socket = await (await server.person()).connect();
  const first = await socket.ask(textOf(0));
  const { number: _, ...row } = await server.ctx.db
    .selectFrom('message')
    .selectAll()
    .where('id', '=', first.message.id)
    .executeTakeFirstOrThrow();
  for (let from = 1; from < count; from += 200) {
    const rows = Array.from({ length: Math.min(200, count - from) }, (_, n) => ({
      ...row,
      id: `seeded-${String(from + n).padStart(6, '0')}`,
      client_message_id: `seeded-${from + n}`,
      body: textOf(from + n),
      is_question: 0 as const,
      created_at: row.created_at - from - n,
    }));
    await server.ctx.db.insertInto('message').values(rows).execute();
  }
}

describe('a change is tried before it is saved', () => {
  test('[LIB9] a text is tried on the draft: added, changed and removed entries count, and nothing is saved', async () => {
    const { added } = await add(manager, term('zigoto'));
    const text = 'Ce zigoto de pignouf est un connard';
    const tryOn = async (draft: unknown, role = 'visitor') =>
      (await ask(manager, 'POST', '/try', { text, role, draft })).body;
    expect((await tryOn(undefined)).reasons.map(({ entry }: { entry: string }) => entry).sort()).toEqual([
      'connard',
      'zigoto',
    ]);
    const draft = {
      add: [term('pignouf', { effect: 'reject' }), term('gros connard', { listing: 'allowed' })],
      change: [{ id: added[0].id, entry: { effect: 'flag' } }],
      remove: ['demo-connard'],
    };
    const tried = await tryOn(draft);
    expect(tried).toMatchObject({ verdict: 'reject', version: 2 });
    expect(tried.reasons).toEqual([
      expect.objectContaining({ entry: 'zigoto', spans: [{ start: 3, end: 9 }] }),
      expect.objectContaining({ entry: 'pignouf', spans: [{ start: 13, end: 20 }] }),
    ]);
    expect((await tryOn({ ...NOTHING, remove: ['demo-connard', added[0].id] })).verdict).toBe('allow');
    expect((await tryOn({ ...NOTHING, remove: ['elsewhere'] })).error.code).toBe('not-found');
    expect((await tryOn({ ...NOTHING, add: [term('a')] })).error.code).toBe('too-short');
    expect(await all(manager)).toHaveLength(4);
  });

  test('[LIB10] a backtest counts what a draft would stop or free, those published first', async () => {
    const socket = await (await server.person()).connect();
    await socket.ask('Un pignouf est passé');
    await socket.ask('Un pignouf de connard');
    await socket.ask('Un connard, vraiment');
    await socket.ask('Tout va bien');
    const draft = { ...NOTHING, add: [term('pignouf', { effect: 'reject' })], remove: ['demo-connard'] };
    const { status, body } = await ask(manager, 'POST', '/backtests', { draft, days: 30 });
    expect(status).toBe(202);
    const result = await finished(body.id);
    expect(result).toMatchObject({
      state: 'done',
      read: 4,
      total: 4,
      stopped: { hold: 0, reject: 2, flag: 0 },
      freed: 1,
    });
    expect(result.samples.map(({ text, state, now, then }) => [text, state, now, then])).toEqual([
      ['Un pignouf est passé', 'published', 'allow', 'reject'],
      ['Un connard, vraiment', 'held', 'hold', 'allow'],
      ['Un pignouf de connard', 'held', 'hold', 'reject'],
    ]);
    expect(result.samples[0]?.reasons).toMatchObject([{ entry: 'pignouf', spans: [{ start: 3, end: 10 }] }]);
  });

  test('[LIB11] a backtest lets everybody else through, runs alone on its site, and can be stopped', async () => {
    await seedMessages(6000, (n) => `La pointure ${n} convient-elle au pignouf que je suis ?`);
    const body = { draft: { ...NOTHING, add: [term('pignouf')] }, days: 30 };
    const started = (await ask(manager, 'POST', '/backtests', body)).body.id;
    expect((await ask(manager, 'POST', '/backtests', body)).status).toBe(409);
    const during = (await ask(manager, 'GET', `/backtests/${started}`)).body as Backtest;
    expect(during.state).toBe('running');
    expect(during.read).toBeLessThan(6000);
    expect((await ask(manager, 'DELETE', `/backtests/${started}`)).status).toBe(204);
    expect((await finished(started)).state).toBe('stopped');
    const again = (await ask(manager, 'POST', '/backtests', body)).body.id;
    const result = await finished(again);
    expect(result).toMatchObject({ state: 'done', read: 6000, total: 6000 });
    expect(result.stopped.hold).toBe(6000);
    expect(result.samples).toHaveLength(50);
  });

  test('[LIB12] a backtest reads messages of its own site and of its last days only', async () => {
    await seedMessages(3, () => 'Un pignouf');
    const old = server.ctx.clock.now() - 3 * 24 * 60 * 60 * 1000;
    await server.ctx.db
      .updateTable('message')
      .set({ created_at: old })
      .where('id', '=', 'seeded-000001')
      .execute();
    await addSite(server.ctx, 'other', { allowed_origins: JSON.stringify([SHOP]) });
    const stranger = await server.person('manager', 'other');
    const draft = { ...NOTHING, add: [term('pignouf')] };
    const { id } = (await ask(manager, 'POST', '/backtests', { draft, days: 2 })).body;
    expect(await finished(id)).toMatchObject({ total: 2, read: 2 });
    expect((await stranger.get(`/api/back-office/other/library/backtests/${id}`)).status).toBe(404);
    const theirs = await stranger.post('/api/back-office/other/library/backtests', { draft, days: 30 });
    const view = await stranger.get(`/api/back-office/other/library/backtests/${(await theirs.json()).id}`);
    expect((await view.json()).total).toBe(0);
  });
});
