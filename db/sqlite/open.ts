import BetterSqlite3 from 'better-sqlite3';

export type Connection = BetterSqlite3.Database;

/** How long the writer waits for another process that has the file; nobody but writers waits with it. */
const LOCKED_MS = 500;

/**
 * The connection that writes. What is acknowledged must be on the disk: `synchronous=FULL` is set and read
 * back, since WAL mode would otherwise run at NORMAL.
 * @throws when the file cannot be opened or the pragma did not take.
 */
export function openWriter(file: string): Connection {
  const connection = new BetterSqlite3(file, { timeout: LOCKED_MS });
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  if (connection.pragma('synchronous', { simple: true }) !== 2)
    throw new Error('synchronous=FULL was refused');
  return connection;
}

/** A connection that only reads: in WAL mode it never waits for the writer, nor the writer for it. */
export function openReader(file: string): Connection {
  return new BetterSqlite3(file, { readonly: true, timeout: 100 });
}
