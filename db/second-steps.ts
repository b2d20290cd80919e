import type { Tx } from './database.ts';
import type { SecondStepRow } from './schema-joining.ts';

export async function insertSecondStep(tx: Tx, row: Omit<SecondStepRow, 'attempts'>): Promise<void> {
  await tx
    .insertInto('second_step')
    .values({ ...row, attempts: 0 })
    .execute();
}

/** Counts one more attempt. @returns whose it is; undefined when it is unknown, over or tried too often */
export async function countAttempt(
  tx: Tx,
  step: { tokenHash: string; attempts: number; now: number },
): Promise<string | undefined> {
  const counted = await tx
    .updateTable('second_step')
    .set((eb) => ({ attempts: eb('attempts', '+', 1) }))
    .where('token_hash', '=', step.tokenHash)
    .where('attempts', '<', step.attempts)
    .where('expires_at', '>', step.now)
    .returning('account_id')
    .executeTakeFirst();
  return counted?.account_id;
}

export async function deleteSecondStep(tx: Tx, tokenHash: string): Promise<void> {
  await tx.deleteFrom('second_step').where('token_hash', '=', tokenHash).execute();
}
