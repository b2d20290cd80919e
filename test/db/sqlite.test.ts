import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openSqlite } from '../../db/connect.ts';
import { transaction } from '../../db/database.ts';
import { databaseContract } from './contract.ts';

databaseContract('SQLite', async () =>
  openSqlite(join(mkdtempSync(join(tmpdir(), 'entraide-db-')), 'entraide.db')),
);

test('[DB12] the file and what stands beside it can be read by its owner alone', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'entraide-db-'));
  const db = openSqlite(join(folder, 'entraide.db'));
  await transaction(db, (tx) => sql`create table t (a)`.execute(tx));
  const modes = readdirSync(folder).map((name) => statSync(join(folder, name)).mode & 0o777);
  expect(modes).toEqual([0o600, 0o600, 0o600]);
  await db.destroy();
  rmSync(folder, { recursive: true });
});

test('[DB9] the file is opened so that what is acknowledged is on the disk', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'entraide-db-'));
  const db = openSqlite(join(folder, 'new', 'entraide.db'));
  const synchronous = await transaction(db, (tx) =>
    sql<{ synchronous: number }>`pragma synchronous`.execute(tx),
  );
  const journal = await sql<{ journal_mode: string }>`pragma journal_mode`.execute(db);
  expect(synchronous.rows[0]?.synchronous).toBe(2);
  expect(journal.rows[0]?.journal_mode).toBe('wal');
  await db.destroy();
  rmSync(folder, { recursive: true });
});
