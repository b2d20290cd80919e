import { type SqlBool, sql } from 'kysely';
import { compileOnce } from './compile-once.ts';
import type { Reader } from './database.ts';

export type QueueEntry = { message_id: string; since: number };
export type QueueKindValue = 'held' | 'reported' | 'alert';

const BIT = { held: 1, reported: 2, alert: 4 } as const;
const EVERY_KIND = BIT.held + BIT.reported + BIT.alert;

/**
 * What waits for a person's decision: held messages, messages with open reports, messages with open
 * alerts. A message comes once, at the time of what brought it first. Nothing of deleted conversations.
 */
export async function listQueue(
  db: Reader,
  siteId: string,
  kind: QueueKindValue | null,
  limit: number,
): Promise<QueueEntry[]> {
  return await waitingOf(db, [siteId, kind ? BIT[kind] : EVERY_KIND, limit]);
}

const waitingOf = compileOnce((db) =>
  db
    .selectFrom('waiting')
    .select(['message_id', 'since'])
    .where('site_id', '=', '')
    .where(sql<SqlBool>`(kinds & ${0}) <> 0`)
    .orderBy('since')
    .orderBy('message_id')
    .limit(1),
);

/** How many messages wait, in all and by what brought them. */
export async function countQueue(
  db: Reader,
  siteId: string,
): Promise<{ all: number } & Record<QueueKindValue, number>> {
  const byKinds = await countWaiting(db, [siteId]);
  const count = (bits: number) =>
    byKinds.reduce((sum, { kinds, n }) => sum + ((kinds & bits) === 0 ? 0 : Number(n)), 0);
  return {
    all: count(EVERY_KIND),
    held: count(BIT.held),
    reported: count(BIT.reported),
    alert: count(BIT.alert),
  };
}

const countWaiting = compileOnce((db) =>
  db
    .selectFrom('waiting')
    .select(['kinds', (eb) => eb.fn.countAll<number>().as('n')])
    .where('site_id', '=', '')
    .groupBy('kinds'),
);

/** Open reports and alerts of these messages, with who and why. */
export async function listReportsAndAlerts(db: Reader, messageIds: string[]) {
  if (messageIds.length === 0) return { reports: [], alerts: [] };
  const reports = await db
    .selectFrom('report')
    .leftJoin('person', 'person.id', 'report.person_id')
    .selectAll('report')
    .select('person.name as by')
    .where('message_id', 'in', messageIds)
    .where('resolved_at', 'is', null)
    .orderBy('report.created_at')
    .execute();
  const alerts = await db
    .selectFrom('alert')
    .leftJoin('person', 'person.id', 'alert.raised_by')
    .selectAll('alert')
    .select('person.name as by')
    .where('message_id', 'in', messageIds)
    .where('closed_at', 'is', null)
    .orderBy('alert.created_at')
    .execute();
  return { reports, alerts };
}
