/** What the retention job reads and writes: addresses on messages and people that have grown old. */
import { sql } from 'kysely';
import type { Reader, Tx } from './database.ts';

/** Where addresses are kept, and by which time they grow old. */
export const ADDRESSES = { message: 'created_at', person: 'last_seen_at' } as const;
type Table = keyof typeof ADDRESSES;

/** `at` is epoch ms; a shortened address has a `/`. */
export type KeptAddress = { id: string; address: string | null; at: number | null };

/** The next rows after `after` in the order of their ids: a whole table is read in pieces that hold nobody up. */
export async function listAddresses(
  db: Reader,
  table: Table,
  after: string,
  limit: number,
): Promise<KeptAddress[]> {
  return await db
    .selectFrom(table)
    .select(['id', 'address', `${ADDRESSES[table]} as at`])
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Gives these rows another address, but for those that are no longer old: somebody came back meanwhile. */
export async function replaceAddress(
  tx: Tx,
  table: Table,
  ids: string[],
  by: string | null,
  before: number,
): Promise<void> {
  await tx
    .updateTable(table)
    .set({ address: by })
    .where('id', 'in', ids)
    .where(ADDRESSES[table], '<', before)
    .execute();
}

const rowid = sql<number>`rowid`;
const SIGN_INS = ['passkey_challenge', 'second_step', 'sign_in_link'] as const;

/**
 * Sessions, and what leads to one, whose time is long over.
 * @param before milliseconds since the epoch @param limit of each kind @returns how many went
 */
export async function deleteExpiredSignIns(tx: Tx, before: number, limit: number): Promise<number> {
  let count = 0;
  for (const table of SIGN_INS) {
    const over = tx.selectFrom(table).select(rowid.as('rowid')).where('expires_at', '<', before).limit(limit);
    const { numDeletedRows } = await tx.deleteFrom(table).where(rowid, 'in', over).executeTakeFirst();
    count += Number(numDeletedRows);
  }
  const ended = tx
    .selectFrom('session')
    .select(rowid.as('rowid'))
    .where('expiresAt', '<', new Date(before).toISOString())
    .limit(limit);
  const { numDeletedRows } = await tx.deleteFrom('session').where(rowid, 'in', ended).executeTakeFirst();
  return count + Number(numDeletedRows);
}

/**
 * Who was invited and never came is nobody's business any more. Whoever declined stays known: their wish is
 * kept by it. @param before milliseconds since the epoch @returns how many were forgotten, about `limit` at most
 */
export async function forgetInvited(tx: Tx, before: number, limit: number): Promise<number> {
  let count = 0;
  for (const column of ['expires_at', 'revoked_at'] as const) {
    const over = tx
      .selectFrom('invitation')
      .select('id')
      .where('email', 'is not', null)
      .where('used_at', 'is', null)
      .where('declined_at', 'is', null)
      .where(column, '<=', before)
      .limit(limit);
    const { numUpdatedRows } = await tx
      .updateTable('invitation')
      .set({ email: null, name: null, topics: null, send_error: null })
      .where('id', 'in', over)
      .executeTakeFirst();
    count += Number(numUpdatedRows);
  }
  return count;
}
