import type { Reader, Tx } from './database.ts';
import type { AccountRow } from './schema.ts';
import { endSessions } from './sessions.ts';

export async function findAccountByEmail(db: Reader, email: string): Promise<AccountRow | undefined> {
  return await db.selectFrom('user').selectAll().where('email', '=', email.toLowerCase()).executeTakeFirst();
}

export async function findAccount(db: Reader, id: string): Promise<AccountRow | undefined> {
  return await db.selectFrom('user').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function listAccounts(db: Reader, ids: string[]): Promise<AccountRow[]> {
  if (ids.length === 0) return [];
  return await db.selectFrom('user').selectAll().where('id', 'in', ids).execute();
}

/** Whether somebody has shown that the account's address is theirs. */
export async function isProven(db: Reader, id: string): Promise<boolean> {
  const row = await db.selectFrom('user').select('emailVerified').where('id', '=', id).executeTakeFirst();
  return row?.emailVerified === 1;
}

/** Written in the transaction that uses up an invitation, so that neither exists without the other. */
export async function insertAccount(
  tx: Tx,
  account: { id: string; name: string; email: string; verified: boolean; at: number },
): Promise<void> {
  const when = new Date(account.at).toISOString();
  await tx
    .insertInto('user')
    .values({
      id: account.id,
      name: account.name,
      email: account.email.toLowerCase(),
      emailVerified: account.verified ? 1 : 0,
      createdAt: when,
      updatedAt: when,
    })
    .execute();
}

/**
 * Somebody has shown that the address is theirs. Whoever typed it before proved nothing: their sessions,
 * links, passkeys and one-time codes end here, before the account is trusted with more.
 */
export async function proveAddress(tx: Tx, accountId: string): Promise<void> {
  const proven = await tx
    .updateTable('user')
    .set({ emailVerified: 1 })
    .where('id', '=', accountId)
    .where('emailVerified', '=', 0)
    .executeTakeFirst();
  if (proven.numUpdatedRows === 0n) return;
  await endSessions(tx, accountId);
  for (const table of ['passkey', 'passkey_challenge', 'one_time_code', 'recovery_code'] as const) {
    await tx.deleteFrom(table).where('account_id', '=', accountId).execute();
  }
}
