import type { Db } from './connect.ts';
import { writeThreadOf } from './sqlite/dialect.ts';
import type { WriteFigures } from './sqlite/write-thread.ts';

/** What the writer of this database has committed since it was opened, and how many wait for it now. */
export const writeFigures = (db: Db): WriteFigures => writeThreadOf(db).figures;
