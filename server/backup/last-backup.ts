import { existsSync, statSync, utimesSync, writeFileSync } from 'node:fs';

/** A file beside the database whose date is that of the last backup: another process makes them. */
const nameOf = (databaseFile: string) => `${databaseFile}.last-backup`;

export function noteBackup(databaseFile: string, now: number): void {
  writeFileSync(nameOf(databaseFile), 'The date of this file is that of the last verified backup.\n');
  utimesSync(nameOf(databaseFile), now / 1000, now / 1000);
}

/** Epoch ms, null = never. */
export function lastBackupAt(databaseFile: string): number | null {
  if (!existsSync(nameOf(databaseFile))) return null;
  return Math.round(statSync(nameOf(databaseFile)).mtimeMs);
}
