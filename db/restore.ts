import BetterSqlite3 from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { holdMailing } from './invitation-batches.ts';
import { renewEpoch } from './meta.ts';
import { migrateToLatest } from './migrator.ts';
import { settleEveryNotice } from './notice-queue.ts';
import type { Database } from './schema.ts';

/**
 * Makes a copy of a database into one to go on with: of this version, and of a life of its own.
 * It is not in WAL mode and stays so: the file is all there is of it.
 */
export async function beginAnotherLife(file: string): Promise<void> {
  const connection = new BetterSqlite3(file, { fileMustExist: true });
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  const db = new Kysely<Database>({ dialect: new SqliteDialect({ database: connection }) });
  try {
    await migrateToLatest(db);
    await renewEpoch(db);
    await holdMailing(db, Date.now());
    await settleEveryNotice(db, Date.now());
  } finally {
    await db.destroy();
  }
}

/** Puts what its log still holds into the file itself. @returns false when the log stays, as in a damaged one */
export function foldLog(file: string): boolean {
  const connection = new BetterSqlite3(file, { fileMustExist: true });
  try {
    const [result] = connection.pragma('wal_checkpoint(TRUNCATE)') as [{ busy: number }];
    return result.busy === 0;
  } catch (error) {
    if (/^SQLITE_(CORRUPT|NOTADB|IOERR)/.test((error as { code?: string }).code ?? '')) return false;
    throw error;
  } finally {
    connection.close();
  }
}
