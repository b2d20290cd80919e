/** Databases to back up, and the programs that do it. */
import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import BetterSqlite3 from 'better-sqlite3';
import { openSqlite } from '../../../db/connect.ts';
import { epochOf } from '../../../db/meta.ts';
import { migrateToLatest } from '../../../db/migrator.ts';

const root = resolve(import.meta.dirname, '../../..');

export const newFolder = () => mkdtempSync(join(tmpdir(), 'entraide-backup-'));

/** A database of this version that holds one note, and closed. */
export async function makeDatabase(file: string, note: string): Promise<string> {
  const db = openSqlite(file);
  await migrateToLatest(db);
  await epochOf(db);
  await db.insertInto('meta').values({ key: 'note', value: note }).execute();
  await db.destroy();
  return file;
}

export function metaOf(file: string): Record<string, string> {
  const connection = new BetterSqlite3(file, { readonly: true });
  const rows = connection.prepare('select key, value from meta').raw().all() as [string, string][];
  connection.close();
  return Object.fromEntries(rows);
}

export type Run = { code: number | null; signal: string | null; out: string; line: string };

/** The operator's command line, on the database of this folder. */
export const command = (folder: string, ...args: string[]): Promise<Run> =>
  run([join(root, 'server/cli.ts'), ...args], { ENTRAIDE_DATA: folder });

/** A backup or restore that dies before this step; 0 = does not. */
export const dying = (step: number, what: 'backup' | 'restore', database: string, file: string) =>
  run(
    [
      '--import',
      join(import.meta.dirname, 'die-at-step.ts'),
      join(import.meta.dirname, 'program.ts'),
      what,
      database,
      file,
    ],
    { DIE_AT_STEP: String(step) },
  );

async function run(args: string[], env: Record<string, string>): Promise<Run> {
  const options = { cwd: root, env: { ...process.env, ...env } };
  return await promisify(execFile)(process.execPath, args, options).then(
    ({ stdout, stderr }) => ({ code: 0, signal: null, out: stdout, line: stderr }),
    ({ code, signal, stdout, stderr }) => ({ code, signal, out: stdout, line: stderr }),
  );
}
