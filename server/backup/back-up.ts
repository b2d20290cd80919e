import { closeSync, existsSync, openSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { copyDatabase, type Progress } from '../../db/backup.ts';
import type { Whole } from '../../db/verify.ts';
import { BackupError, putInPlace } from './files.ts';
import { noteBackup } from './last-backup.ts';

export type Backup = Whole & { file: string; bytes: number };

/**
 * Copies the database, in use or not, to a new file, which has its name only once it was read back and is on
 * the disk. Cut short, it leaves a file that ends in `.part`, and the next one takes that away.
 * @throws BackupError, NotWhole
 */
export async function backUp(
  databaseFile: string,
  target: string,
  now: number,
  progress: Progress,
): Promise<Backup> {
  const file = resolve(target);
  refuseExisting(file);
  if (!existsSync(databaseFile))
    throw new BackupError(`There is no database at ${databaseFile}. Is ENTRAIDE_DATA right?`);
  takeAwayLeftovers(file);
  const part = `${file}.${process.pid}.part`;
  try {
    createPrivately(part);
    const whole = await copyDatabase(databaseFile, part, progress);
    refuseExisting(file);
    putInPlace(part, file);
    noteBackup(databaseFile, now);
    return { ...whole, file, bytes: statSync(file).size };
  } finally {
    rmSync(part, { force: true });
    rmSync(`${part}-journal`, { force: true });
  }
}

function refuseExisting(file: string): void {
  if (existsSync(file)) throw new BackupError(`${file} is there already. Choose another name.`);
}

/** It holds people's addresses and the key of their tokens: for its owner only. */
function createPrivately(file: string): void {
  try {
    closeSync(openSync(file, 'wx', 0o600));
  } catch (error) {
    throw new BackupError(`${dirname(file)} cannot be written: ${(error as NodeJS.ErrnoException).code}.`);
  }
}

/** @throws BackupError when another process is writing the same backup */
function takeAwayLeftovers(file: string): void {
  if (!existsSync(dirname(file))) throw new BackupError(`There is no folder ${dirname(file)}.`);
  for (const name of readdirSync(dirname(file))) {
    if (!name.startsWith(`${basename(file)}.`)) continue;
    const pid = /^\.(\d+)\.part(-journal)?$/.exec(name.slice(basename(file).length))?.[1];
    if (pid === undefined) continue;
    if (isRunning(Number(pid)))
      throw new BackupError(
        `Process ${pid} is writing this backup (${name}). Wait for it, or remove that file.`,
      );
    rmSync(join(dirname(file), name), { force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
