/** The audit log. Append-only: this file exports no update and no delete. */
import { compileOnce } from './compile-once.ts';
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

/** `act`: how the act's name begins; null = every act. */
export type AuditFilter = { act: string | null; before: number | null; limit: number };

/** A site's entries, newest first, each with its actor's name and role. */
export async function listAuditLog(db: Reader, siteId: string, { act, before, limit }: AuditFilter) {
  const from = before ?? Number.MAX_SAFE_INTEGER;
  if (act === null) return await newest(db, [siteId, from, limit]);
  const acts = await actsBeginning(db, siteId, act);
  const lists = await Promise.all(acts.map((each) => newestOf(db, [siteId, each, from, limit])));
  return lists
    .flat()
    .sort((a, b) => b.id - a.id)
    .slice(0, limit);
}

/** The acts that were ever done, a step in the index each: there are few of them, and many entries. */
async function actsBeginning(db: Reader, siteId: string, beginning: string): Promise<string[]> {
  const acts: string[] = [];
  for (let [next] = await actFrom(db, [siteId, beginning, 1]); next?.act.startsWith(beginning); ) {
    acts.push(next.act);
    [next] = await actFrom(db, [siteId, `${next.act}\u0000`, 1]);
  }
  return acts;
}

const actFrom = compileOnce((db) =>
  db
    .selectFrom('audit_log')
    .select('act')
    .where('site_id', '=', '')
    .where('act', '>=', '')
    .orderBy('act')
    .limit(1),
);

const withActor = (db: Reader) =>
  db
    .selectFrom('audit_log')
    .leftJoin('person as actor', 'actor.id', 'audit_log.actor_id')
    .selectAll('audit_log')
    .select(['actor.name as actor_name', 'actor.role as actor_role'])
    .where('audit_log.site_id', '=', '');

const newest = compileOnce((db) =>
  withActor(db).where('audit_log.id', '<', 0).orderBy('audit_log.id', 'desc').limit(1),
);
const newestOf = compileOnce((db) =>
  withActor(db)
    .where('audit_log.act', '=', '')
    .where('audit_log.id', '<', 0)
    .orderBy('audit_log.id', 'desc')
    .limit(1),
);
