import type { Reader, Tx } from './database.ts';
import type { OneTimeCodeRow } from './schema-joining.ts';

export async function findOneTimeCode(db: Reader, accountId: string): Promise<OneTimeCodeRow | undefined> {
  return await db
    .selectFrom('one_time_code')
    .selectAll()
    .where('account_id', '=', accountId)
    .executeTakeFirst();
}

/** A secret that is not in force until its owner shows a code of it. One in force stays as it is. */
export async function proposeSecret(tx: Tx, accountId: string, secret: string): Promise<void> {
  await tx
    .insertInto('one_time_code')
    .values({ account_id: accountId, secret, last_step: 0, in_force_since: null })
    .onConflict((oc) =>
      oc.column('account_id').doUpdateSet({ secret, last_step: 0 }).where('in_force_since', 'is', null),
    )
    .execute();
}

export async function putInForce(tx: Tx, accountId: string, at: number): Promise<void> {
  await tx
    .updateTable('one_time_code')
    .set({ in_force_since: at })
    .where('account_id', '=', accountId)
    .execute();
}

/** Takes the code of this step. @returns false when it, or a later one, was taken before */
export async function takeStep(tx: Tx, accountId: string, step: number): Promise<boolean> {
  const taken = await tx
    .updateTable('one_time_code')
    .set({ last_step: step })
    .where('account_id', '=', accountId)
    .where('last_step', '<', step)
    .executeTakeFirst();
  return taken.numUpdatedRows > 0n;
}

/** In the place of those there were. */
export async function replaceRecoveryCodes(tx: Tx, accountId: string, hashes: string[]): Promise<void> {
  await tx.deleteFrom('recovery_code').where('account_id', '=', accountId).execute();
  const rows = hashes.map((code_hash) => ({ account_id: accountId, code_hash }));
  if (rows.length > 0) await tx.insertInto('recovery_code').values(rows).execute();
}

/** Uses a recovery code up. @returns false when it is none, or was used */
export async function takeRecoveryCode(tx: Tx, accountId: string, hash: string): Promise<boolean> {
  const taken = await tx
    .deleteFrom('recovery_code')
    .where('account_id', '=', accountId)
    .where('code_hash', '=', hash)
    .executeTakeFirst();
  return taken.numDeletedRows > 0n;
}

export async function countRecoveryCodes(db: Reader, accountId: string): Promise<number> {
  const row = await db
    .selectFrom('recovery_code')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('account_id', '=', accountId)
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

export async function deleteOneTimeCode(tx: Tx, accountId: string): Promise<void> {
  await replaceRecoveryCodes(tx, accountId, []);
  await tx.deleteFrom('one_time_code').where('account_id', '=', accountId).execute();
}
