import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';

/** What a process says of itself to whoever is refused. `since` is epoch ms. */
export type Holder = { pid: number; since: number; command: string };

export type Lock = { release(): void };

/** Another process uses this database. `holder` is null where it could not be read. */
export class DatabaseInUse extends Error {
  readonly holder: Holder | null;

  constructor(file: string, holder: Holder | null) {
    const who = holder
      ? `process ${holder.pid} (entraide ${holder.command}, since ${new Date(holder.since).toISOString()})`
      : 'another process';
    super(`The database ${file} is used by ${who}. Stop it first, or choose another folder: ENTRAIDE_DATA.`);
    this.holder = holder;
  }
}

/** What is held lasts as long as the process, even where nobody keeps hold of what `takeLock` gave. */
const held = new Set<BetterSqlite3.Database>();

/** Two that ask in the same instant may both see the other: one of them is let through within this time. */
const TOGETHER_MS = 250;

/**
 * Keeps every other process off this database until released. The lock is SQLite's own exclusive lock on an
 * empty database beside the file: the system takes it away with the process however that ends, so that
 * nothing stale is ever left. The file of words beside it is only for the message.
 * @throws DatabaseInUse
 */
export function takeLock(file: string, command: string, now: number): Lock {
  const connection = new BetterSqlite3(`${file}.lock`, { timeout: TOGETHER_MS });
  try {
    // Nothing is ever written to it: no journal on the disk either.
    connection.pragma('journal_mode = MEMORY');
    connection.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    connection.close();
    if ((error as { code?: string }).code !== 'SQLITE_BUSY') throw error;
    throw new DatabaseInUse(file, readHolder(file));
  }
  held.add(connection);
  writeHolder(file, { pid: process.pid, since: now, command });
  return {
    release() {
      if (!connection.open) return;
      rmSync(holderFile(file), { force: true });
      connection.close();
      held.delete(connection);
    },
  };
}

const holderFile = (file: string) => `${file}.in-use`;

/** Renamed into place: whoever reads it reads all of it. */
function writeHolder(file: string, holder: Holder): void {
  const fresh = `${holderFile(file)}.new`;
  writeFileSync(fresh, JSON.stringify(holder));
  renameSync(fresh, holderFile(file));
}

function readHolder(file: string): Holder | null {
  if (!existsSync(holderFile(file))) return null;
  return JSON.parse(readFileSync(holderFile(file), 'utf8')) as Holder;
}
