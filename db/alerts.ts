import type { Reader, Tx } from './database.ts';
import type { AlertRow } from './schema.ts';

export async function insertAlert(tx: Tx, row: AlertRow): Promise<void> {
  await tx.insertInto('alert').values(row).execute();
}

export async function findAlert(db: Reader, siteId: string, id: string): Promise<AlertRow | undefined> {
  return await db
    .selectFrom('alert')
    .selectAll()
    .where('id', '=', id)
    .where('site_id', '=', siteId)
    .executeTakeFirst();
}

/** @returns whether this call closed it: somebody else may have been quicker. */
export async function closeAlert(
  tx: Tx,
  id: string,
  by: string,
  answer: string | null,
  at: number,
): Promise<boolean> {
  const result = await tx
    .updateTable('alert')
    .set({ closed_at: at, closed_by: by, answer })
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
