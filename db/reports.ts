import type { Reader, Tx } from './database.ts';
import type { ReportRow } from './schema.ts';

/** One report per person and message: the second one changes nothing. @returns whether it is new. */
export async function insertReport(tx: Tx, row: ReportRow): Promise<boolean> {
  const result = await tx
    .insertInto('report')
    .values(row)
    .onConflict((oc) => oc.columns(['message_id', 'person_id']).doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Open reports of a message, those of one network counted once: a new name costs nothing. */
export async function countOpenReports(db: Reader, messageId: string): Promise<number> {
  const row = await db
    .selectFrom('report')
    .select((eb) => eb.fn.count<number>('network').distinct().as('n'))
    .where('message_id', '=', messageId)
    .where('resolved_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

export async function resolveReports(tx: Tx, messageId: string, at: number): Promise<number> {
  const result = await tx
    .updateTable('report')
    .set({ resolved_at: at })
    .where('message_id', '=', messageId)
    .where('resolved_at', 'is', null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}
