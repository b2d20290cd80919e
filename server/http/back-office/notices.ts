/** How telling people goes, for who looks after a site. */
import { Hono } from 'hono';
import { noticeHealth } from '../../../db/notice-queue.ts';
import { requireManager } from '../../access.ts';
import type { AppContext } from '../../context.ts';
import { LIMITS } from '../../limits.ts';
import type { NoticeHealth } from '../../protocol/notifications.ts';
import { type Env, staffOf } from '../request.ts';

export function noticeRoutes(ctx: AppContext) {
  const app = new Hono<Env>();
  app.get('/notices', async (c) => {
    const actor = await staffOf(ctx, c);
    requireManager(actor);
    const now = ctx.clock.now();
    const health = await noticeHealth(ctx.db, actor.site.id, now, now - LIMITS.notices.keptMs);
    return c.json<NoticeHealth>({ mailConfigured: ctx.mailer.configured, ...health });
  });
  return app;
}
