import BetterSqlite3 from 'better-sqlite3';
import { SCHEMA_VERSIONS } from './migrator.ts';

/** A database file found whole: its schema's version and the rows of each table. */
export type Whole = { version: string; rows: Record<string, number> };

/** What is wrong with a database file, in one line. */
export class NotWhole extends Error {}

/**
 * Reads all of a database file: SQLite's integrity check, foreign keys, and a schema this program knows.
 * @throws NotWhole
 */
export function verifyDatabase(file: string): Whole {
  const connection = openToRead(file);
  try {
    const faults = connection.pragma('integrity_check(1)', { simple: true });
    if (faults !== 'ok') throw new NotWhole(`${file} is damaged: ${faults}`);
    const orphans = connection.pragma('foreign_key_check') as { table: string }[];
    if (orphans.length > 0)
      throw new NotWhole(
        `${file}: ${orphans.length} rows of ${orphans[0]!.table} refer to rows that are not there.`,
      );
    return { version: versionOf(connection, file), rows: countRows(connection) };
  } catch (error) {
    throw inOneLine(file, error);
  } finally {
    connection.close();
  }
}

/** A connection that cannot write. @throws NotWhole when there is no such file */
export function openToRead(file: string): BetterSqlite3.Database {
  try {
    return new BetterSqlite3(file, { readonly: true, fileMustExist: true });
  } catch (error) {
    throw inOneLine(file, error);
  }
}

function versionOf(connection: BetterSqlite3.Database, file: string): string {
  const ours = connection.prepare(`select 1 from sqlite_schema where name = 'kysely_migration'`).get();
  if (!ours) throw new NotWhole(`${file} is not a database of Entraide.`);
  const names = connection
    .prepare('select name from kysely_migration order by name')
    .pluck()
    .all() as string[];
  const newest = names.at(-1);
  if (newest === undefined) throw new NotWhole(`${file} has no version.`);
  if (!SCHEMA_VERSIONS.includes(newest))
    throw new NotWhole(`${file} is of a newer Entraide (${newest}). Update first.`);
  return newest;
}

/** The rows of every table; an index of texts has none of its own. */
export function countRows(connection: BetterSqlite3.Database): Record<string, number> {
  const tables = connection
    .prepare(
      `select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'
       and sql not like 'create virtual%' order by name`,
    )
    .pluck()
    .all() as string[];
  const count = (table: string) =>
    connection.prepare(`select count(*) from "${table}"`).pluck().get() as number;
  return Object.fromEntries(tables.map((table) => [table, count(table)]));
}

const LINES: Record<string, (file: string) => string> = {
  SQLITE_CANTOPEN: (file) => `${file} cannot be opened. Is it there, and may it be read?`,
  SQLITE_NOTADB: (file) => `${file} is not a database.`,
  SQLITE_CORRUPT: (file) => `${file} is damaged.`,
};

function inOneLine(file: string, error: unknown): unknown {
  const line = LINES[(error as { code?: string }).code ?? ''];
  return line ? new NotWhole(line(file)) : error;
}
