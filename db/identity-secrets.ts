import type { Reader, Tx } from './database.ts';
import { remembered } from './memory.ts';
import type { IdentitySecretRow } from './schema-identity.ts';

/** A site's secrets, newest first, retired ones too while they are kept. */
export async function listIdentitySecrets(db: Reader, siteId: string): Promise<IdentitySecretRow[]> {
  return await remembered(db, 'identity_secret', siteId, () =>
    db
      .selectFrom('identity_secret')
      .selectAll()
      .where('site_id', '=', siteId)
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .execute(),
  );
}

export const isInForce = ({ retires_at }: IdentitySecretRow, now: number) =>
  retires_at === null || retires_at > now;

export async function insertIdentitySecret(tx: Tx, row: IdentitySecretRow): Promise<void> {
  await tx.insertInto('identity_secret').values(row).execute();
}

/** From `at` on these count no more; what retires earlier stays as it is. */
export async function retireIdentitySecrets(
  tx: Tx,
  siteId: string,
  ids: string[],
  at: number,
): Promise<number> {
  if (ids.length === 0) return 0;
  const result = await tx
    .updateTable('identity_secret')
    .set({ retires_at: at })
    .where('site_id', '=', siteId)
    .where('id', 'in', ids)
    .where((eb) => eb.or([eb('retires_at', 'is', null), eb('retires_at', '>', at)]))
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

export async function touchIdentitySecret(tx: Tx, id: string, at: number): Promise<void> {
  await tx.updateTable('identity_secret').set({ last_used_at: at }).where('id', '=', id).execute();
}

/** What retired before then is of no use to anybody. */
export async function deleteRetiredSecrets(tx: Tx, before: number): Promise<void> {
  await tx.deleteFrom('identity_secret').where('retires_at', '<', before).execute();
}
