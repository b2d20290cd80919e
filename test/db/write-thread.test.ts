import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listBlocks } from '../../db/address-blocks.ts';
import { authorPast } from '../../db/author-past.ts';
import { findBan, insertBan } from '../../db/bans.ts';
import { type CommitMessage, commitMessage, rightsNow } from '../../db/commit-message.ts';
import { type Db, openSqlite } from '../../db/connect.ts';
import { findConversation, updateConversation } from '../../db/conversations.ts';
import { transaction } from '../../db/database.ts';
import { findMessage } from '../../db/messages.ts';
import { migrateToLatest } from '../../db/migrator.ts';
import { findPerson, updatePerson } from '../../db/people.ts';
import { replaceAddress } from '../../db/retention.ts';
import { findSite, updateSite } from '../../db/sites.ts';
import { writeThreadOf } from '../../db/sqlite/dialect.ts';
import { openWriter } from '../../db/sqlite/open.ts';
import { startWriteThread } from '../../db/sqlite/write-thread.ts';
import { AUTHOR, conversationRow, messageRow, personRow, siteRow } from './rows.ts';

let folder: string;
let db: Db;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'entraide-db-'));
  db = openSqlite(join(folder, 'entraide.db'), { silenceMs: 300 });
  await migrateToLatest(db);
  await transaction(db, async (tx) => {
    await tx.insertInto('site').values(siteRow({})).execute();
    await tx.insertInto('person').values(personRow({})).execute();
    await tx.insertInto('conversation').values(conversationRow({})).execute();
  });
});
afterEach(async () => {
  await db.destroy();
  rmSync(folder, { recursive: true });
});

function commitOf(
  message: Parameters<typeof messageRow>[0],
  changes: Partial<CommitMessage> = {},
): CommitMessage {
  const conversation = { id: 'conversation', state: 'open', isPublished: true } as const;
  const rest = { person: null, hits: [], audit: null };
  return { rights: rightsNow(db), conversation, message: messageRow(message), ...rest, ...changes };
}

const send = (message: Parameters<typeof messageRow>[0], changes: Partial<CommitMessage> = {}) =>
  commitMessage(db, commitOf(message, changes), AUTHOR);

const stored = async () =>
  (await db.selectFrom('message').select(['id', 'seq']).orderBy('seq').execute()).map(({ id }) => id);

