/** A backup or a restore as a process of its own: `program.ts backup | restore DATABASE FILE`. */
import { takeLock } from '../../../db/lock.ts';
import { backUp } from '../../../server/backup/back-up.ts';
import { restore } from '../../../server/backup/restore.ts';

const [what, database, file] = process.argv.slice(2) as [string, string, string];
if (what === 'backup') await backUp(database, file, Date.now(), () => {});
else {
  const lock = takeLock(database, 'restore', Date.now());
  await restore(database, file, Date.now(), () => {});
  lock.release();
}
