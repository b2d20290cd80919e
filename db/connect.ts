import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely } from 'kysely';
import { keepMemory, RowMemory } from './memory.ts';
import type { Database } from './schema.ts';
import { keepWriteThread, sqliteDialect } from './sqlite/dialect.ts';
import { openWriter } from './sqlite/open.ts';
import { type EndOfTurn, startWriteThread, type WriteThread } from './sqlite/write-thread.ts';

export type Db = Kysely<Database>;

/**
 * Opens (and creates) the SQLite file: reading here, writing in a thread of its own that commits together
 * what arrives together; `atEndOfTurn` says when what came in one turn of the event loop does. `groupCommit: false` gives each its own commit; a transaction whose leader says
 * nothing for `silenceMs` is given up.
 * @throws when the folder cannot be written, or what is acknowledged would not be on the disk.
 */
export function openSqlite(
  file: string,
  { groupCommit = true, silenceMs = 15_000, atEndOfTurn = setImmediate as EndOfTurn } = {},
): Db {
  mkdirSync(dirname(file), { recursive: true });
  // It holds people's words and the secret that signs their tokens: nobody else on the machine reads it.
  closeSync(openSync(file, 'a', 0o600));
  // What cannot be opened is said here, not in another thread.
  openWriter(file).close();
  const memory = new RowMemory();
  const writer = startWriteThread({
    file,
    groupCommit,
    silenceMs,
    atEndOfTurn,
    onChanged: (tables) => memory.changed(tables),
    onLost: () => memory.changed(['*']),
  });
  const db = new SqliteDb(file, writer);
  keepWriteThread(db, writer);
  keepMemory(db, memory);
  return db;
}

/** Ends its write thread too where nothing was asked but of that: the query builder ends what it has begun. */
class SqliteDb extends Kysely<Database> {
  readonly #writer: WriteThread;

  constructor(file: string, writer: WriteThread) {
    super({ dialect: sqliteDialect(file, writer) });
    this.#writer = writer;
  }

  override async destroy(): Promise<void> {
    await super.destroy();
    await this.#writer.close();
  }
}
