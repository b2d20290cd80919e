/** The audit log, newest first. For managers. */
import { Hono } from 'hono';
import * as z from 'zod';
import { listAuditLog } from '../../../db/audit-log.ts';
import { describeTargets } from '../../../db/audit-targets.ts';
import { requireManager } from '../../access.ts';
import type { AppContext } from '../../context.ts';
import { LIMITS } from '../../limits.ts';
import type { AuditLogEntry, Page } from '../../protocol/back-office.ts';
import { type Env, queryOf, staffOf } from '../request.ts';

const listQuery = z.object({
  act: z.string().max(60).optional(),
  after: z
    .string()
    .regex(/^\d{1,15}$/)
    .optional(),
});

export function auditLogRoutes(ctx: AppContext) {
  const app = new Hono<Env>();

  app.get('/audit-log', async (c) => {
    const actor = await staffOf(ctx, c);
    requireManager(actor);
    const query = queryOf(c, listQuery);
    const limit = LIMITS.backOffice.page;
    const before = query.after ? Number(query.after) : null;
    const rows = await listAuditLog(ctx.db, actor.site.id, {
      act: query.act || null,
      before,
      limit: limit + 1,
    });
    const page = rows.slice(0, limit);
    const targets = await describeTargets(ctx.db, page);
    const items = page.map((row) => ({
      id: String(row.id),
      at: row.created_at,
      actor:
        row.actor_id && row.actor_name && row.actor_role
          ? { id: row.actor_id, name: row.actor_name, role: row.actor_role }
          : null,
      act: row.act,
      targetKind: row.target_kind,
      targetId: row.target_id,
      target: (row.target_id && targets.get(row.target_id)) ?? '',
      reason: row.reason,
      details: JSON.parse(row.details) as AuditLogEntry['details'],
    }));
    const last = page.at(-1);
    return c.json<Page<AuditLogEntry>>({ items, next: rows.length > limit && last ? String(last.id) : null });
  });

  return app;
}
