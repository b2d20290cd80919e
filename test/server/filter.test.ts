import { afterEach, describe, expect, test, vi } from 'vitest';
import { PLAIN_PERSON } from '../../db/plain-rows.ts';
import { findSite } from '../../db/sites.ts';
import { createFilterOf } from '../../server/filter.ts';
import { loadLibrary } from '../../server/library/load-library.ts';
import { prepareModerator } from '../../server/library/prepare-moderator.ts';
import { LIMITS } from '../../server/limits.ts';
import { createLog } from '../../server/log.ts';
import { startTestServer, type TestServer } from './harness.ts';
import { add, term } from './library-office.ts';

let server: TestServer;
afterEach(async () => {
  vi.useRealTimers();
  await server.stop();
});

const filterOptions = ({ ctx }: TestServer) => ({
  db: ctx.db,
  log: createLog('silent'),
  clock: ctx.clock,
  health: ctx.filterHealth,
});

const INPUT = { text: 'bonjour', author: { role: 'visitor' as const }, history: [], now: 0 };

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
        ...PLAIN_PERSON,
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

  test('[FAIL3] a filter that does not answer holds the message in time, and is prepared anew', async () => {
    server = await startTestServer();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let hangs = true;
    let closed = 0;
    const filterOf = createFilterOf({
      ...filterOptions(server),
      prepare: async () => ({
        version: 1,
        judge: () =>
          hangs ? new Promise(() => undefined) : { effect: 'allow', reasons: [], libraryVersion: 1 },
        close: () => {
          closed += 1;
        },
      }),
    });
    const waiting = (await filterOf('demo')).judge(INPUT);
    await vi.advanceTimersByTimeAsync(LIMITS.judge.timeoutMs);
    expect(await waiting).toMatchObject({ effect: 'hold', reasons: [{ kind: 'filter-error' }] });
    expect(closed).toBe(1);
    hangs = false;
    expect(await (await filterOf('demo')).judge(INPUT)).toMatchObject({ effect: 'allow' });
  });

  test('[FAIL4] a library that cannot be prepared is tried again a moment later, not for every message', async () => {
    server = await startTestServer();
    let [tries, now] = [0, 1000];
    const filterOf = createFilterOf({
      ...filterOptions(server),
      clock: { now: () => now },
      prepare: async () => {
        tries += 1;
        if (tries < 3) throw new Error('cannot prepare');
        return {
          version: 1,
          judge: () => ({ effect: 'allow', reasons: [], libraryVersion: 1 }),
          close: () => undefined,
        };
      },
    });
    const effect = async () => (await (await filterOf('demo')).judge(INPUT)).effect;
    expect([await effect(), await effect(), await effect(), tries]).toEqual(['hold', 'hold', 'hold', 1]);
    now += LIMITS.judge.retryAfterMs;
    expect([await effect(), tries]).toEqual(['hold', 2]);
    now += LIMITS.judge.retryAfterMs;
    expect([await effect(), tries]).toEqual(['allow', 3]);
    expect(LIMITS.judge.retryAfterMs).toBeLessThanOrEqual(5000);
  });

  test('[I12d] the clock set back a day, a filter that failed is tried again all the same', async () => {
    server = await startTestServer();
    let [tries, now] = [0, Date.now()];
    const filterOf = createFilterOf({
      ...filterOptions(server),
      clock: { now: () => now },
      prepare: async () => {
        tries += 1;
        throw new Error('cannot prepare');
      },
    });
    await (await filterOf('demo')).judge(INPUT);
    now -= 24 * 60 * 60 * 1000;
    await (await filterOf('demo')).judge(INPUT);
    expect(tries).toBe(2);
  });

  test('[FAIL5] readiness says since when a filter fails and how many messages wait for it; only the database makes it unready', async () => {
    server = await startTestServer();
    const ready = async () => {
      const answer = await fetch(`${server.url}/ready`);
      return [answer.status, await answer.json()];
    };
    const sound = server.ctx.filterOf;
    expect(await ready()).toEqual([
      200,
      { status: 'ready', checks: { database: 'ok', filter: 'ok' }, heldByFailure: 0 },
    ]);
    // Everything is tried once a second at most.
    let at = server.ctx.clock.now() + LIMITS.ready.everyMs;
    server.ctx.clock.now = () => at;
    server.ctx.filterOf = createFilterOf({
      ...filterOptions(server),
      prepare: async () => {
        throw new Error('cannot prepare');
      },
    });
    const visitor = await server.person();
    const socket = await visitor.connect();
    expect((await socket.ask('Rien de mal')).message.state).toBe('held');
    const filter = `failing since ${new Date(at).toISOString()}`;
    expect(await ready()).toEqual([
      200,
      { status: 'degraded', checks: { database: 'ok', filter }, heldByFailure: 1 },
    ]);
    server.ctx.filterOf = sound;
    at += LIMITS.ready.everyMs;
    expect((await ready())[1]).toMatchObject({ status: 'ready', heldByFailure: 1 });
    at += LIMITS.ready.everyMs;
    server.ctx.filterOf = () => Promise.reject(new Error('no database'));
    expect((await ready())[0]).toBe(503);
  });

  test('[FILTER-LIB3] messages wait until a new version is prepared, and are never judged by an older one', async () => {
    server = await startTestServer();
    const [asked, gate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    server.ctx.filterOf = createFilterOf({
      ...filterOptions(server),
      async prepare(library) {
        if (library.version > 1) {
          asked.resolve();
          await gate.promise;
        }
        return await prepareModerator(library);
      },
    });
    const manager = await server.person('manager');
    const socket = await (await server.person()).connect();
    expect((await socket.ask('Un zigoto')).message.state).toBe('published');
    await add(manager, term('zigoto'));
    socket.post('Un autre zigoto', null);
    await asked.promise;
    expect(socket.frames.filter((frame) => frame.op === 'ack')).toHaveLength(1);
    gate.resolve();
    const { message } = await socket.next('ack');
    expect(message).toMatchObject({ text: 'Un autre zigoto', state: 'held' });
  });

  test('[FILTER-LIB5] a library changed while a message is judged judges it again', async () => {
    server = await startTestServer();
    const manager = await server.person('manager');
    const socket = await (await server.person()).connect();
    const sound = server.ctx.filterOf;
    let isFirst = true;
    server.ctx.filterOf = async (siteId) => {
      const filter = await sound(siteId);
      return {
        ...filter,
        async judge(input) {
          const verdict = await filter.judge(input);
          if (isFirst && input.text === 'Un zigoto') {
            isFirst = false;
            await add(manager, term('zigoto'));
          }
          return verdict;
        },
      };
    };
    expect((await socket.ask('Un zigoto')).message).toMatchObject({ state: 'held' });
    const row = await server.ctx.db.selectFrom('message').select('library_version').executeTakeFirst();
    expect(row?.library_version).toBe(2);
  });

  test('[FILTER-LIB4] a very large library is prepared in a thread of its own, and judges alike', async () => {
    server = await startTestServer();
    const site = await findSite(server.ctx.db, 'demo');
    const library = await loadLibrary(server.ctx.db, site!);
    const filler = Array.from({ length: LIMITS.judge.entriesHere }, (_, n) => ({
      ...library.terms[0]!,
      text: `rempli${n}`,
    }));
    const large = { ...library, terms: [...library.terms, ...filler] };
    const [here, there] = await Promise.all([prepareModerator(library), prepareModerator(large)]);
    const input = { ...INPUT, text: 'Ce c0nnard vend sur elsewhere.example' };
    const [one, other] = [here.judge(input), there.judge(input)];
    expect(one).not.toBeInstanceOf(Promise);
    expect(other).toBeInstanceOf(Promise);
    expect(await other).toEqual(one);
    there.close();
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
