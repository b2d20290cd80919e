import { stat } from 'node:fs/promises';
import { countHeld } from '../../db/held-messages.ts';
import { countNotices } from '../../db/notice-queue.ts';
import { writeFigures } from '../../db/write-figures.ts';
import { lastBackupAt } from '../backup/last-backup.ts';
import type { AppContext } from '../context.ts';
import type { Looked } from './registry.ts';

/** What the disk and the database say at this moment. */
export async function look({ config, db, clock }: AppContext): Promise<Looked> {
  const held = await countHeld(db);
  const writer = writeFigures(db);
  const backup = lastBackupAt(config.databaseFile);
  return {
    commits: writer.commits,
    commitSeconds: writer.seconds,
    committed: writer.units,
    writeQueue: writer.waiting,
    databaseBytes: await sizeOf(config.databaseFile),
    walBytes: await sizeOf(`${config.databaseFile}-wal`),
    lastBackupAt: backup === null ? null : backup / 1000,
    waiting: held.count,
    notices: await countNotices(db),
    oldestHeldAge: held.oldest === null ? 0 : Math.max(0, clock.now() - held.oldest) / 1000,
  };
}

/** Bytes; a log that was folded into its database is not there. */
async function sizeOf(file: string): Promise<number> {
  return (await stat(file).catch(noSuchFile))?.size ?? 0;
}

function noSuchFile(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
