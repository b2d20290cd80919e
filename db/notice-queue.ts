/** Notices on their way: due, claimed by who sends them, done or tried again. */
import { type SqlBool, sql } from 'kysely';
import { compileOnce } from './compile-once.ts';
import type { Db } from './connect.ts';
import type { Reader, Tx } from './database.ts';
import type { NoticeRow } from './schema-community.ts';

export type Notice = Omit<NoticeRow, 'number'> & { number: number };

/** Claimed, and not known to have been sent. */
const SENDING = 'sending';
/** Written as its index is, or that would not be used. */
const isSending = sql<SqlBool>`outcome = 'sending'`;

/** Where a page of what is due ends. */
export type DuePlace = Pick<Notice, 'due_at' | 'number'>;

/** What is due after `after`, longest due first: whose it is, page by page, whatever the queue's length. */
export async function listDue(
  db: Reader,
  now: number,
  after: DuePlace,
  limit: number,
): Promise<(DuePlace & { person_id: string })[]> {
  return await duePage(db, [now, after.due_at, after.due_at, after.number, limit]);
}

const duePage = compileOnce((db) =>
  db
    .selectFrom('notice')
    .select(['person_id', 'due_at', 'number'])
    .where('done_at', 'is', null)
    .where('due_at', '<=', 0)
    .where('due_at', '>=', 0)
    .where((eb) => eb.or([eb('due_at', '>', 0), eb('number', '>', 0)]))
    .orderBy('due_at')
    .orderBy('number')
    .limit(0),
);

/** What one person is to be told by now, oldest first. */
export async function listDueOf(db: Reader, personId: string, now: number, limit: number): Promise<Notice[]> {
  return await dueOf(db, [personId, now, limit]);
}

const dueOf = compileOnce((db) =>
  db
    .selectFrom('notice')
    .selectAll()
    .where('person_id', '=', '')
    .where('done_at', 'is', null)
    .where('due_at', '<=', 0)
    .orderBy('number')
    .limit(0),
);

/** Claims what is about to be sent. @returns the numbers that were still to be told: who claims first sends. */
export async function claimNotices(tx: Tx, numbers: number[], at: number): Promise<number[]> {
  const rows = await tx
    .updateTable('notice')
    .set({ done_at: at, outcome: SENDING })
    .where('number', 'in', numbers)
    .where('done_at', 'is', null)
    .returning('number')
    .execute();
  return rows.map((row) => row.number);
}

export async function finishNotices(tx: Tx, numbers: number[], outcome: string, at: number): Promise<void> {
  await tx.updateTable('notice').set({ done_at: at, outcome }).where('number', 'in', numbers).execute();
  await tx.deleteFrom('notice_try').where('notice_number', 'in', numbers).execute();
}

/** To be told later: a quiet hour, a digest, somebody who is told already. */
export async function putOffNotices(tx: Tx, numbers: number[], dueAt: number): Promise<void> {
  await tx
    .updateTable('notice')
    .set({ done_at: null, outcome: null, due_at: dueAt })
    .where('number', 'in', numbers)
    .execute();
}

/** Could not be sent: tried again at `dueAt`. */
export async function retryNotice(
  tx: Tx,
  notice: Pick<Notice, 'number' | 'site_id'>,
  tried: { tries: number; at: number; dueAt: number },
): Promise<void> {
  const { tries, at: failed_at } = tried;
  await putOffNotices(tx, [notice.number], tried.dueAt);
  await tx
    .insertInto('notice_try')
    .values({ notice_number: notice.number, site_id: notice.site_id, tries, failed_at })
    .onConflict((oc) => oc.column('notice_number').doUpdateSet({ tries, failed_at }))
    .execute();
}

export async function triesOf(db: Reader, numbers: number[]): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('notice_try')
    .select(['notice_number', 'tries'])
    .where('notice_number', 'in', numbers)
    .execute();
  return new Map(rows.map((row) => [row.notice_number, row.tries]));
}

/** When a person was last told anything this way; null = not lately. */
export async function lastTold(
  db: Reader,
  personId: string,
  outcome: 'mailed' | 'pushed',
): Promise<number | null> {
  const [row] = await toldLast(db, [personId, outcome]);
  return row?.at ?? null;
}

const toldLast = compileOnce((db) =>
  db
    .selectFrom('notice')
    .select((eb) => eb.fn.max('done_at').as('at'))
    .where('person_id', '=', '')
    .where('outcome', '=', ''),
);

export async function hasInterrupted(db: Reader): Promise<boolean> {
  const row = await db.selectFrom('notice').select('number').where(isSending).executeTakeFirst();
  return row !== undefined;
}

/** The server stopped while these were being sent: whether they left is not known, so they are sent again. */
export async function takeUpInterrupted(tx: Tx): Promise<void> {
  await tx.updateTable('notice').set({ done_at: null, outcome: null }).where(isSending).execute();
}

/** What was done with before `before` is forgotten, some at a time. */
export async function forgetDone(tx: Tx, before: number, limit: number): Promise<number> {
  const result = await tx
    .deleteFrom('notice')
    .where('number', 'in', (eb) =>
      eb.selectFrom('notice').select('number').where('done_at', '<', before).orderBy('done_at').limit(limit),
    )
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}

/** In a database brought back: what waited then may have been told since, and nobody is told twice. */
export async function settleEveryNotice(db: Db, at: number): Promise<void> {
  await db
    .updateTable('notice')
    .set({ done_at: at, outcome: 'restored' })
    .where((eb) => eb.or([eb('done_at', 'is', null), isSending]))
    .execute();
  await db.deleteFrom('notice_try').execute();
}

/** What was to be told of a conversation that is erased. */
export async function forgetNoticesOf(tx: Tx, conversationId: string): Promise<void> {
  const numbers = tx.selectFrom('notice').select('number').where('conversation_id', '=', conversationId);
  await tx.deleteFrom('notice_try').where('notice_number', 'in', numbers).execute();
  await tx.deleteFrom('notice').where('conversation_id', '=', conversationId).execute();
}

/** How telling goes on a site: what waits, what is being tried again, and what was given up since `since`. */
export async function noticeHealth(db: Reader, siteId: string, now: number, since: number) {
  const count = (rows: { n: number } | undefined) => Number(rows?.n ?? 0);
  const late = await db
    .selectFrom('notice')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('site_id', '=', siteId)
    .where('done_at', 'is', null)
    .where('due_at', '<=', now)
    .executeTakeFirst();
  const retried = await db
    .selectFrom('notice_try')
    .select((eb) => [eb.fn.countAll<number>().as('n'), eb.fn.max('failed_at').as('at')])
    .where('site_id', '=', siteId)
    .executeTakeFirst();
  const failed = await db
    .selectFrom('notice')
    .select((eb) => [eb.fn.countAll<number>().as('n'), eb.fn.max('done_at').as('at')])
    .where('site_id', '=', siteId)
    .where('outcome', '=', 'failed')
    .where('done_at', '>', since)
    .executeTakeFirst();
  const lastFailure = Math.max(retried?.at ?? 0, failed?.at ?? 0) || null;
  return { waiting: count(late), retried: count(retried), failed: count(failed), lastFailure };
}

/** How many are to be told, of all sites. */
export async function countNotices(db: Reader): Promise<number> {
  const row = await db
    .selectFrom('notice')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('done_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(row.n);
}
