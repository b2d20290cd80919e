import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { transaction } from '../../db/database.ts';
import { findEntriesByText } from '../../db/library.ts';
import { beginChange, findHold, writeEntries } from '../../db/library-changes.ts';
import { findSite } from '../../db/sites.ts';
import { heldByError } from '../../moderation/index.ts';
import { completeEntry, newRow } from '../../server/library/entry-values.ts';
import { takeBackCutShort } from '../../server/library/hold-library.ts';
import { saveLibrary } from '../../server/library/save-library.ts';
import { tryText } from '../../server/library/try-text.ts';
import { PAGE, type Person, startTestServer, type TestServer } from './harness.ts';
import { add, all, ask, LIBRARY, link, sendFile, settled, term } from './library-office.ts';

let server: TestServer;
let manager: Person;
beforeEach(async () => {
  server = await startTestServer();
  manager = await server.person('manager');
});
afterEach(() => server.stop());

const office = '/api/back-office/demo';
const textsOf = (items: { text: string }[]) => items.map(({ text }) => text).sort();

/** Runs `act` at the worst moment: when the next change of the library is to be written. */
function beforeNextChange(act: () => Promise<unknown>): void {
  const { db } = server.ctx;
  const begin = db.transaction;
  db.transaction = () => {
    db.transaction = begin;
    const builder = db.transaction();
    const execute = builder.execute.bind(builder);
    builder.execute = async <T>(work: Parameters<typeof execute<T>>[0]): Promise<T> => {
      await act();
      return await execute(work);
    };
    return builder;
  };
}

async function heldBy(text: string) {
  const socket = await (await server.person()).connect();
  const { message } = await socket.ask(text);
  expect(message.state).toBe('held');
  return message.id;
}

describe('two managers at once', () => {
  test('[REV20] rules changed at once by two managers are both kept', async () => {
    beforeNextChange(() => ask(manager, 'PATCH', '/rules', { pace: false }));
    expect((await ask(manager, 'PATCH', '/rules', { shouting: false })).body).toMatchObject({
      pace: false,
      shouting: false,
    });
    expect((await ask(manager, 'GET', '/rules')).body).toMatchObject({ pace: false, shouting: false });
  });

  test('[REV21] a fix neither brings a removed entry back nor loses what was changed meanwhile', async () => {
    const { added } = await add(manager, term('*zigot*'), term('*pignouf*'));
    const messages = [await heldBy('Quelle zigoterie'), await heldBy('Quelle pignouferie')];
    const fix = async (n: number) =>
      await manager.post(`${office}/messages/${messages[n]}/library-fix`, {
        fix: { kind: 'whole-word', entryId: added[n].id },
        preview: false,
      });
    beforeNextChange(() => ask(manager, 'POST', '/entries/remove', { ids: [added[0].id] }));
    expect((await fix(0)).status).toBe(409);
    expect(await all(manager, 'q=zigot')).toEqual([]);
    const change = { category: 'other' };
    beforeNextChange(() => ask(manager, 'PATCH', '/entries', { ids: [added[1].id], change }));
    expect((await fix(1)).status).toBe(409);
    expect(await all(manager, 'q=pignouf')).toMatchObject([{ text: '*pignouf*', category: 'other' }]);
  });

  test('[REV22] a version brought back says what it said, whatever was changed meanwhile', async () => {
    await add(manager, term('zigoto'));
    beforeNextChange(() => add(manager, term('pignouf')));
    const { status } = await ask(manager, 'POST', '/versions/1/restore');
    expect(status).toBe(409);
    expect((await ask(manager, 'POST', '/versions/1/restore')).status).toBe(200);
    expect(textsOf(await all(manager))).toEqual(['arnaque', 'connard', 'rival']);
  });

  test('[REV23] what would make a text stand twice is refused in words', async () => {
    const { added } = await add(manager, term('*zigot*'));
    const message = await heldBy('Quelle zigoterie');
    const fix = { kind: 'whole-word', entryId: added[0].id };
    const done = await manager.post(`${office}/messages/${message}/library-fix`, { fix, preview: false });
    const { undo } = (await done.json()) as { undo: string };
    await add(manager, term('*zigot*'));
    const undone = await manager.post(`${office}/undo`, { id: undo });
    expect([undone.status, ((await undone.json()) as { error: { code: string } }).error.code]).toEqual([
      409,
      'conflict',
    ]);
    expect(textsOf(await all(manager, 'q=zigot'))).toEqual(['*zigot*', 'zigot']);
  });
});

