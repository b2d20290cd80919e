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
  // What a statement may have to take back is kept in memory: as a file it cost a write for each page it touched.
  connection.pragma('temp_store = MEMORY');
  // What is erased is gone from the file's free pages too.
  connection.pragma('secure_delete = ON');
  // KiB: what a busy hour touches, so that a commit writes and does not read.
  connection.pragma('cache_size = -65536');
  // Pages between two checkpoints: 16 MiB, so that a page that many messages touch is copied once.
  connection.pragma('wal_autocheckpoint = 4096');
  if (connection.pragma('synchronous', { simple: true }) !== 2)
    throw new Error('synchronous=FULL was refused');
  return connection;
}

/** A connection that only reads: in WAL mode it never waits for the writer, nor the writer for it. */
export function openReader(file: string): Connection {
  const connection = new BetterSqlite3(file, { readonly: true, timeout: 100 });
  connection.pragma('cache_size = -65536');
  connection.pragma('mmap_size = 1073741824');
  return connection;
}
