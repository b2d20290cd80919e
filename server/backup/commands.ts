/** `entraide backup | restore | verify`: what they say on the terminal. */
import { statSync } from 'node:fs';
import { takeLock } from '../../db/lock.ts';
import { verifyDatabase, type Whole } from '../../db/verify.ts';
import type { Config } from '../config.ts';
import { backUp } from './back-up.ts';
import { restore } from './restore.ts';

export async function backupCommand({ databaseFile }: Config, file: string): Promise<void> {
  const backup = await backUp(databaseFile, file, Date.now(), sayProgress());
  console.log(
    `Backed up to ${backup.file} (${megabytes(backup.bytes)}), read back whole: ${contents(backup)}.`,
  );
}

export async function restoreCommand({ databaseFile }: Config, file: string): Promise<void> {
  const lock = takeLock(databaseFile, 'restore', Date.now());
  try {
    const restored = await restore(databaseFile, file, Date.now(), sayProgress());
    console.log(`Restored from ${file}: ${contents(restored)}.`);
    if (restored.aside) console.log(`The database that was there is kept as ${restored.aside}.`);
  } finally {
    lock.release();
  }
}

export function verifyCommand(file: string): void {
  const whole = verifyDatabase(file);
  console.log(`${file} is whole (${megabytes(statSync(file).size)}): ${contents(whole)}.`);
}

const NOUNS = ['site', 'person', 'conversation', 'message'];

function contents({ version, rows }: Whole): string {
  const counts = NOUNS.map((noun) => `${noun} ${rows[noun] ?? 0}`).join(', ');
  return `version ${version}; rows: ${counts}`;
}

const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MiB`;

/** A line a second on standard error: nothing for what is over at once. */
function sayProgress() {
  const began = Date.now();
  let saidAt = began;
  return (done: number, all: number) => {
    if (Date.now() - began < 1000 || (done < all && Date.now() - saidAt < 1000)) return;
    saidAt = Date.now();
    console.error(done < all ? `Copied ${Math.floor((100 * done) / all)} %` : 'Copied. Reading it back…');
  };
}
