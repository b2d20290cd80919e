/** What every database must do, as one suite: give it a way to open an empty one. */

import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addAuditEntry, listAuditLog } from '../../db/audit-log.ts';
import type { Db } from '../../db/connect.ts';
import { insertConversation } from '../../db/conversations.ts';
import { transaction } from '../../db/database.ts';
import { appendEvent } from '../../db/event-log.ts';
import { listEventsWithMessages } from '../../db/events-with-messages.ts';
import { insertMessage } from '../../db/insert-message.ts';
import { listEntriesAt } from '../../db/library.ts';
import {
  abandonChange,
  beginChange,
  type EntryChange,
  prolongChange,
  writeEntries,
} from '../../db/library-changes.ts';
import { moveMessage } from '../../db/messages.ts';
import { migrateDown, migrateToLatest } from '../../db/migrator.ts';
import { insertPerson } from '../../db/people.ts';
import { insertReport } from '../../db/reports.ts';
import type { LibraryEntryRow } from '../../db/schema-library.ts';
import { insertSite } from '../../db/sites.ts';
import { conversationRow, messageRow, personRow, siteRow } from './rows.ts';

export function databaseContract(name: string, open: () => Promise<Db>): void {
  let db: Db;
  beforeEach(async () => {
    db = await open();
    await migrateToLatest(db);
  });
  afterEach(() => db.destroy());

  describe(name, () => {
    test('[DB1] migrations up, down and up again give the same schema', async () => {
      const before = await schemaOf(db);
      await migrateDown(db);
      expect((await db.introspection.getTables()).map((table) => table.name)).toEqual([]);
      await migrateToLatest(db);
      expect(await schemaOf(db)).toEqual(before);
      expect(before.length).toBeGreaterThan(15);
    });

    test('[DB2] what fails leaves nothing behind and tells nobody', async () => {
      const told: string[] = [];
      const failing = transaction(db, async (tx) => {
        tx.onCommit(() => told.push('after'));
        await insertSite(tx, site());
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');
      expect(await db.selectFrom('site').selectAll().execute()).toEqual([]);
      expect(told).toEqual([]);
    });

    test('[DB3] what is told is told after the commit, in order', async () => {
      const told: string[] = [];
      await transaction(db, async (tx) => {
        tx.onCommit(() => told.push('first'));
        await insertSite(tx, site());
        tx.onCommit(() => told.push('second'));
        expect(told).toEqual([]);
      });
      expect(told).toEqual(['first', 'second']);
    });

    test('[DB4] public numbers are contiguous from 1, whoever writes at once', async () => {
      await community(db);
      const append = () =>
        transaction(db, (tx) =>
          appendEvent(tx, { conversationId: 'c', kind: 'message', messageId: null, at: 1 }),
        );
      const seqs = await Promise.all(Array.from({ length: 30 }, append));
      expect(seqs.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
      const events = await listEventsWithMessages(db, 'c', 20, 5);
      expect(events.map((event) => event.seq)).toEqual([21, 22, 23, 24, 25]);
    });

    test('[DB5] one author, one clientMessageId, one message', async () => {
      await community(db);
      await transaction(db, (tx) => insertMessage(tx, message('m1')));
      await expect(transaction(db, (tx) => insertMessage(tx, message('m2')))).rejects.toThrow();
      expect(await db.selectFrom('message').select('id').execute()).toEqual([{ id: 'm1' }]);
    });

    test('[DB6] of two moves from one state only one is made', async () => {
      await community(db);
      await transaction(db, (tx) => insertMessage(tx, message('m1')));
      const moves = await Promise.all(
        ['published', 'rejected'].map((to) =>
          transaction(db, (tx) => moveMessage(tx, 'm1', 'held', to as 'published', {})),
        ),
      );
      expect(moves.toSorted()).toEqual([false, true]);
    });

    test('[DB7] one report per person and message', async () => {
      await community(db);
      await transaction(db, (tx) => insertMessage(tx, message('m1')));
      const report = (id: string) => ({
        id,
        site_id: 's',
        message_id: 'm1',
        person_id: 'p',
        network: 'n',
        reason: 'spam',
        created_at: 1,
        weight: 100,
        standing: 1 as const,
      });
      expect(await transaction(db, (tx) => insertReport(tx, report('r1')))).toBe(true);
      expect(await transaction(db, (tx) => insertReport(tx, report('r2')))).toBe(false);
    });

    test('[DB8] the audit log keeps the order of the acts', async () => {
      await community(db);
      for (const act of ['one', 'two', 'three']) {
        const entry = { siteId: 's', actorId: null, targetKind: 'site', targetId: 's', reason: null, at: 1 };
        await transaction(db, (tx) => addAuditEntry(tx, { ...entry, act }));
      }
      const acts = (await listAuditLog(db, 's', { act: null, before: null, limit: 10 })).map(
        (entry) => entry.act,
      );
      expect(acts).toEqual(['three', 'two', 'one']);
    });
    test('[DB10] a version of a library reads the same, whatever is written after it', async () => {
      await community(db);
      const change = (version: number, changes: EntryChange[]) =>
        transaction(db, (tx) => writeEntries(tx, 's', version, changes));
      await change(2, [
        { before: null, after: entry('a') },
        { before: null, after: entry('b') },
      ]);
      const textsAt = async (version: number) =>
        (await listEntriesAt(db, 's', version, { after: '', limit: 10 })).map((row) => row.text);
      const [a, b] = await listEntriesAt(db, 's', 2, { after: '', limit: 10 });
      await change(3, [
        { before: a!, after: { ...a!, text: 'changed' } },
        { before: b!, after: null },
      ]);
      expect([await textsAt(1), await textsAt(2), await textsAt(3)]).toEqual([[], ['a', 'b'], ['changed']]);
      await transaction(db, (tx) => abandonChange(tx, 's', 2));
      expect(await textsAt(3)).toEqual(['a', 'b']);
      await expect(change(3, [{ before: null, after: { ...entry('c'), text: 'a' } }])).rejects.toThrow();
    });

    test('[DB11] one change of a library at a time, and what was cut short is discarded by the next', async () => {
      await community(db);
      const begin = (now: number, until: number | null) =>
        transaction(db, (tx) => beginChange(tx, 's', { now, until }));
      expect(await begin(0, 100)).toBe(1);
      await transaction(db, (tx) => writeEntries(tx, 's', 2, [{ before: null, after: entry('a') }]));
      expect(await begin(50, null)).toBeNull();
      expect(await transaction(db, (tx) => prolongChange(tx, 's', 99, 200))).toBe(false);
      expect(await transaction(db, (tx) => prolongChange(tx, 's', 100, 200))).toBe(true);
      expect(await begin(150, null)).toBeNull();
      expect(await begin(201, null)).toBe(1);
      expect(await listEntriesAt(db, 's', 2, { after: '', limit: 10 })).toEqual([]);
    });
  });
}

const entry = (id: string): LibraryEntryRow => ({
  id,
  site_id: 's',
  since_version: 0,
  until_version: null,
  kind: 'term',
  listing: 'forbidden',
  text: id,
  category: 'insult',
  effect: null,
  note: null,
  strictness: 'normal',
  exact_case: 0,
  exact_accents: 0,
  language: null,
  subdomains: 1,
  vocabulary: null,
  added_by: null,
  added_at: 0,
  changed_by: null,
  changed_at: null,
  touched_at: 0,
  hits: 0,
  last_hit_at: null,
  overturned: 0,
});

async function schemaOf(db: Db) {
  const tables = await db.introspection.getTables();
  const indexes = await sql<{
    name: string;
  }>`select name from sqlite_master where type = 'index' order by name`.execute(db);
  return [...tables.map((table) => ({ name: table.name, columns: table.columns })), ...indexes.rows];
}

async function community(db: Db): Promise<void> {
  await transaction(db, async (tx) => {
    await insertSite(tx, site());
    await insertPerson(tx, personRow({ id: 'p', site_id: 's' }));
    await insertConversation(tx, conversationRow({ id: 'c', site_id: 's', author_id: 'p' }));
  });
}

const site = () => siteRow({ id: 's' });

const message = (id: string) =>
  messageRow({
    id,
    site_id: 's',
    conversation_id: 'c',
    author_id: 'p',
    client_message_id: 'same',
    state: 'held',
    published_at: null,
  });
