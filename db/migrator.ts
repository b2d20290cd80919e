import { sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { Db } from './connect.ts';
import * as first from './migrations/001-first.ts';
import * as accounts from './migrations/002-accounts.ts';
import * as library from './migrations/003-library.ts';
import * as search from './migrations/004-search.ts';
import * as community from './migrations/005-community.ts';
import * as invitations from './migrations/006-invitations.ts';
import * as joining from './migrations/007-joining.ts';
import * as identity from './migrations/008-identity.ts';
import * as waiting from './migrations/009-waiting.ts';
import * as notifications from './migrations/010-notifications.ts';
import * as exchanges from './migrations/011-exchanges.ts';
import * as moderators from './migrations/012-moderators.ts';
import * as recognition from './migrations/013-recognition.ts';

/** Listed by hand, so that the order is read and not guessed from file names. */
const migrations: Record<string, Migration> = {
  '001-first': first,
  '002-accounts': accounts,
  '003-library': library,
  '004-search': search,
  '005-community': community,
  '006-invitations': invitations,
  '007-joining': joining,
  '008-identity': identity,
  '009-waiting': waiting,
  '010-notifications': notifications,
  '011-exchanges': exchanges,
  '012-moderators': moderators,
  '013-recognition': recognition,
};

/** Every version of the schema this program knows, oldest first. */
export const SCHEMA_VERSIONS: readonly string[] = Object.keys(migrations);

/** Brings the database to the newest version. @throws the first migration's error, with its name. */
export async function migrateToLatest(db: Db): Promise<void> {
  if (await isLatest(db)) return;
  const { error, results } = await migratorOf(db).migrateToLatest();
  throwNamed(error, results);
}

/** What nearly every start finds: told by two small reads, where the migrator locks and looks at every table. */
async function isLatest(db: Db): Promise<boolean> {
  const table = await sql`select 1 from sqlite_master where name = 'kysely_migration'`.execute(db);
  if (table.rows.length === 0) return false;
  const done = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return done.rows.map(({ name }) => name).join() === SCHEMA_VERSIONS.join();
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