describe('an entry that is changed', () => {
  test('[REV24] an entry cannot become by a change what could not be added', async () => {
    const { added } = await add(manager, link('shop.test', { listing: 'allowed' }));
    const change = { listing: 'forbidden' };
    const answer = await ask(manager, 'PATCH', '/entries', { ids: [added[0].id], change });
    expect([answer.status, answer.body.error?.code]).toEqual([422, 'own-domain']);
  });

  test('[REV25] a changed entry is stored as one that is added: capitals only where they count, once', async () => {
    const { added } = await add(manager, term('PD', { exactCase: true }), term('pd'));
    const change = { exactCase: false };
    const answer = await ask(manager, 'PATCH', '/entries', { ids: [added[0].id], change });
    expect([answer.status, answer.body.error?.code]).toEqual([409, 'conflict']);
    await ask(manager, 'POST', '/entries/remove', { ids: [added[1].id] });
    expect((await ask(manager, 'PATCH', '/entries', { ids: [added[0].id], change })).status).toBe(200);
    expect(await all(manager, 'q=pd')).toMatchObject([{ text: 'pd', exactCase: false }]);
  });

  test('[REV26] what can be added is exported and read back as the same', async () => {
    await add(
      manager,
      term('skit', { language: 'sv' }),
      term('malotru', { note: '  blancs \r\n autour ' }),
      term('pignouf', { note: '' }),
      term('zigoto', { note: Array.from({ length: 60 }, (_, n) => `ligne ${n}`).join('\n') }),
    );
    const answer = await manager.get(`${LIBRARY}/export?format=csv`);
    const read = await sendFile(manager, new Uint8Array(await answer.arrayBuffer()));
    expect(read.counts).toEqual({ new: 0, changed: 0, same: 7, doubtful: 0, refused: 0 });
  });
});

describe('a draft that is tried', () => {
  test('[REV33] of many drafts tried at once only the last is prepared', async () => {
    const site = await findSite(server.ctx.db, 'demo');
    const tries = Array.from({ length: 8 }, (_, n) =>
      tryText(server.ctx, site!, {
        text: 'Un mot7x ici',
        role: 'visitor',
        draft: { add: [term(`mot${n}x`)], change: [], remove: [] },
      }),
    );
    const answers = await Promise.allSettled(tries);
    expect(answers.slice(0, 7).map(({ status }) => status)).toEqual(Array(7).fill('rejected'));
    expect(answers[0]).toMatchObject({ reason: { status: 409 } });
    expect(answers[7]).toMatchObject({ value: { verdict: 'hold', version: 1 } });
  });
});

describe('a backtest', () => {
  test('[REV32] a backtest compares with the library as it was when it began, whatever becomes of it meanwhile', async () => {
    const socket = await (await server.person()).connect();
    await socket.ask('Un zigoto passe');
    const sound = server.ctx.filterOf;
    // What is in force is given back when it is changed: from then on it answers nothing but failures.
    server.ctx.filterOf = async (siteId) => ({ ...(await sound(siteId)), judge: async () => heldByError() });
    const draft = { add: [term('pignouf')], change: [], remove: [] };
    const { id } = (await ask(manager, 'POST', '/backtests', { draft, days: 30 })).body;
    let view = { state: 'running', freed: -1 };
    while (view.state === 'running') view = (await ask(manager, 'GET', `/backtests/${id}`)).body;
    expect(view).toMatchObject({ state: 'done', read: 1, freed: 0 });
  });
});

