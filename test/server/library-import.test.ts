import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ImportLine } from '../../server/protocol/library.ts';
import { type Person, startTestServer, type TestServer } from './harness.ts';
import { add, all, ask, LIBRARY, link, sendFile, settled, term } from './library-office.ts';

let server: TestServer;
let manager: Person;
beforeEach(async () => {
  server = await startTestServer();
  manager = await server.person('manager');
});
afterEach(() => server.stop());

async function linesOf(id: string, query = ''): Promise<ImportLine[]> {
  const lines: ImportLine[] = [];
  for (let after = ''; ; ) {
    const { items, next } = (
      await ask(manager, 'GET', `/imports/${id}/lines?${query}${after && `&after=${after}`}`)
    ).body;
    lines.push(...items);
    if (!next) return lines;
    after = next;
  }
}

async function apply(id: string, doubtful = false) {
  expect((await ask(manager, 'POST', `/imports/${id}/apply`, { doubtful })).status).toBe(202);
  return await settled(manager, id, 'saving');
}

describe('importing a library', () => {
  test('[LIB19] every line of a file is told what it would do, and a bad one costs no other', async () => {
    await add(manager, term('zigoto', { note: 'vieux' }));
    const file = [
      '\uFEFFTerme;Catégorie;Effet;Note;Langue;Sévérité',
      'pignouf;insulte;retenir;"une note',
      'sur deux lignes; avec ""guillemets""";français;stricte',
      'connard;insult;hold;;;',
      'zigoto;insult;;neuf;;',
      'bonjour;;;;;',
      'malotru;;n’importe quoi;;;',
      '"jamais fermé;;;;;',
      'a;;;;;',
      'PIGNOUF;;;;;',
      '',
      "'=1+1 gratuit;arnaque;rejeter;;;",
    ].join('\r\n');
    const read = await sendFile(manager, file, 'format=csv&category=divers');
    expect(read).toMatchObject({
      state: 'read',
      counts: { new: 2, changed: 1, same: 1, doubtful: 2, refused: 3 },
      version: null,
      problem: null,
    });
    const lines = await linesOf(read.id);
    expect(lines.map(({ line, outcome, text, code }) => [line, outcome, text, code])).toEqual([
      [2, 'new', 'pignouf', null],
      [4, 'same', 'connard', null],
      [5, 'changed', 'zigoto', null],
      [6, 'doubtful', 'bonjour', 'common-word'],
      [7, 'refused', 'malotru', 'unknown-column-value'],
      [8, 'refused', '"jamais fermé;;;;;', 'unreadable'],
      [9, 'refused', 'a', 'too-short'],
      [10, 'doubtful', 'pignouf', 'twice-in-list'],
      [12, 'new', '=1+1 gratuit', null],
    ]);
    expect(lines[4]?.column).toBe('Effet: n’importe quoi');
    expect((await linesOf(read.id, 'outcome=refused')).map(({ line }) => line)).toEqual([7, 8, 9]);
    expect(await all(manager)).toHaveLength(4);

    expect(await apply(read.id)).toMatchObject({ state: 'saved', version: 3 });
    const saved = await all(manager, 'sort=text');
    expect(saved.map(({ text }) => text)).toEqual([
      '=1+1 gratuit',
      'arnaque',
      'connard',
      'pignouf',
      'rival',
      'zigoto',
    ]);
    expect(saved.find(({ text }) => text === 'pignouf')).toMatchObject({
      category: 'insult',
      effect: 'hold',
      note: 'une note\nsur deux lignes; avec "guillemets"',
      language: 'fr',
      strictness: 'strict',
    });
    expect(saved.find(({ text }) => text === 'zigoto')).toMatchObject({ note: 'neuf', effect: null });
    const audit = await server.ctx.db
      .selectFrom('audit_log')
      .select('details')
      .where('act', '=', 'library.imported')
      .execute();
    expect(audit.map((row) => JSON.parse(row.details))).toEqual([{ added: 2, changed: 1, version: 3 }]);
  });

  test('[LIB20] doubtful lines are saved only when wanted, and an import once', async () => {
    const { id } = await sendFile(manager, 'bonjour\npignouf\nmerci.example\n');
    expect(await apply(id, true)).toMatchObject({ state: 'saved', version: 2 });
    expect((await all(manager, 'sort=text')).map(({ text, kind }) => `${kind} ${text}`)).toEqual([
      'term arnaque',
      'term bonjour',
      'term connard',
      'term merci.example',
      'term pignouf',
      'term rival',
    ]);
    expect((await ask(manager, 'POST', `/imports/${id}/apply`, { doubtful: true })).status).toBe(409);
  });

  test('[LIB21] a hundred thousand lines are read and saved while everybody else is answered, as one version', async () => {
    const lines = Array.from({ length: 100_000 }, (_, n) => `mot${n.toString(36)}x,insult,"note, ${n}"`);
    const file = `term,category,note\n${lines.join('\n')}\n`;
    const visitor = await server.person();
    const socket = await visitor.connect();
    const seen = { reading: 0, saving: 0, before: 0, partial: 0 };
    let polls = 0;
    // From many addresses: asked as fast as it answers, one would be asked to slow down.
    const poll = async (path: string) => {
      const headers = { 'x-forwarded-for': `198.51.100.${++polls % 250}` };
      return await (await manager.request('GET', `${LIBRARY}${path}`, undefined, headers)).json();
    };
    const answer = await fetch(`${manager.base}${LIBRARY}/imports?format=csv`, {
      method: 'POST',
      headers: { 'x-forwarded-for': manager.address, origin: manager.office, cookie: manager.cookie },
      body: file,
    });
    const { id } = (await answer.json()) as { id: string };
    for (;;) {
      const body = await poll(`/imports/${id}`);
      if (body.state !== 'reading') break;
      if (body.done > 0 && body.done < 100_000) seen.reading += 1;
    }
    await ask(manager, 'POST', `/imports/${id}/apply`, { doubtful: false });
    for (let n = 0; ; n++) {
      const body = await poll(`/imports/${id}`);
      if (body.state !== 'saving') break;
      if (body.done > 0) seen.saving += 1;
      if (n % 20 === 0) {
        const somebody = await (await server.person()).connect();
        const { state } = (await somebody.ask('Le motzzx arrive')).message;
        if (state === 'published') seen.before += 1;
        // Saved while it was being asked: then as a whole.
        else expect([state, (await ask(manager, 'GET', '')).body.version]).toEqual(['held', 2]);
      }
      const { total, version } =
        n % 20 === 10 ? (await ask(manager, 'GET', '')).body : { total: 3, version: 1 };
      if (version === 1 && total !== 3) seen.partial += 1;
    }
    expect(seen.reading).toBeGreaterThan(5);
    expect(seen.saving).toBeGreaterThan(5);
    expect(seen.before).toBeGreaterThan(0);
    expect(seen.partial).toBe(0);
    expect((await ask(manager, 'GET', '')).body).toMatchObject({ version: 2, total: 100_003 });
    expect((await socket.ask('Le motzzx arrive')).message.state).toBe('held');
  }, 120_000);

  test('[LIB22] what is exported as CSV or JSON is read back as the same, formulas harmless', async () => {
    await add(
      manager,
      term('=cmd|calc', { note: '@somme; "rare",\nsur deux lignes' }),
      term("'-apostrophe", { category: '+plus', effect: 'flag', strictness: 'literal' }),
      term('PD', { exactCase: true, exactAccents: true, language: 'fr' }),
      link('rival.example/page', { subdomains: false, listing: 'allowed' }),
    );
    for (const format of ['csv', 'json']) {
      const answer = await manager.get(`${LIBRARY}/export?format=${format}`);
      const file = new Uint8Array(await answer.arrayBuffer());
      if (format === 'csv') expect(new TextDecoder().decode(file)).not.toMatch(/(^|,)"?\s*[=+@-]/m);
      const read = await sendFile(manager, file, `format=${format}`);
      expect([format, read.counts]).toEqual([
        format,
        { new: 0, changed: 0, same: 7, doubtful: 0, refused: 0 },
      ]);
      await ask(manager, 'POST', '/versions/1/restore');
      const again = await sendFile(manager, file, `format=${format}`);
      expect(again.counts).toMatchObject({ new: 4, same: 3 });
      await apply(again.id);
    }
    expect(await all(manager, 'q=apostrophe')).toMatchObject([
      { text: "'-apostrophe", category: '+plus', effect: 'flag' },
    ]);
  });

  test('[LIB23] files of other spreadsheets are read too: Windows-1252, UTF-16, tabs, a bare list, JSON', async () => {
    const latin = new Uint8Array(
      [...'terme;note\nd\u00e9bile l\u00e9ger;\u00e9t\u00e9\n'].map((sign) => sign.charCodeAt(0)),
    );
    const utf16 = Buffer.from('\uFEFFtext\tlisting\nma phrase\tautorisé\n', 'utf16le');
    const textsIn = async (file: string | Uint8Array, query?: string) => {
      const { id } = await sendFile(manager, file, query);
      return (await linesOf(id)).map(({ text, outcome }) => `${outcome} ${text}`);
    };
    expect(await textsIn(latin)).toEqual(['new débile léger']);
    expect(await textsIn(new Uint8Array(utf16))).toEqual(['new ma phrase']);
    expect(await textsIn('gros malotru\r\n"sale ""type"""\rrival.com\n')).toEqual([
      'new gros malotru',
      'new sale "type"',
      'new rival.com',
    ]);
    expect(await textsIn('["un pignouf", {"text": "malotru"}, 3]', 'format=json')).toEqual([
      'new un pignouf',
      'new malotru',
      'refused 3',
    ]);
    const unknown = await sendFile(manager, 'colonne;autre\nx;y\n');
    expect(unknown).toMatchObject({ state: 'failed', problem: 'no-known-column' });
    expect(await sendFile(manager, '{"oops": 1', 'format=json')).toMatchObject({ state: 'failed' });
  });

  test('[LIB29] a line that would have stopped much of what was written lately is doubtful', async () => {
    const socket = await (await server.person()).connect();
    for (const text of ['Des crampons', 'Mes crampons tiennent', 'Un crampon perdu', 'Autre chose']) {
      expect((await socket.ask(text)).message.state).toBe('published');
    }
    const { id, counts } = await sendFile(manager, 'crampon*\nperdu\nzigoto\n');
    expect(counts).toMatchObject({ new: 2, doubtful: 1 });
    expect(await linesOf(id, 'outcome=doubtful')).toMatchObject([{ text: 'crampon*', code: 'common-word' }]);
    expect(await apply(id)).toMatchObject({ state: 'saved' });
    expect(await all(manager, 'q=crampon')).toEqual([]);
  });

  test('[LIB24] one import at a time, put aside when wanted, another site’s not there', async () => {
    const { id } = await sendFile(manager, 'pignouf\n');
    await sendFile(manager, 'malotru\n');
    expect((await ask(manager, 'GET', `/imports/${id}`)).status).toBe(404);
    const third = await sendFile(manager, 'zigoto\n');
    expect((await ask(manager, 'DELETE', `/imports/${third.id}`)).status).toBe(204);
    expect((await ask(manager, 'POST', `/imports/${third.id}/apply`, { doubtful: true })).status).toBe(404);
    expect(await all(manager)).toHaveLength(3);
  });
});
