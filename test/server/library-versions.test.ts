import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { starterTerms } from '../../moderation/index.ts';
import type { VersionDifference } from '../../server/protocol/library.ts';
import { type Person, startTestServer, type TestServer } from './harness.ts';
import { add, all, ask, link, term } from './library-office.ts';

let server: TestServer;
let manager: Person;
beforeEach(async () => {
  server = await startTestServer();
  manager = await server.person('manager');
});
afterEach(() => server.stop());

const office = '/api/back-office/demo';
const textsOf = (items: { text: string }[]) => items.map((item) => item.text).sort();

describe('versions of the library', () => {
  test('[LIB13] any two versions can be compared, and an earlier one brought back as a new one', async () => {
    const { added } = await add(
      manager,
      term('zigoto'),
      term('pignouf', { note: 'un' }),
      link('rival.example'),
    );
    const [zigoto, pignouf] = added.map((entry: { id: string }) => entry.id);
    await ask(manager, 'PATCH', '/entries', { ids: [pignouf], change: { note: 'deux', effect: 'reject' } });
    await ask(manager, 'POST', '/entries/remove', { ids: [zigoto, 'demo-rival'] });
    await ask(manager, 'PUT', '/categories', { name: 'insult', effect: 'flag' });
    await add(manager, term('zigoto', { category: 'spam' }));
    const { items } = (await ask(manager, 'GET', '/versions/2/compare/6')).body;
    const told = (items as VersionDifference[]).map(
      ({ text, before, after }) => `${text}: ${before?.category ?? 'none'} to ${after?.category ?? 'none'}`,
    );
    expect(told.sort()).toEqual([
      'pignouf: insult to insult',
      'rival: competitor to none',
      'zigoto: insult to none',
      'zigoto: none to spam',
    ]);
    expect((await ask(manager, 'GET', '/versions/6/compare/6')).body.items).toEqual([]);
    expect((await ask(manager, 'GET', '/versions/2/compare/99')).status).toBe(404);

    const then = (await ask(manager, 'POST', '/versions/2/restore')).body;
    expect(then).toEqual({ changed: 4, version: 7 });
    expect((await ask(manager, 'GET', '/versions/2/compare/7')).body.items).toEqual([]);
    expect(textsOf(await all(manager))).toEqual([
      'arnaque',
      'connard',
      'pignouf',
      'rival',
      'rival.example',
      'zigoto',
    ]);
    const socket = await (await server.person()).connect();
    expect((await socket.ask('Ce zigoto')).message.state).toBe('held');
    expect((await ask(manager, 'POST', '/versions/7/restore')).body).toEqual({ changed: 0, version: 7 });
  });

  test('[LIB14] every version says who made it, when, and what it changed', async () => {
    const { added } = await add(manager, term('zigoto'), term('pignouf'));
    await ask(manager, 'POST', '/entries/remove', { ids: [added[0].id] });
    const { items, next } = (await ask(manager, 'GET', '/versions')).body;
    expect(next).toBeNull();
    expect(items).toEqual([
      {
        version: 3,
        at: expect.any(Number),
        by: 'manager 1',
        added: 0,
        changed: 0,
        removed: 1,
        texts: ['zigoto'],
      },
      {
        version: 2,
        at: expect.any(Number),
        by: 'manager 1',
        added: 2,
        changed: 0,
        removed: 0,
        texts: ['zigoto', 'pignouf'],
      },
    ]);
    expect((await ask(manager, 'GET', '/versions?after=3')).body.items).toHaveLength(1);
  });

  test('[LIB15] a vocabulary is taken over and given back; what a manager changed or removed stays theirs', async () => {
    const rows = async () => (await ask(manager, 'GET', '/vocabularies')).body.items;
    const before = await rows();
    expect(before.map(({ name, installed, differences }: never) => [name, installed, differences])).toEqual(
      expect.arrayContaining([['fr', null, 0]]),
    );
    const total = before.find(({ name }: { name: string }) => name === 'fr').entries;
    const taken = (await ask(manager, 'POST', '/vocabularies/fr', { accept: 'all' })).body;
    expect(taken.version).toBe(2);
    const french = await all(manager, 'from=fr');
    expect(french.length).toBe(taken.changed);
    expect(total - french.length).toBeLessThanOrEqual(3);
    const [one, two] = french;
    await ask(manager, 'POST', '/entries/remove', { ids: [one?.id] });
    await ask(manager, 'PATCH', '/entries', { ids: [two?.id], change: { effect: 'flag' } });
    expect((await ask(manager, 'GET', '/vocabularies/fr/difference')).body.items).toEqual([]);
    await server.ctx.db
      .updateTable('library_entry')
      .set({ text: 'mot d’un ancien lexique' })
      .where('id', '=', french[2]?.id ?? '')
      .execute();
    const { items } = (await ask(manager, 'GET', '/vocabularies/fr/difference')).body;
    expect(items).toEqual([
      { text: french[2]?.text, outcome: 'new', category: french[2]?.category },
      { text: 'mot d’un ancien lexique', outcome: 'gone', category: french[2]?.category },
    ]);
    const accept = items.map(({ text }: { text: string }) => text);
    expect((await ask(manager, 'POST', '/vocabularies/fr', { accept })).body.changed).toBe(2);
    expect((await ask(manager, 'GET', '/vocabularies/fr/difference')).body.items).toEqual([]);
    expect((await ask(manager, 'DELETE', '/vocabularies/fr')).body.changed).toBe(french.length - 1);
    expect(await all(manager, 'from=fr')).toEqual([]);
    expect((await ask(manager, 'POST', '/vocabularies/xx', { accept: 'all' })).status).toBe(404);
  });

  test('[LIB28] a term of two vocabularies is meant in texts of both languages', async () => {
    const french = new Set(starterTerms('fr').map((entry) => entry.text.toLowerCase()));
    const shared = starterTerms('en').find((entry) => french.has(entry.text.toLowerCase()));
    await ask(manager, 'POST', '/vocabularies/fr', { accept: 'all' });
    const find = async () =>
      (await all(manager, 'from=fr')).find(({ text }) => text === shared?.text.toLowerCase());
    expect((await find())?.language).toBe('fr');
    await ask(manager, 'POST', '/vocabularies/en', { accept: 'all' });
    expect(await find()).toMatchObject({ language: null, vocabulary: 'fr' });
  });

  test('[LIB16] the site’s rules are changed as a version of the library, in force for the next message', async () => {
    const socket = await (await server.person()).connect();
    expect((await socket.ask('Voyez https://elsewhere.example/page')).message.state).toBe('held');
    const usual = (await ask(manager, 'GET', '/rules')).body;
    expect(usual).toMatchObject({ personalData: true, newcomerHeld: 0 });
    const linkPolicy = { ...usual.linkPolicy, visitor: 'any-but-forbidden' };
    const rules = (await ask(manager, 'PATCH', '/rules', { linkPolicy, newcomerLinks: false })).body;
    expect(rules).toEqual({ ...usual, linkPolicy, newcomerLinks: false });
    const passed = await socket.ask('Voyez https://elsewhere.example/autre');
    expect(passed.message.state).toBe('published');
    const versions = await server.ctx.db
      .selectFrom('message')
      .select('library_version')
      .orderBy('created_at')
      .execute();
    expect(versions.map((row) => row.library_version)).toEqual([1, 2]);
    expect((await ask(manager, 'PATCH', '/rules', { newcomerHeld: -1 })).status).toBe(400);
    expect((await ask(manager, 'PATCH', '/rules', { orderNumber: '.*' })).status).toBe(400);
  });

  test('[LIB17] from a held card: a phrase allowed, a whole word only, a member trusted, each previewed and undoable', async () => {
    await add(manager, term('*zigot*'));
    const author = await server.person();
    const socket = await author.connect();
    const held = (await socket.ask('La zigoterie du coin est fermée')).message;
    await socket.ask('Encore une zigoterie du coin');
    await socket.ask('Un connard à la zigoterie du coin');
    const fix = async (body: unknown, id = held.id) =>
      await (await manager.post(`${office}/messages/${id}/library-fix`, body)).json();
    const undo = async (id: string) => (await manager.post(`${office}/undo`, { id })).status;

    const phrase = { kind: 'allow-phrase', text: 'zigoterie du coin' };
    expect(await fix({ fix: phrase, preview: true })).toEqual({ verdict: 'allow', alsoFreed: 1, undo: null });
    expect(await all(manager, 'listing=allowed')).toEqual([]);
    const done = await fix({ fix: phrase, preview: false });
    expect((await socket.ask('Une zigoterie du coin de plus')).message.state).toBe('published');
    expect((await fix({ fix: phrase, preview: false })).error.code).toBe('conflict');
    expect(await undo(done.undo)).toBe(204);
    expect(await undo(done.undo)).toBe(409);
    expect(await all(manager, 'listing=allowed')).toEqual([]);

    const [entry] = await all(manager, 'q=zigot');
    const whole = { kind: 'whole-word', entryId: entry?.id };
    const mended = await fix({ fix: whole, preview: false });
    expect(mended).toMatchObject({ verdict: 'allow', alsoFreed: 1 });
    expect(textsOf(await all(manager, 'q=zigot'))).toEqual(['zigot']);
    expect(await undo(mended.undo)).toBe(204);
    expect(textsOf(await all(manager, 'q=zigot'))).toEqual(['*zigot*']);

    const linked = (await socket.ask('Voyez elsewhere.example pour cela')).message;
    expect(linked.state).toBe('held');
    const trust = await fix({ fix: { kind: 'trust-author' }, preview: false }, linked.id);
    expect(trust).toMatchObject({ verdict: 'allow', alsoFreed: 0 });
    expect((await socket.ask('Voyez elsewhere.example encore')).message.state).toBe('published');
    expect((await socket.ask('Mais connard tout de même')).message.state).toBe('held');
    expect(await undo(trust.undo)).toBe(204);
    expect((await socket.ask('Voyez elsewhere.example toujours')).message.state).toBe('held');
  });

  test('[LIB18] a fix wants a held message of this site', async () => {
    const socket = await (await server.person()).connect();
    const published = (await socket.ask('Tout va bien')).message;
    const body = { fix: { kind: 'trust-author' }, preview: false };
    expect((await manager.post(`${office}/messages/${published.id}/library-fix`, body)).status).toBe(409);
    expect((await manager.post(`${office}/messages/elsewhere/library-fix`, body)).status).toBe(404);
  });
});
