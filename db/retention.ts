/** What the retention job reads and writes: addresses on messages and people that have grown old. */
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

/** Sessions, and what leads to one, whose time is long over. @param before milliseconds since the epoch */
export async function deleteExpiredSignIns(tx: Tx, before: number): Promise<void> {
  await tx.deleteFrom('passkey_challenge').where('expires_at', '<', before).execute();
  await tx.deleteFrom('second_step').where('expires_at', '<', before).execute();
  await tx.deleteFrom('sign_in_link').where('expires_at', '<', before).execute();
  await tx.deleteFrom('session').where('expiresAt', '<', new Date(before).toISOString()).execute();
}

/**
 * Who was invited and never came is nobody's business any more. Whoever declined stays known: their wish is
 * kept by it. @param before milliseconds since the epoch
 */
export async function forgetInvited(tx: Tx, before: number): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('invitation')
    .set({ email: null, name: null, topics: null, send_error: null })
    .where('email', 'is not', null)
    .where('used_at', 'is', null)
    .where('declined_at', 'is', null)
    .where((eb) => eb.or([eb('expires_at', '<=', before), eb('revoked_at', '<=', before)]))
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
