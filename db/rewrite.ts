/**
 * What is erased must be gone from the file as well. SQLite overwrites a deleted row where it lies
 * (`secure_delete`), but not the copies that stayed in the unused middle of a page when its rows were moved
 * to another; only writing the whole file anew (`VACUUM`) leaves those behind. Since when there may be some
 * is kept in the file's `user_version`, in hours since 1970, so that a restart forgets nothing.
 */
import { sql } from 'kysely';
import type { Db } from './connect.ts';
import type { Reader, Tx } from './database.ts';
import { writeThreadOf } from './sqlite/dialect.ts';

const HOUR_MS = 60 * 60 * 1000;

/** In the transaction that erases. @param at in ms */
export async function noteErased(tx: Tx, at: number): Promise<void> {
  if ((await userVersion(tx)) !== 0) return;
  await sql`pragma user_version = ${sql.lit(Math.max(1, Math.floor(at / HOUR_MS)))}`.execute(tx);
}

/** Since when copies of what was erased may lie in the file, in ms; null where there are none. */
export async function erasedSince(db: Reader): Promise<number | null> {
  const hours = await userVersion(db);
  return hours === 0 ? null : hours * HOUR_MS;
}

/** In bytes, without the log that is written ahead. */
export async function fileSize(db: Reader): Promise<number> {
  const row = await sql<{ size: number }>`select page_count * page_size as size
    from pragma_page_count, pragma_page_size`.execute(db);
  return row.rows[0]!.size;
}

/**
 * Writes the file anew without what was erased: about seven seconds a gigabyte. Reading goes on; what is to
 * be written waits. @throws when somebody still reads what was; then it is to be done again
 */
export async function rewriteFile(db: Db): Promise<void> {
  await writeThreadOf(db).rewrite();
}

async function userVersion(db: Reader): Promise<number> {
  const { rows } = await sql<{ user_version: number }>`pragma user_version`.execute(db);
  return rows[0]!.user_version;
}
