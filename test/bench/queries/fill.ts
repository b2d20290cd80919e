/** Fills a database file with a large community, the same every time. Fast, and safe against nothing. */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { openSqlite } from '../../../db/connect.ts';
import { COUNT_EVERYTHING } from '../../../db/migrations/004-triggers.ts';
import { firstAnswers } from '../../../db/migrations/011-exchanges.ts';
import { migrateToLatest } from '../../../db/migrator.ts';
import { indexMessages } from '../../../db/search-index.ts';
import { insertCommunity } from './insert-community.ts';
import { planCommunity } from './plan.ts';

/**
 * Makes `file` hold `messages` messages, unless it exists.
 * @returns how long it took in milliseconds; null when it was there.
 */
export async function fillDatabase(file: string, messages: number): Promise<number | null> {
  if (existsSync(file)) return null;
  const began = performance.now();
  mkdirSync(dirname(file), { recursive: true });
  const unfinished = `${file}.unfinished`;
  for (const end of ['', '-wal', '-shm']) rmSync(unfinished + end, { force: true });
  const empty = openSqlite(unfinished);
  await migrateToLatest(empty);
  await empty.destroy();
  fill(unfinished, messages);
  await index(unfinished);
  renameSync(unfinished, file);
  return performance.now() - began;
}

/** By the function the server itself uses. */
async function index(file: string): Promise<void> {
  const db = openSqlite(file);
  while ((await indexMessages(db, 250)) > 0);
  await db.destroy();
}

type Made = { type: string; name: string; sql: string };

/** Indexes are made once everything is there, and triggers put back: row by row they would take minutes. */
function fill(file: string, messages: number): void {
  const db = new BetterSqlite3(file);
  for (const setting of [
    'synchronous = OFF',
    'journal_mode = OFF',
    'foreign_keys = OFF',
    'cache_size = -400000',
  ])
    db.pragma(setting);
  const tables =
    "('message', 'conversation', 'conversation_event', 'person', 'report', 'alert', 'audit_log')";
  const later = db
    .prepare(
      `select type, name, sql from sqlite_master
       where sql is not null and (type = 'trigger' or (type = 'index' and tbl_name in ${tables}))`,
    )
    .all() as Made[];
  for (const { type, name } of later) db.exec(`drop ${type} ${name}`);
  db.exec('begin');
  insertCommunity(db, planCommunity(messages));
  for (const { type, sql } of later) if (type === 'index') db.exec(sql);
  for (const count of [...COUNT_EVERYTHING, firstAnswers('1')]) db.exec(count);
  for (const { type, sql } of later) if (type === 'trigger') db.exec(sql);
  db.exec('commit');
  db.pragma('journal_mode = WAL');
  db.close();
}
