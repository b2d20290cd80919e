import BetterSqlite3 from 'better-sqlite3';
import { countRows, NotWhole, openToRead, verifyDatabase, type Whole } from './verify.ts';

/** Pages copied at a time: 1 MiB, so that whoever writes waits for no long write of ours. */
const STEP_PAGES = 256;

export type Progress = (copiedPages: number, allPages: number) => void;

/**
 * Copies a database, in use or not, as it is at this moment, and reads the copy back. One read transaction is
 * held from beginning to end: writers are not kept waiting, and the copy does not begin anew with each of
 * their commits, as SQLite's would (https://sqlite.org/c3ref/backup_finish.html).
 * @throws NotWhole when the source is damaged or the copy is not the same
 */
export async function copyDatabase(from: string, to: string, progress: Progress): Promise<Whole> {
  const rows = await copySnapshot(from, to, progress);
  asOneFile(to);
  const copy = verifyDatabase(to);
  const differing = Object.keys(rows).filter((table) => copy.rows[table] !== rows[table]);
  if (differing.length > 0) throw new NotWhole(`The copy differs in: ${differing.join(', ')}.`);
  return copy;
}

/** Lets go of the source as soon as it can: meanwhile its log only grows. @returns the rows of each table */
async function copySnapshot(from: string, to: string, progress: Progress): Promise<Record<string, number>> {
  const source = openToRead(from);
  try {
    source.exec('BEGIN');
    const rows = countRows(source);
    const { totalPages } = await source.backup(to, {
      progress({ totalPages, remainingPages }) {
        progress(totalPages - remainingPages, totalPages);
        return STEP_PAGES;
      },
    });
    progress(totalPages, totalPages);
    return rows;
  } finally {
    source.close();
  }
}

/** Out of WAL mode: nothing of it is in a second file, and who only reads it writes none. */
function asOneFile(file: string): void {
  const connection = new BetterSqlite3(file, { fileMustExist: true });
  connection.pragma('journal_mode = DELETE');
  connection.close();
}
