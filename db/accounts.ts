import type { Reader, Tx } from './database.ts';
import type { AccountRow } from './schema.ts';

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
 * Somebody has shown that the address is theirs. Whoever typed it before proved nothing: their sessions
 * and links end here, before the account is trusted with more.
 */
export async function proveAddress(tx: Tx, accountId: string): Promise<void> {
  const proven = await tx
    .updateTable('user')
    .set({ emailVerified: 1 })
    .where('id', '=', accountId)
    .where('emailVerified', '=', 0)
    .executeTakeFirst();
  if (proven.numUpdatedRows === 0n) return;
  await tx.deleteFrom('session').where('userId', '=', accountId).execute();
  await tx.deleteFrom('sign_in_link').where('account_id', '=', accountId).execute();
}
