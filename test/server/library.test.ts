import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { transaction } from '../../db/database.ts';
import { beginChange, writeEntries } from '../../db/library-changes.ts';
import { type EntryValues, newRow } from '../../server/library/entry-values.ts';
import { type Person, startTestServer, type TestServer } from './harness.ts';
import { add, all, ask, link, term } from './library-office.ts';

let server: TestServer;
let manager: Person;
beforeEach(async () => {
  server = await startTestServer();
  manager = await server.person('manager');
});
afterEach(() => server.stop());

const auditLog = () =>
  server.ctx.db.selectFrom('audit_log').selectAll().where('act', 'like', 'library.%').orderBy('id').execute();
const textsOf = (items: { text: string }[]) => items.map((item) => item.text);

describe('the entries of a library', () => {
  test('[LIB1] every order and filter shows each entry once, page after page', async () => {
    const many = Array.from({ length: 120 }, (_, n) =>
      term(`mot${n}`, { category: n % 2 ? 'spam' : 'insult' }),
    );
    await add(
      manager,
      ...many,
      link('rival.example', { effect: 'reject' }),
      term('ma phrase', { listing: 'allowed' }),
    );
    for (const sort of ['recent', 'text', 'hits', 'overturned']) {
      const items = await all(manager, `sort=${sort}`);
      expect([sort, new Set(textsOf(items)).size, items.length]).toEqual([sort, 125, 125]);
    }
    expect(textsOf(await all(manager, 'sort=text')).slice(0, 2)).toEqual(['arnaque', 'connard']);
    expect(textsOf(await all(manager, 'kind=link'))).toEqual(['rival.example']);
    expect(textsOf(await all(manager, 'listing=allowed'))).toEqual(['ma phrase']);
    expect(await all(manager, 'category=spam')).toHaveLength(60);
    expect(textsOf(await all(manager, 'effect=reject')).sort()).toEqual(['arnaque', 'rival.example']);
    expect(await all(manager, 'q=MOT11')).toHaveLength(11);
    expect(await all(manager, 'from=own')).toHaveLength(125);
    expect((await ask(manager, 'GET', '?after=nonsense')).status).toBe(400);
  });

  test('[LIB2] many entries are added as one version with one audit log entry, a single one with its text', async () => {
    const { added, version } = await add(
      manager,
      term('Grand Zigoto'),
      term('grand  zigoto'),
      link('https://www.Rival.example/'),
    );
    expect(textsOf(added)).toEqual(['grand zigoto', 'rival.example']);
    expect(version).toBe(2);
    await add(manager, term('PD', { exactCase: true }));
    const entries = await auditLog();
    expect(entries.map((entry) => [entry.act, JSON.parse(entry.details)])).toEqual([
      ['library.entries-added', { entries: 2, version: 2 }],
      [
        'library.entry-added',
        { entry: 'PD', listing: 'forbidden', effect: null, category: 'insult', version: 3 },
      ],
    ]);
    expect(await add(manager, term('grand zigoto'))).toMatchObject({
      alreadyThere: ['grand zigoto'],
      version: 3,
    });
  });

  test('[LIB3] entries are changed and removed together, in one version each', async () => {
    const { added } = await add(manager, term('zigoto'), term('pignouf'), term('malotru'));
    const ids = added.map((entry: { id: string }) => entry.id);
    const change = { effect: 'reject', note: 'trop souvent', language: 'fr' };
    const changed = await ask(manager, 'PATCH', '/entries', { ids, change });
    expect(changed.body).toEqual({ changed: 3, version: 3 });
    expect((await ask(manager, 'PATCH', '/entries', { ids, change })).body).toEqual({
      changed: 0,
      version: 3,
    });
    const [first] = await all(manager, 'q=malotru');
    expect(first).toMatchObject({ ...change, changedBy: 'manager 1', hits: 0 });
    const removed = await ask(manager, 'POST', '/entries/remove', { ids: ids.slice(0, 2) });
    expect(removed.body).toEqual({ changed: 2, version: 4 });
    expect(await all(manager, 'q=zigoto')).toEqual([]);
    expect((await ask(manager, 'POST', '/entries/remove', { ids: [ids[0]] })).status).toBe(404);
    expect((await ask(manager, 'PATCH', '/entries', { ids: ['elsewhere'], change })).status).toBe(404);
  });

  test('[LIB4] an entry without an effect does what its category does, from the next message on', async () => {
    await add(manager, term('zigoto', { category: 'mild' }));
    const socket = await (await server.person()).connect();
    expect((await socket.ask('Quel zigoto')).message.state).toBe('held');
    const put = await ask(manager, 'PUT', '/categories', { name: 'mild', effect: 'reject' });
    expect(put.body).toEqual({ name: 'mild', effect: 'reject', entries: 1, forbidden: 1 });
    expect((await socket.ask('Encore un zigoto')).message.state).toBe('rejected');
    expect(textsOf(await all(manager, 'effect=reject')).sort()).toEqual(['arnaque', 'zigoto']);
  });

  test('[LIB5] what an entry stopped and what a person overturned is counted with the message', async () => {
    const { added } = await add(manager, term('zigoto'));
    const socket = await (await server.person()).connect();
    const held = await socket.ask('Un zigoto, un rival et encore un zigoto');
    await socket.ask('Que pense un rival');
    await manager.post(`/api/back-office/demo/messages/${held.message.id}`, { act: 'release', reason: null });
    const hits = (await all(manager, 'sort=hits')).map(({ text, hits, overturned }) => [
      text,
      hits,
      overturned,
    ]);
    expect(hits.slice(0, 2)).toEqual([
      ['rival', 2, 1],
      ['zigoto', 1, 1],
    ]);
    await ask(manager, 'PATCH', '/entries', { ids: [added[0].id], change: { note: 'vu' } });
    const [entry] = await all(manager, 'q=zigoto');
    expect(entry).toMatchObject({ hits: 1, overturned: 1, note: 'vu' });
    expect(entry?.lastHitAt).toBeGreaterThan(0);
  });

  test('[LIB6] before saving, entries that match too much or nothing are pointed out', async () => {
    const socket = await (await server.person()).connect();
    for (const text of ['une crampe', 'des crampons', 'des crampons ou pas', 'le crampon tient'])
      await socket.ask(text);
    await add(manager, term('ma tante zigoto', { listing: 'allowed' }));
    const entries = [
      term('  '),
      term('a'),
      term('*ab*'),
      link('pas un lien'),
      link('.com'),
      link('shop.test'),
      term('bonjour'),
      term('connard'),
      term('pignouf'),
      term('PIGNOUF'),
      term('tante zigoto'),
      term('crampon*'),
      term('malotru'),
      term('x'.repeat(201)),
    ];
    const { warnings } = (await ask(manager, 'POST', '/check', { entries })).body;
    expect(warnings.map(({ index, code, weight }: never) => [index, code, weight])).toEqual(
      expect.arrayContaining([
        [0, 'empty', 'refused'],
        [1, 'too-short', 'refused'],
        [2, 'too-short', 'refused'],
        [3, 'not-a-link', 'refused'],
        [4, 'whole-ending', 'refused'],
        [5, 'own-domain', 'refused'],
        [6, 'common-word', 'doubtful'],
        [7, 'already-there', 'doubtful'],
        [9, 'twice-in-list', 'doubtful'],
        [11, 'common-word', 'doubtful'],
        [13, 'too-long', 'refused'],
      ]),
    );
    expect(warnings.find(({ index }: { index: number }) => index === 11).share).toBe(0.75);
    const indexes = warnings.map(({ index }: { index: number }) => index);
    expect(indexes).not.toContain(8);
    expect(indexes).not.toContain(12);
    expect(new Set(indexes).size).toBe(indexes.length);
  });

  test('[LIB7] an entry that an allowed one covers is pointed out', async () => {
    await add(manager, term('gros zigoto', { listing: 'allowed' }));
    const entries = [term('gros zigoto'), term('zigoto')];
    expect((await ask(manager, 'POST', '/check', { entries })).body.warnings).toMatchObject([
      { index: 0, code: 'already-there' },
    ]);
    await add(manager, term('*zigoto*', { listing: 'allowed' }));
    expect((await ask(manager, 'POST', '/check', { entries: [term('vil zigoto')] })).body.warnings).toEqual(
      [],
    );
    expect((await ask(manager, 'POST', '/check', { entries: [term('zigoto')] })).body.warnings).toEqual([
      { index: 0, code: 'covered-by-allowed', weight: 'doubtful' },
    ]);
  });

  test('[LIB8] a change that was cut short never comes into force, and stops nobody for long', async () => {
    const values: EntryValues = {
      ...term('à moitié'),
      strictness: 'normal',
      exactCase: false,
      exactAccents: false,
      language: null,
      subdomains: true,
    };
    const row = newRow(values, { id: 'half', siteId: 'demo', vocabulary: null, actorId: null, at: 0 });
    const now = server.ctx.clock.now();
    await transaction(server.ctx.db, async (tx) => {
      expect(await beginChange(tx, 'demo', { now, until: now + 1000 })).toBe(1);
      const [before] = await tx
        .selectFrom('library_entry')
        .selectAll()
        .where('text', '=', 'connard')
        .execute();
      await writeEntries(tx, 'demo', 2, [
        { before: null, after: row },
        { before: before!, after: null },
      ]);
    });
    expect(textsOf(await all(manager))).not.toContain('à moitié');
    expect((await ask(manager, 'POST', '/entries', { entries: [term('zigoto')] })).status).toBe(409);
    server.ctx.clock.now = () => now + 1001;
    expect(await add(manager, term('zigoto'))).toMatchObject({ version: 2 });
    expect(textsOf(await all(manager, 'sort=text'))).toEqual(['arnaque', 'connard', 'rival', 'zigoto']);
  });
});
