import { compileOnce } from './compile-once.ts';
import type { Reader, Tx } from './database.ts';
import type { ReportOutcome, ReportRow } from './schema-moderators.ts';

export type NewReport = Omit<ReportRow, 'resolved_at' | 'outcome' | 'settled_by_act'>;

/**
 * One report per person and message: the second one changes nothing, but for a text that its author has changed
 * since the first. @returns whether it is new.
 */
export async function insertReport(tx: Tx, row: NewReport): Promise<boolean> {
  const open = { resolved_at: null, outcome: null, settled_by_act: null };
  const { id: _, message_id, person_id, ...said } = row;
  const result = await tx
    .insertInto('report')
    .values({ ...row, ...open })
    .onConflict((oc) =>
      oc
        .columns(['message_id', 'person_id'])
        .doUpdateSet({ ...said, ...open })
        .where('report.outcome', '=', 'answered'),
    )
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export type OpenReport = Pick<ReportRow, 'person_id' | 'network' | 'weight' | 'standing'>;

export async function listOpenReports(db: Reader, messageId: string): Promise<OpenReport[]> {
  return await db
    .selectFrom('report')
    .select(['person_id', 'network', 'weight', 'standing'])
    .where('message_id', '=', messageId)
    .where('resolved_at', 'is', null)
    .execute();
}

export type Settling = { outcome: ReportOutcome; act: number | null; at: number };

/** Closes what is open on a message. @returns how many */
export async function settleReports(tx: Tx, messageId: string, settling: Settling): Promise<number> {
  const result = await tx
    .updateTable('report')
    .set({ resolved_at: settling.at, outcome: settling.outcome, settled_by_act: settling.act })
    .where('message_id', '=', messageId)
    .where('resolved_at', 'is', null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

/** The act that settled them was taken back: they wait again, and count neither way. @returns how many */
export async function reopenReports(tx: Tx, act: number): Promise<number> {
  const result = await tx
    .updateTable('report')
    .set({ resolved_at: null, outcome: null, settled_by_act: null })
    .where('settled_by_act', '=', act)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

export type ReporterRecord = { upheld: number; dismissed: number };

/** How often moderators found somebody right, and how often not. */
export async function reporterRecord(db: Reader, personId: string): Promise<ReporterRecord> {
  const rows = await outcomesOf(db, [personId]);
  const count = (outcome: ReportOutcome) => Number(rows.find((row) => row.outcome === outcome)?.n ?? 0);
  return { upheld: count('upheld'), dismissed: count('dismissed') };
}

const outcomesOf = compileOnce((db) =>
  db
    .selectFrom('report')
    .select(['outcome', (eb) => eb.fn.countAll<number>().as('n')])
    .where('person_id', '=', '')
    .groupBy('outcome'),
);

/** How often one person reported messages of another since a time. */
export async function countReportsAgainst(
  db: Reader,
  reporterId: string,
  authorId: string,
  since: number,
): Promise<number> {
  const row = await db
    .selectFrom('report')
    .innerJoin('message', 'message.id', 'report.message_id')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('report.person_id', '=', reporterId)
    .where('report.created_at', '>', since)
    .where('message.author_id', '=', authorId)
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

/** Writes down that the author used the one change that reports give. @returns false when it was used before. */
export async function useReportedEdit(tx: Tx, messageId: string, at: number): Promise<boolean> {
  const result = await tx
    .insertInto('reported_edit')
    .values({ message_id: messageId, created_at: at })
    .onConflict((oc) => oc.column('message_id').doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function wasEditedAfterReports(db: Reader, messageId: string): Promise<boolean> {
  const row = await db
    .selectFrom('reported_edit')
    .select('message_id')
    .where('message_id', '=', messageId)
    .executeTakeFirst();
  return row !== undefined;
}
