import { readFileSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';

/** Every value of every table, as one text to search in; the database may be in use. */
export async function storedTexts(file: string): Promise<string> {
  const db = new BetterSqlite3(file, { readonly: true });
  try {
    const tables = db
      .prepare("select name from sqlite_master where type = 'table'")
      .pluck()
      .all() as string[];
    return tables.map((name) => JSON.stringify(db.prepare(`select * from "${name}"`).all())).join('\n');
  } finally {
    db.close();
  }
}

/** The bytes of the file itself, with what the log still held: a deleted row may lie about in a free page. */
export function storedBytes(file: string): string {
  const db = new BetterSqlite3(file);
  try {
    db.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    db.close();
  }
  return readFileSync(file, 'latin1');
}
