import { closeSync, existsSync, openSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { copyDatabase, type Progress } from '../../db/backup.ts';
import { beginAnotherLife, foldLog } from '../../db/restore.ts';
import { verifyDatabase, type Whole } from '../../db/verify.ts';
import { BackupError, keepAs, putInPlace } from './files.ts';

/** `aside`: where the database that was there before is kept; null when there was none. */
export type Restored = Whole & { aside: string | null };

/** What a restore that was cut short leaves beside the database. */
const copyOf = (databaseFile: string) => `${databaseFile}.restoring`;

/**
 * Puts a backup in the place of the database, which is kept under a dated name. Whoever calls holds the lock.
 * Everything that may fail is done on a copy; then one renaming decides, so that a process killed at any
 * moment leaves either the old database or the new one. Positions of clients are of another life then: they
 * are told to read again.
 * @throws BackupError, NotWhole
 */
export async function restore(
  databaseFile: string,
  source: string,
  now: number,
  progress: Progress,
): Promise<Restored> {
  const from = resolve(source);
  if (from === databaseFile) throw new BackupError(`${from} is the database itself. Name a backup.`);
  forgetRestoring(databaseFile);
  const fresh = copyOf(databaseFile);
  try {
    verifyDatabase(from);
    closeSync(openSync(fresh, 'wx', 0o600));
    await copyDatabase(from, fresh, progress);
    await beginAnotherLife(fresh);
    const whole = verifyDatabase(fresh);
    const aside = setAside(databaseFile, now);
    putInPlace(fresh, databaseFile);
    return { ...whole, aside };
  } finally {
    forgetRestoring(databaseFile);
  }
}

/** Takes away what a restore that was cut short left. Whoever calls holds the lock. */
export function forgetRestoring(databaseFile: string): void {
  for (const suffix of ['', '-journal']) rmSync(`${copyOf(databaseFile)}${suffix}`, { force: true });
}

/** Gives the database a second name. What its log holds goes with it, and never to the one that follows. */
function setAside(databaseFile: string, now: number): string | null {
  if (!existsSync(databaseFile)) return null;
  const aside = `${databaseFile}.before-${new Date(now).toISOString().replace(/[-:]|\.\d+/g, '')}`;
  if (existsSync(aside)) throw new BackupError(`${aside} is there already. Try again in a second.`);
  const folded = foldLog(databaseFile);
  keepAs(databaseFile, aside);
  if (!folded && existsSync(`${databaseFile}-wal`)) keepAs(`${databaseFile}-wal`, `${aside}-wal`);
  for (const suffix of ['-wal', '-shm']) rmSync(`${databaseFile}${suffix}`, { force: true });
  return aside;
}
