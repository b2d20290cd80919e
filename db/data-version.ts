import { CompiledQuery } from 'kysely';
import type { Db } from './connect.ts';

const ASKED = CompiledQuery.raw('pragma data_version');

/**
 * A number that is another one after every commit, whoever made it; a few microseconds. What was read under
 * the same number is still so (https://sqlite.org/pragma.html#pragma_data_version).
 */
export async function dataVersion(db: Db): Promise<number> {
  const { rows } = await db.executeQuery<{ data_version: number }>(ASKED);
  return rows[0]!.data_version;
}
