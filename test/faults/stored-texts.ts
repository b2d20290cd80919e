import { readFileSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';

/** A search index is read in the tables that it is kept in. */
const TABLES = "select name from sqlite_master where type = 'table' and sql not like 'create virtual%'";

/** Every value of every table, as one text to search in; the database may be in use. */
export function storedTexts(file: string): string {
  const db = new BetterSqlite3(file, { readonly: true });
  try {
    const tables = db.prepare<[], string>(TABLES).pluck().all();
    return tables
      .map((name) => rowsOf(db.prepare<[], unknown[]>(`select * from "${name}"`).raw().all()))
      .join('\n');
  } finally {
    db.close();
  }
}

function rowsOf(rows: unknown[][]): string {
  return rows.map((row) => row.map(textOf).join('|')).join('\n');
}

const textOf = (value: unknown) => (Buffer.isBuffer(value) ? value.toString('latin1') : String(value));

/** The bytes of the file itself, with what the log still held: a deleted row may lie about in a free page. */
export function storedBytes(file: string): string {
  const db = new BetterSqlite3(file);
  try {
    // Else the pages that are newer would still be in the log, and older ones in the file.
    const [{ busy }] = db.pragma('wal_checkpoint(TRUNCATE)') as [{ busy: number }];
    if (busy) throw new Error('the log could not be written into the file');
  } finally {
    db.close();
  }
  return readFileSync(file, 'latin1');
}
