import { closeSync, copyFileSync, fsyncSync, linkSync, openSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';

/** What goes wrong in a backup or a restore and a person can mend, in one line. */
export class BackupError extends Error {}

/**
 * Gives a file its name for good: all of it is on the disk before the name is, and the name before this
 * returns. What had the name is replaced in one step. Never a database that this process has open: closing
 * any handle of a file gives up the locks SQLite holds on it.
 */
export function putInPlace(from: string, to: string): void {
  sync(from);
  renameSync(from, to);
  sync(dirname(to));
}

/** A second name for a file, or a copy where the disk knows no second names. */
export function keepAs(file: string, name: string): void {
  try {
    linkSync(file, name);
  } catch (error) {
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP'].includes((error as NodeJS.ErrnoException).code ?? ''))
      throw error;
    copyFileSync(file, name);
    sync(name);
  }
}

function sync(path: string): void {
  const handle = openSync(path, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
