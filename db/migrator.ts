import { type Migration, Migrator } from 'kysely/migration';
import type { Db } from './connect.ts';
import * as first from './migrations/001-first.ts';
import * as accounts from './migrations/002-accounts.ts';
import * as library from './migrations/003-library.ts';

/** Listed by hand, so that the order is read and not guessed from file names. */
const migrations: Record<string, Migration> = {
  '001-first': first,
  '002-accounts': accounts,
  '003-library': library,
};

/** Every version of the schema this program knows, oldest first. */
export const SCHEMA_VERSIONS: readonly string[] = Object.keys(migrations);

/** Brings the database to the newest version. @throws the first migration's error, with its name. */
export async function migrateToLatest(db: Db): Promise<void> {
  const { error, results } = await migratorOf(db).migrateToLatest();
  throwNamed(error, results);
}

/** Takes every migration back, for the test that up, down and up again give the same schema. */
export async function migrateDown(db: Db): Promise<void> {
  for (const _ of Object.keys(migrations)) {
    const { error, results } = await migratorOf(db).migrateDown();
    throwNamed(error, results);
  }
}

function migratorOf(db: Db): Migrator {
  return new Migrator({ db, provider: { getMigrations: async () => migrations } });
}

function throwNamed(error: unknown, results: { migrationName: string; status: string }[] | undefined): void {
  if (!error) return;
  const failed = results?.find((result) => result.status === 'Error')?.migrationName ?? 'unknown';
  throw new Error(`Migration ${failed} failed: ${error instanceof Error ? error.message : String(error)}`);
}
