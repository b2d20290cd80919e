import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import type { Database } from './schema.ts';

export type Db = Kysely<Database>;

/**
 * Opens (and creates) the SQLite file, or a private database for `:memory:`. What is acknowledged must be
 * on the disk: `synchronous=FULL` is set and read back, since WAL mode would otherwise run at NORMAL.
 * @throws when the folder cannot be written or the pragma did not take.
 */
export function openSqlite(file: string): Db {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const connection = new BetterSqlite3(file, { timeout: 100 });
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  if (connection.pragma('synchronous', { simple: true }) !== 2)
    throw new Error('synchronous=FULL was refused');
  return new Kysely<Database>({ dialect: new SqliteDialect({ database: connection }) });
}
