/** The audit log. Append-only: this file exports no update and no delete. */
import type { Reader, Tx } from './database.ts';
import type { AuditLogRow } from './schema.ts';

export type AuditEntry = {
  siteId: string;
  /** null = the system */
  actorId: string | null;
  act: string;
  targetKind: string;
  targetId: string | null;
  reason: string | null;
  details?: Record<string, string | number | boolean | null>;
  at: number;
};

/** Writes down an act in the transaction that does it. */
export async function addAuditEntry(tx: Tx, entry: AuditEntry): Promise<number> {
  const row = await tx
    .insertInto('audit_log')
    .values(auditRow(entry))
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

export function auditRow(entry: AuditEntry): Omit<AuditLogRow, 'id'> {
  return {
    site_id: entry.siteId,
    actor_id: entry.actorId,
    act: entry.act,
    target_kind: entry.targetKind,
    target_id: entry.targetId,
    reason: entry.reason,
    details: JSON.stringify(entry.details ?? {}),
    created_at: entry.at,
  };
}

export async function findAuditEntry(db: Reader, siteId: string, id: number) {
  return await db
    .selectFrom('audit_log')
    .selectAll()
    .where('site_id', '=', siteId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** The last decision about a message. */
export async function findLatestAct(db: Reader, messageId: string) {
  return await db
    .selectFrom('audit_log')
    .selectAll()
    .where('target_id', '=', messageId)
    .where('act', 'like', 'message.%')
    .orderBy('id', 'desc')
    .executeTakeFirst();
}

export type AuditFilter = { act: string | null; before: number | null; limit: number };

/** A site's entries, newest first, each with its actor's name and role. */
export async function listAuditLog(db: Reader, siteId: string, filter: AuditFilter) {
  let query = db
    .selectFrom('audit_log')
    .leftJoin('person as actor', 'actor.id', 'audit_log.actor_id')
    .selectAll('audit_log')
    .select(['actor.name as actor_name', 'actor.role as actor_role'])
    .where('audit_log.site_id', '=', siteId)
    .orderBy('audit_log.id', 'desc')
    .limit(filter.limit);
  if (filter.act) query = query.where('audit_log.act', 'like', `${filter.act.replace(/[%_]/g, '')}%`);
  if (filter.before !== null) query = query.where('audit_log.id', '<', filter.before);
  return await query.execute();
}
