import { type SqlBool, sql } from 'kysely';
import type { Reader, Tx } from './database.ts';
import type { AlertRow } from './schema-moderators.ts';

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

/** @returns whether this call took it: of two managers at once, one does. */
export async function takeAlert(tx: Tx, id: string, by: string, at: number): Promise<boolean> {
  const result = await tx
    .updateTable('alert')
    .set({ taken_by: by, taken_at: at })
    .where('id', '=', id)
    .where('taken_at', 'is', null)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** @returns whether this call answered it: it may be answered once, and not once it is closed. */
export async function answerAlert(
  tx: Tx,
  id: string,
  { by, answer, at }: { by: string; answer: string; at: number },
): Promise<boolean> {
  const result = await tx
    .updateTable('alert')
    .set({ answer, answered_by: by, answered_at: at })
    .where('id', '=', id)
    .where('answered_at', 'is', null)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** @returns whether this call closed it: somebody else may have been quicker. */
export async function closeAlert(tx: Tx, id: string, by: string, at: number): Promise<boolean> {
  const result = await tx
    .updateTable('alert')
    .set({ closed_at: at, closed_by: by })
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export type AlertPlace = { createdAt: number; id: string };
export type AlertFilter = {
  siteId: string;
  isOpen: boolean;
  /** null = whoever raised them */
  raisedBy: string | null;
  before: AlertPlace | null;
  limit: number;
};

/** A site's alerts with the names of those concerned, newest first. */
export async function listAlerts(db: Reader, { siteId, isOpen, raisedBy, before, limit }: AlertFilter) {
  let query = db
    .selectFrom('alert')
    .leftJoin('person as raiser', 'raiser.id', 'alert.raised_by')
    .leftJoin('person as taker', 'taker.id', 'alert.taken_by')
    .leftJoin('person as answerer', 'answerer.id', 'alert.answered_by')
    .leftJoin('person as closer', 'closer.id', 'alert.closed_by')
    .leftJoin('person as about', 'about.id', 'alert.person_id')
    .leftJoin('message', 'message.id', 'alert.message_id')
    .leftJoin('message as question', (join) =>
      join.onRef('question.conversation_id', '=', 'alert.conversation_id').on('question.is_question', '=', 1),
    )
    .selectAll('alert')
    .select(['raiser.name as raiser', 'taker.name as taker', 'answerer.name as answerer'])
    .select(['closer.name as closer', 'about.name as about', 'message.body as text'])
    .select('question.body as question')
    .where('alert.site_id', '=', siteId)
    .where('alert.closed_at', isOpen ? 'is' : 'is not', null)
    .orderBy('alert.created_at', 'desc')
    .orderBy('alert.id', 'desc')
    .limit(limit);
  if (raisedBy) query = query.where('alert.raised_by', '=', raisedBy);
  if (before)
    query = query.where(sql<SqlBool>`(alert.created_at, alert.id) < (${before.createdAt}, ${before.id})`);
  return await query.execute();
}

export type ListedAlert = Awaited<ReturnType<typeof listAlerts>>[number];

/** How many are open, and how many of those call for somebody now and were not taken. */
export async function countAlerts(
  db: Reader,
  siteId: string,
  raisedBy: string | null,
): Promise<{ open: number; now: number }> {
  let query = db
    .selectFrom('alert')
    .select((eb) => eb.fn.countAll<number>().as('open'))
    .select(sql<number>`sum(degree = 'now' and taken_at is null)`.as('now'))
    .where('site_id', '=', siteId)
    .where('closed_at', 'is', null);
  if (raisedBy) query = query.where('raised_by', '=', raisedBy);
  const row = await query.executeTakeFirstOrThrow();
  return { open: Number(row.open), now: Number(row.now ?? 0) };
}

/** How many alerts somebody raised since a time. */
export async function countRaised(db: Reader, personId: string, since: number): Promise<number> {
  const row = await db
    .selectFrom('alert')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('raised_by', '=', personId)
    .where('created_at', '>', since)
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

/** Under which key people are told of an alert, and of its answer. */
export const ALERT_KEY = {
  alert: (id: string) => `alert ${id}`,
  answer: (id: string) => `alert-answer ${id}`,
};

/** These people need not be told of it any more: somebody saw to it, or they read it. */
export async function settleNotices(tx: Tx, personIds: string[], keys: string[], at: number): Promise<void> {
  if (personIds.length === 0) return;
  await tx
    .updateTable('notice')
    .set({ done_at: at, outcome: 'read' })
    .where('person_id', 'in', personIds)
    .where('key', 'in', keys)
    .where('done_at', 'is', null)
    .execute();
}

/** The answers to their alerts that somebody is still to be told of, as keys. */
export async function listUntoldAnswers(db: Reader, personId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('notice')
    .select('key')
    .where('person_id', '=', personId)
    .where('kind', '=', 'alert-answer')
    .where('done_at', 'is', null)
    .execute();
  return rows.map(({ key }) => key);
}