describe('messages of one moment', () => {
  test('[STORE1] share one commit, get contiguous numbers, and are answered when it is on the disk', async () => {
    const before = writeThreadOf(db).figures;
    const ids = Array.from({ length: 100 }, (_, i) => `m${i}`);
    const answers = await Promise.all(ids.map((id) => send({ id, client_message_id: id })));
    const { commits, units } = writeThreadOf(db).figures;
    expect(units - before.units).toBe(100);
    expect(commits - before.commits).toBeLessThan(10);
    expect(answers).toMatchObject(ids.map((id, i) => ({ outcome: 'stored', message: { id, seq: i + 1 } })));
    const other = openWriter(join(folder, 'entraide.db'));
    expect(other.prepare('select count(*) as n from message').get()).toEqual({ n: 100 });
    other.close();
  });

  test('[STORE2] fail alone: one that cannot be stored takes nobody with it', async () => {
    const answers = await Promise.allSettled([
      send({ id: 'good', client_message_id: '1' }),
      send({ id: 'bad', client_message_id: '2', author_id: 'nobody' }),
      send({ id: 'fine', client_message_id: '3' }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await stored()).toEqual(['good', 'fine']);
  });

  test('[STORE3] one clientMessageId is stored once, and the second leaves no trace', async () => {
    const answers = await Promise.all([
      send({ id: 'first', client_message_id: 'same' }),
      send({ id: 'second', client_message_id: 'same' }),
      send({ id: 'third', client_message_id: 'other' }),
    ]);
    expect(answers.map(({ outcome }) => outcome)).toEqual(['stored', 'duplicate', 'stored']);
    expect((await findConversation(db, 'site', 'conversation'))?.last_seq).toBe(2);
    const question = { insert: conversationRow({ id: 'new', last_seq: 0 }) };
    const again = { conversation_id: 'new', client_message_id: 'same', id: 'fourth' };
    expect(await send(again, { conversation: question })).toEqual({ outcome: 'duplicate' });
    expect(await findConversation(db, 'site', 'new')).toBeUndefined();
  });

  test('[STORE24] find what a statement between them left, and it finds what they did', async () => {
    const before = writeThreadOf(db).figures.commits;
    const skip = 'update conversation set last_seq = last_seq + 10';
    const answers = await Promise.all([
      send({ id: 'one', client_message_id: '1' }),
      writeThreadOf(db).unit('statement', { sql: skip, parameters: [], writes: null }),
      send({ id: 'two', client_message_id: '2' }),
      send({ id: 'three', client_message_id: '3' }),
    ]);
    expect(answers.map((answer) => 'message' in answer && answer.message.seq)).toEqual([1, false, 12, 13]);
    expect(writeThreadOf(db).figures.commits).toBe(before + 1);
    const rows = await db.selectFrom('conversation').select('last_seq').execute();
    expect(rows).toEqual([{ last_seq: 13 }]);
  });

  test('[STORE25] leave their conversation as its last one does, a question they come with too', async () => {
    const question = { insert: conversationRow({ id: 'new', last_seq: 0, last_activity_at: 1 }) };
    await Promise.all([
      send({ id: 'q', client_message_id: 'q', conversation_id: 'new' }, { conversation: question }),
      send({ id: 'a', client_message_id: 'a', created_at: 7 }),
      send({ id: 'b', client_message_id: 'b', created_at: 8 }),
      send({ id: 'c', client_message_id: 'c', created_at: 9, state: 'held' }),
    ]);
    const rows = db.selectFrom('conversation').select(['id', 'last_seq', 'last_activity_at', 'messages']);
    expect(await rows.orderBy('id').execute()).toMatchObject([
      { id: 'conversation', last_seq: 2, last_activity_at: 8, messages: 3 },
      { id: 'new', last_seq: 1, messages: 1 },
    ]);
  });
});

test('[STORE13] two first messages of somebody at once are two messages of one person', async () => {
  const person = { insert: personRow({ id: 'new' }) };
  const first = { author_id: 'new', id: 'first', client_message_id: '1' };
  const second = { author_id: 'new', id: 'second', client_message_id: '2' };
  const answers = await Promise.all([send(first, { person }), send(second, { person })]);
  expect(answers.map(({ outcome }) => outcome)).toEqual(['stored', 'stored']);
  expect(await stored()).toEqual(['first', 'second']);
});

test('[STORE15] of two first messages under two names, the second name is the one, stored and remembered', async () => {
  await findPerson(db, 'site', 'new');
  const asked = ['Ana', 'Bea'].map((name) =>
    commitMessage(
      db,
      commitOf(
        { author_id: 'new', id: name, client_message_id: name },
        { person: { insert: personRow({ id: 'new', name }) } },
      ),
      { ...AUTHOR, author_name: name },
    ),
  );
  await Promise.all(asked);
  const rows = await db.selectFrom('person').select('name').where('id', '=', 'new').execute();
  expect(rows).toEqual([{ name: 'Bea' }]);
  expect((await findPerson(db, 'site', 'new'))?.name).toBe('Bea');
  expect((await findMessage(db, 'site', 'Ana'))?.author_name).toBe('Bea');
});

describe('what a message was decided by', () => {
  test('[STORE4] when rights changed meanwhile it is decided again, and nothing of it is stored', async () => {
    const decided = commitOf({ id: 'late' });
    await transaction(db, (tx) => insertBan(tx, banRow()));
    expect(await commitMessage(db, decided, AUTHOR)).toEqual({ outcome: 'stale' });
    expect(await stored()).toEqual([]);
    expect(await send({ id: 'again' })).toMatchObject({ outcome: 'stored', message: { seq: 1 } });
  });

  test('[STORE5] a conversation closed or hidden from the public meanwhile is decided on again', async () => {
    await transaction(db, (tx) => updateConversation(tx, 'conversation', { state: 'closed' }));
    expect(await send({ id: 'late' })).toEqual({ outcome: 'stale' });
    const closed = { id: 'conversation', state: 'closed', isPublished: false } as const;
    expect(await send({ id: 'late' }, { conversation: closed })).toEqual({ outcome: 'stale' });
    expect(await stored()).toEqual([]);
  });
});

describe('a transaction led from outside', () => {
  test('[STORE6] has the database to itself; reading goes on meanwhile and sees nothing of it', async () => {
    const order: string[] = [];
    let sent: Promise<unknown> = Promise.resolve();
    await transaction(db, async (tx) => {
      await updateSite(tx, 'site', { name: 'Changed' });
      sent = send({ id: 'waits' }).then(() => order.push('sent'));
      expect((await findSite(db, 'site'))?.name).toBe('Site');
      expect((await findSite(tx, 'site'))?.name).toBe('Changed');
      order.push('end');
    });
    await sent;
    expect(order).toEqual(['end', 'sent']);
  });

  test('[STORE20] is over once the database has taken it back, whatever its leader goes on with', async () => {
    const led = transaction(db, async (tx) => {
      await updateSite(tx, 'site', { name: 'Never' });
      const again = sql`insert or rollback into site select * from site`.execute(tx);
      await expect(again).rejects.toThrow('UNIQUE');
      await updateSite(tx, 'site', { name: 'Nor this' });
    });
    await expect(led).rejects.toThrow('taken back');
    expect((await findSite(db, 'site'))?.name).toBe('Site');
    expect(await send({ id: 'goes on' })).toMatchObject({ outcome: 'stored' });
  });

  test('[STORE7] is given up when its leader falls silent, and everybody else goes on', async () => {
    const sent = transaction(db, async (tx) => {
      await updateSite(tx, 'site', { name: 'Never' });
      const after = await send({ id: 'goes on' });
      expect(after.outcome).toBe('stored');
      await updateSite(tx, 'site', { name: 'Too late' });
    });
    await expect(sent).rejects.toThrow('given up');
    expect((await findSite(db, 'site'))?.name).toBe('Site');
  });
});

describe('rows that are remembered', () => {
  test('[STORE8] are forgotten with the commit that changes them, before anybody is told', async () => {
    await findSite(db, 'site');
    await findPerson(db, 'site', 'person');
    expect(await findBan(db, 'person', 0)).toBeUndefined();
    expect(await listBlocks(db, 'site', 0)).toEqual([]);
    await transaction(db, async (tx) => {
      await updateSite(tx, 'site', { mode: 'invite-only' });
      await updatePerson(tx, 'person', { role: 'moderator' });
      await insertBan(tx, banRow());
    });
    expect((await findSite(db, 'site'))?.mode).toBe('invite-only');
    expect((await findPerson(db, 'site', 'person'))?.role).toBe('moderator');
    expect(await findBan(db, 'person', 0)).toBeDefined();
  });

  test('[STORE9] follow what a message changes: its author’s name on it, its conversation’s position', async () => {
    await findPerson(db, 'site', 'person');
    await findConversation(db, 'site', 'conversation');
    await send({ id: 'one', client_message_id: '1' });
    expect((await findMessage(db, 'site', 'one'))?.author_name).toBe('Inès');
    const person = { update: { id: 'person', name: 'Nour', address: null, last_seen_at: 1 } };
    await commitMessage(db, commitOf({ id: 'two', client_message_id: '2' }, { person }), {
      ...AUTHOR,
      author_name: 'Nour',
    });
    expect((await findMessage(db, 'site', 'one'))?.author_name).toBe('Nour');
    expect((await findPerson(db, 'site', 'person'))?.name).toBe('Nour');
    expect((await findConversation(db, 'site', 'conversation'))?.last_seq).toBe(2);
  });

  test('[STORE14] and rights are left alone by the mark of who is changing a library', async () => {
    const [before, site] = [rightsNow(db), await findSite(db, 'site')];
    await transaction(db, (tx) => updateSite(tx, 'site', { library_saving_until: 5 }));
    expect([rightsNow(db), await findSite(db, 'site')]).toEqual([before, site]);
    await transaction(db, (tx) => updateSite(tx, 'site', { library_saving_until: 6, name: 'Other' }));
    expect([rightsNow(db), (await findSite(db, 'site'))?.name]).toEqual([before + 1, 'Other']);
  });

  test('[STORE16] count a message once that was read between its commit and the word of it', async () => {
    const wanted = { since: 0, messages: 10, published: 10 };
    const sent = send({ id: 'one' });
    await new Promise((resolve) => setImmediate(resolve));
    // The word of the commit cannot be heard as long as this turn lasts.
    const other = openWriter(join(folder, 'entraide.db'));
    const count = other.prepare('select 1 from message');
    while (!count.get());
    other.close();
    expect((await authorPast(db, 'person', wanted)).published).toBe(1);
    await sent;
    expect(await authorPast(db, 'person', wanted)).toMatchObject({ published: 1, recent: [{ id: 'one' }] });
  });

  test('[STORE17] change rights too where nobody can say what was changed', async () => {
    const before = rightsNow(db);
    expect(await findBan(db, 'person', 0)).toBeUndefined();
    await transaction(db, async (tx) => {
      await sql`insert into ban (id, site_id, person_id, reason, created_at)
        values ('ban', 'site', 'person', 'r', 0)`.execute(tx);
    });
    expect(rightsNow(db)).toBe(before + 1);
    expect(await findBan(db, 'person', 0)).toBeDefined();
  });

  test('[STORE18] are forgotten when addresses grow old, and rights are left alone by it', async () => {
    const before = rightsNow(db);
    await transaction(db, (tx) => updatePerson(tx, 'person', { address: '203.0.113.7' }));
    expect((await findPerson(db, 'site', 'person'))?.address).toBe('203.0.113.7');
    await transaction(db, (tx) => replaceAddress(tx, 'person', ['person'], '203.0.113.0/24', 1));
    expect((await findPerson(db, 'site', 'person'))?.address).toBe('203.0.113.0/24');
    expect(rightsNow(db)).toBe(before);
  });

  test('[STORE10] belong to their site alone', async () => {
    await send({ id: 'one' });
    expect(await findPerson(db, 'other', 'person')).toBeUndefined();
    expect(await findConversation(db, 'other', 'conversation')).toBeUndefined();
    expect(await findMessage(db, 'other', 'one')).toBeUndefined();
  });
});

test('[STORE11] another process that holds the file makes writing fail in time, and reading not at all', async () => {
  const other = openWriter(join(folder, 'entraide.db'));
  other.exec('BEGIN IMMEDIATE');
  await expect(send({ id: 'locked out' })).rejects.toMatchObject({ code: 'SQLITE_BUSY' });
  expect((await findSite(db, 'site'))?.name).toBe('Site');
  other.exec('ROLLBACK');
  other.close();
  expect(await send({ id: 'back' })).toMatchObject({ outcome: 'stored', message: { seq: 1 } });
});

test('[STORE19] the file is left in good order while another process holds it', async () => {
  const file = join(folder, 'held', 'entraide.db');
  const held = openSqlite(file);
  await migrateToLatest(held);
  const other = openWriter(file);
  other.exec('BEGIN IMMEDIATE');
  await held.destroy();
  other.exec('ROLLBACK');
  expect(other.pragma('integrity_check', { simple: true })).toBe('ok');
  other.close();
});

test('[STORE26] a database that was only asked to write is closed whole', async () => {
  const file = join(folder, 'entraide.db');
  const written = openSqlite(file);
  const insert = "insert into meta (key, value) values ('only', 'written')";
  await writeThreadOf(written).unit('statement', { sql: insert, parameters: [], writes: null });
  await db.destroy();
  await written.destroy();
  expect(existsSync(`${file}-wal`)).toBe(false);
  db = openSqlite(file);
  expect(await db.selectFrom('meta').select('value').where('key', '=', 'only').execute()).toEqual([
    { value: 'written' },
  ]);
});

test('[STORE22] what the thread said before it ended is heard, however late', async () => {
  const { thread, create } = startThread(join(folder, 'other.db'));
  await thread.unit('statement', create);
  const insert = { sql: 'insert into t values (1)', parameters: [], writes: 't' };
  // Whoever is answered keeps the others waiting, until the thread is long gone.
  const asked = Array.from({ length: 100 }, async () => {
    await thread.unit('statement', insert);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
  });
  const closed = thread.close();
  const ends = await Promise.allSettled([...asked, closed]);
  expect(ends.filter(({ status }) => status === 'rejected')).toEqual([]);
});

function startThread(file: string) {
  let lost = 0;
  const thread = startWriteThread({
    file,
    groupCommit: true,
    atEndOfTurn: setImmediate,
    silenceMs: 1000,
    onChanged: () => {},
    onLost: () => {
      lost += 1;
    },
  });
  const create = { sql: 'create table t (a)', parameters: [], writes: 't' };
  return { thread, create, losses: () => lost };
}

function banRow() {
  const row = { id: 'ban', site_id: 'site', person_id: 'person', reason: 'r', created_by: null };
  return { ...row, created_at: 0, expires_at: null, lifted_at: null };
}

test('[STORE12] when the thread dies, whoever waited is told so, and the next one is served', async () => {
  const file = join(folder, 'later', 'entraide.db');
  const { thread, create, losses } = startThread(file);
  await expect(thread.unit('statement', create)).rejects.toThrow('write thread');
  expect([losses(), thread.rights]).toEqual([1, 1]);
  mkdirSync(join(folder, 'later'));
  expect(await thread.unit('statement', create)).toMatchObject({ changes: 0 });
  await thread.close();
});
