/** The keyed hashes of networks that thanks and reports are kept with, and what becomes of old ones. */
import { type SqlBool, sql } from 'kysely';
import type { Reader, Tx } from './database.ts';

export type NetworkTable = 'thank' | 'report';

/** Where a network stood; `~` is behind every character of a hash, so that the index holds hashes alone. */
export const MARK = '~';
const isHash = sql<SqlBool>`network < '~'`;

export type KeptNetwork = { message_id: string; person_id: string; network: string };

/** Networks kept since before `before` (epoch ms), oldest first. */
export async function listOldNetworks(
  db: Reader,
  table: NetworkTable,
  before: number,
  limit: number,
): Promise<KeptNetwork[]> {
  return await db
    .selectFrom(table)
    .select(['message_id', 'person_id', 'network'])
    .where(isHash)
    .where('created_at', '<', before)
    .orderBy('created_at')
    .limit(limit)
    .execute();
}

/** Puts a mark in the place of each of these networks, in one statement. */
export async function markNetworks(tx: Tx, table: NetworkTable, marked: KeptNetwork[]): Promise<void> {
  const rows = sql<KeptNetwork>`(select value ->> 'message_id' as message_id,
    value ->> 'person_id' as person_id, value ->> 'network' as network
    from json_each(${JSON.stringify(marked)}))`;
  await tx
    .updateTable(table)
    .from(rows.as('marked'))
    .set({ network: sql<string>`marked.network` })
    .whereRef(`${table}.message_id`, '=', 'marked.message_id')
    .whereRef(`${table}.person_id`, '=', 'marked.person_id')
    .execute();
}