describe('a large change', () => {
  test('[REV28] a large change that fails half-way is taken back at once, and keeps nobody out', async () => {
    const { added } = await add(manager, term('zigoto'));
    let slices = 0;
    const saving = saveLibrary(server.ctx, {
      siteId: 'demo',
      actorId: null,
      items: Array.from({ length: 1000 }, (_, n) => n),
      async decide(_, __, numbers) {
        slices += 1;
        if (slices === 3) throw new Error('no more room');
        return numbers.map((n) => ({
          before: null,
          after: { ...newRow(completeEntry(term(`mot${n}x`)), by), id: `n${n}` },
        }));
      },
      audit: () => ({ act: 'x', targetKind: 'library', targetId: null, reason: null, details: {} }),
    });
    await expect(saving).rejects.toThrow('no more room');
    expect(
      await server.ctx.db.selectFrom('library_entry').select('id').where('since_version', '>', 2).execute(),
    ).toEqual([]);
    expect((await ask(manager, 'POST', '/entries/remove', { ids: [added[0].id] })).status).toBe(200);
  });
});

test('[REV29] what a large change left behind is taken back in turns, when it failed or was cut short', async () => {
  const { ctx } = server;
  const rows = Array.from({ length: 3000 }, (_, n) => ({
    before: null,
    after: { ...newRow(completeEntry(term(`mot${n}x`)), by), id: `n${n}` },
  }));
  await transaction(ctx.db, async (tx) => {
    await beginChange(tx, 'demo', { now: 0, until: 1 });
    const [connard] = await findEntriesByText(tx, 'demo', 1, ['connard']);
    await writeEntries(tx, 'demo', 2, [{ before: connard!, after: null }]);
    rows[2999]!.after.text = 'connard';
    for (let at = 0; at < rows.length; at += 300) await writeEntries(tx, 'demo', 2, rows.slice(at, at + 300));
  });
  let [turns, isOver] = [0, false];
  const count = () => {
    turns += 1;
    if (!isOver) setImmediate(count);
  };
  setImmediate(count);
  await takeBackCutShort(ctx, 'demo');
  isOver = true;
  expect(turns).toBeGreaterThanOrEqual(5);
  expect(await findHold(ctx.db, 'demo')).toEqual({ inForce: 1, until: null });
  const left = await ctx.db.selectFrom('library_entry').select('id').execute();
  expect(left).toHaveLength(3);
  expect(textsOf(await all(manager))).toEqual(['arnaque', 'connard', 'rival']);
});

const by = { id: '', siteId: 'demo', vocabulary: null, actorId: null, at: 0 };

describe('what is counted', () => {
  test('[REV34] a message that is sent twice at once is counted once', async () => {
    const person = await server.person();
    await (await person.connect()).ask('Une question');
    const body = { site: 'demo', conversationId: null, text: 'Un connard', name: null, page: PAGE };
    const twice = { ...body, clientMessageId: crypto.randomUUID() };
    const sent = await Promise.all([1, 2, 3].map(() => person.post('/api/widget/messages', twice)));
    expect(new Set(sent.map(({ status }) => status)).size).toBe(1);
    expect(await all(manager, 'q=connard')).toMatchObject([{ hits: 1 }]);
  });
});

describe('an import', () => {
  test('[REV27] an import that was saved keeps nothing of its file in memory', async () => {
    const { id } = await sendFile(manager, 'malotru\n');
    await ask(manager, 'POST', `/imports/${id}/apply`, { doubtful: false });
    expect(await settled(manager, id, 'saving')).toMatchObject({ state: 'saved' });
    expect(server.ctx.libraryWork.imports.get(id)?.lines).toEqual([]);
  });
});
