import { type Kysely, sql } from 'kysely';
import type { Reader } from './database.ts';
import type { Database } from './schema.ts';

export type QueueEntry = { message_id: string; since: number };
export type QueueKindValue = 'held' | 'reported' | 'alert';

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
  const waiting = kind ? sourceOf(db, siteId, kind) : everything(db, siteId);
  return await db
    .selectFrom(waiting.as('waiting'))
    .select(['waiting.message_id', (eb) => eb.fn.min<number>('waiting.since').as('since')])
    .groupBy('waiting.message_id')
    .orderBy('since')
    .orderBy('waiting.message_id')
    .limit(limit)
    .execute();
}

/** How many messages wait, in all and by what brought them. */
export async function countQueue(
  db: Reader,
  siteId: string,
): Promise<{ all: number } & Record<QueueKindValue, number>> {
  const count = async (source: ReturnType<typeof sourceOf>) => {
    const row = await db
      .selectFrom(source.as('waiting'))
      .select(sql<number>`count(distinct waiting.message_id)`.as('n'))
      .executeTakeFirstOrThrow();
    return Number(row.n);
  };
  return {
    all: await count(everything(db, siteId)),
    held: await count(sourceOf(db, siteId, 'held')),
    reported: await count(sourceOf(db, siteId, 'reported')),
    alert: await count(sourceOf(db, siteId, 'alert')),
  };
}

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

function everything(db: Reader, siteId: string) {
  return sourceOf(db, siteId, 'held')
    .unionAll(sourceOf(db, siteId, 'reported'))
    .unionAll(sourceOf(db, siteId, 'alert'));
}

function sourceOf(db: Reader, siteId: string, kind: QueueKindValue) {
  switch (kind) {
    case 'held':
      return inLiveConversation(db, siteId)
        .select(['message.id as message_id', 'message.created_at as since'])
        .where('message.state', '=', 'held');
    case 'reported':
      return inLiveConversation(db, siteId)
        .innerJoin('report', 'report.message_id', 'message.id')
        .select(['message.id as message_id', 'report.created_at as since'])
        .where('report.resolved_at', 'is', null);
    case 'alert':
      return inLiveConversation(db, siteId)
        .innerJoin('alert', 'alert.message_id', 'message.id')
        .select(['message.id as message_id', 'alert.created_at as since'])
        .where('alert.closed_at', 'is', null);
  }
}

function inLiveConversation(db: Reader, siteId: string) {
  return (db as Kysely<Database>)
    .selectFrom('message')
    .innerJoin('conversation', 'conversation.id', 'message.conversation_id')
    .where('message.site_id', '=', siteId)
    .where('conversation.state', '!=', 'deleted');
}
