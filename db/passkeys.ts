import type { Reader, Tx } from './database.ts';
import type { PasskeyChallengeRow, PasskeyRow } from './schema-joining.ts';

export async function insertChallenge(tx: Tx, row: PasskeyChallengeRow): Promise<void> {
  await tx.insertInto('passkey_challenge').values(row).execute();
}

/** Uses a challenge up. @returns whether it was one of ours, for this account (null = to sign in), and in time */
export async function takeChallenge(
  tx: Tx,
  { challenge, accountId, now }: { challenge: string; accountId: string | null; now: number },
): Promise<boolean> {
  const taken = await tx
    .deleteFrom('passkey_challenge')
    .where('challenge', '=', challenge)
    .where('account_id', accountId === null ? 'is' : '=', accountId)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return taken.numDeletedRows > 0n;
}

export async function listPasskeys(db: Reader, accountId: string): Promise<PasskeyRow[]> {
  return await db
    .selectFrom('passkey')
    .selectAll()
    .where('account_id', '=', accountId)
    .orderBy('created_at')
    .execute();
}

export async function findPasskey(db: Reader, id: string): Promise<PasskeyRow | undefined> {
  return await db.selectFrom('passkey').selectAll().where('id', '=', id).executeTakeFirst();
}

/** @returns false when this credential is somebody's already */
export async function insertPasskey(tx: Tx, row: PasskeyRow): Promise<boolean> {
  const inserted = await tx
    .insertInto('passkey')
    .values(row)
    .onConflict((oc) => oc.column('id').doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

/**
 * Keeps how often the authenticator has signed. @returns false when it does not go on from what is known: the
 * key was copied, or the answer is an old one. Authenticators that count nothing stay at 0.
 */
export async function countUse(
  tx: Tx,
  { id, counter, at }: { id: string; counter: number; at: number },
): Promise<boolean> {
  const counted = await tx
    .updateTable('passkey')
    .set({ counter, last_used_at: at })
    .where('id', '=', id)
    .where((eb) => (counter === 0 ? eb('counter', '=', 0) : eb('counter', '<', counter)))
    .executeTakeFirst();
  return counted.numUpdatedRows > 0n;
}

export async function renamePasskey(tx: Tx, accountId: string, id: string, name: string): Promise<boolean> {
  const renamed = await tx
    .updateTable('passkey')
    .set({ name })
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return renamed.numUpdatedRows > 0n;
}

export async function deletePasskey(tx: Tx, accountId: string, id: string): Promise<boolean> {
  const deleted = await tx
    .deleteFrom('passkey')
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return deleted.numDeletedRows > 0n;
}
