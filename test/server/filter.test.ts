import { afterEach, describe, expect, test } from 'vitest';
import { createFilterOf } from '../../server/filter.ts';
import { createLog } from '../../server/log.ts';
import { startTestServer, type TestServer } from './harness.ts';

let server: TestServer;
afterEach(() => server.stop());

const filterOptions = ({ ctx }: TestServer) => ({
  db: ctx.db,
  log: createLog('silent'),
  clock: ctx.clock,
  health: ctx.filterHealth,
});

describe('the filter fails closed', () => {
  test('[FAIL1] a filter that throws or returns rubbish holds every message, and recovers by itself', async () => {
    let failing: 'throws' | 'rubbish' | null = 'throws';
    server = await startTestServer({
      filterOf: async () => ({
        version: 1,
        judge: async () => {
          throw new Error('not reached');
        },
      }),
    });
    server.ctx.filterOf = createFilterOf({
      ...filterOptions(server),
      prepare: async () => ({
        version: 1,
        judge: () => {
          if (failing === 'throws') throw new Error('broken');
          if (failing === 'rubbish') return { effect: 'yes' } as never;
          return { effect: 'allow', reasons: [], libraryVersion: 1 };
        },
        close: () => undefined,
      }),
    });
    const person = await server.person();
    await server.ctx.db
      .insertInto('person')
      .values({
        id: person.id,
        site_id: 'demo',
        role: 'visitor',
        name: 'Inès',
        account_id: null,
        address: null,
        created_at: 0,
        trusted: 0,
        last_seen_at: null,
      })
      .execute();
    const socket = await person.connect();
    expect((await socket.write('Tout à fait correct', null, null)).message.state).toBe('held');
    failing = 'rubbish';
    expect((await socket.write('Toujours correct', null, null)).message.state).toBe('held');
    failing = null;
    expect((await socket.write('De nouveau correct', null, null)).message.state).toBe('published');
  });

  test('[FAIL2] a library that cannot be compiled holds every message', async () => {
    server = await startTestServer();
    const broken = createFilterOf({
      ...filterOptions(server),
      prepare: async () => {
        throw new Error('cannot compile');
      },
    });
    const verdict = await (await broken('demo')).judge({
      text: 'bonjour',
      author: { role: 'visitor' },
      history: [],
      now: 0,
    });
    expect(verdict).toMatchObject({ effect: 'hold', reasons: [{ kind: 'filter-error' }] });
  });

  test('[FILTER-LIB1] a library change is in force for the next message, with its version', async () => {
    server = await startTestServer();
    const [visitor, manager] = [await server.person(), await server.person('manager')];
    const socket = await visitor.connect();
    expect((await socket.ask('Un zigoto en boutique')).message.state).toBe('published');
    const entry = {
      kind: 'term',
      listing: 'forbidden',
      text: 'Zigoto',
      category: 'insult',
      effect: 'hold',
      note: null,
    };
    const add = () => manager.post('/api/back-office/demo/library/entries', { entries: [entry] });
    expect(await (await add()).json()).toMatchObject({ added: [{ text: 'zigoto' }], version: 2 });
    expect((await socket.ask('Un autre zigoto')).message.state).toBe('held');
    expect(await (await add()).json()).toMatchObject({ added: [], alreadyThere: ['zigoto'], version: 2 });
    const rows = await server.ctx.db
      .selectFrom('message')
      .select('library_version')
      .orderBy('created_at')
      .execute();
    expect(rows.map((row) => row.library_version)).toEqual([1, 2]);
    const tried = await manager.post('/api/back-office/demo/library/try', {
      text: 'ce zigoto',
      role: 'visitor',
    });
    expect(await tried.json()).toMatchObject({
      verdict: 'hold',
      reasons: [{ entry: 'zigoto', spans: [{ start: 3, end: 9 }] }],
      version: 2,
    });
  });

  test('[FILTER-LIB2] entries that would match nearly everything are refused in words', async () => {
    server = await startTestServer();
    const manager = await server.person('manager');
    for (const [kind, text] of [
      ['term', 'a'],
      ['term', '*'],
      ['term', '*ab*'],
      ['link', 'co.uk'],
      ['link', 'shop.test'],
      ['term', '…'],
      ['link', 'not a domain'],
      ['link', 'localhost'],
    ]) {
      const entry = { kind, listing: 'forbidden', text, category: 'x', effect: 'hold', note: null };
      const answer = await manager.post('/api/back-office/demo/library/entries', { entries: [entry] });
      expect([text, answer.status]).toEqual([text, 422]);
    }
    const moderator = await server.person('moderator');
    const entry = {
      kind: 'term' as const,
      listing: 'forbidden' as const,
      text: 'abc',
      category: 'x',
      effect: 'hold' as const,
      note: null,
    };
    expect((await moderator.post('/api/back-office/demo/library/entries', { entries: [entry] })).status).toBe(
      403,
    );
  });
});
