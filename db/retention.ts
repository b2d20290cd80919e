/** What the retention job reads and writes: addresses on messages and people that have grown old. */
import type { Reader, Tx } from './database.ts';

/** Full addresses on what is older than `before`. A shortened one has a `/`. */
export async function listFullAddresses(db: Reader, before: number): Promise<string[]> {
  const rows = await db
    .selectFrom('message')
    .select('address')
    .where('created_at', '<', before)
    .where('address', 'is not', null)
    .where('address', 'not like', '%/%')
    .union(
      db
        .selectFrom('person')
        .select('address')
        .where('last_seen_at', '<', before)
        .where('address', 'is not', null)
        .where('address', 'not like', '%/%'),
    )
    .limit(500)
    .execute();
  return rows.flatMap((row) => row.address ?? []);
}

export async function replaceAddress(tx: Tx, address: string, by: string, before: number): Promise<void> {
  await tx
    .updateTable('message')
    .set({ address: by })
    .where('address', '=', address)
    .where('created_at', '<', before)
    .execute();
  await tx
    .updateTable('person')
    .set({ address: by })
    .where('address', '=', address)
    .where('last_seen_at', '<', before)
    .execute();
}

export async function forgetAddresses(tx: Tx, before: number): Promise<void> {
  await tx.updateTable('message').set({ address: null }).where('created_at', '<', before).execute();
  await tx.updateTable('person').set({ address: null }).where('last_seen_at', '<', before).execute();
}

/** Sessions and sign-in links whose time is long over. @param before milliseconds since the epoch */
export async function deleteExpiredSignIns(tx: Tx, before: number): Promise<void> {
  await tx.deleteFrom('sign_in_link').where('expires_at', '<', before).execute();
  await tx.deleteFrom('session').where('expiresAt', '<', new Date(before).toISOString()).execute();
}
