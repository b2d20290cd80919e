import { Hono } from 'hono';
import { listSites } from '../../db/sites.ts';
import type { AppContext } from '../context.ts';
import type { Env } from './request.ts';

/** `/health`: the process answers. `/ready`: its database and its filters work as well; 503 where not. */
export function healthRoutes(ctx: AppContext) {
  const app = new Hono<Env>();
  app.get('/health', (c) => c.json({ status: 'ok' }));
  app.get('/ready', async (c) => {
    const checks = await check(ctx);
    const ready = Object.values(checks).every((state) => state === 'ok');
    return c.json({ status: ready ? 'ready' : 'not ready', checks }, ready ? 200 : 503);
  });
  return app;
}

async function check(ctx: AppContext): Promise<{ database: string; filter: string }> {
  try {
    for (const site of await listSites(ctx.db)) {
      const filter = await ctx.filterOf(site.id);
      const input = {
        text: 'ready',
        author: { role: 'visitor' as const },
        history: [],
        now: ctx.clock.now(),
      };
      const { reasons } = filter.judge(input);
      if (reasons.some((reason) => reason.kind === 'filter-error'))
        return { database: 'ok', filter: 'failing' };
    }
    return { database: 'ok', filter: 'ok' };
  } catch (error) {
    ctx.log.error({ err: error }, 'not ready');
    return { database: 'failing', filter: 'unknown' };
  }
}
