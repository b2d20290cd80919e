import { Hono } from 'hono';
import { listSites } from '../../db/sites.ts';
import type { AppContext } from '../context.ts';
import { LIMITS } from '../limits.ts';
import type { Env } from './request.ts';

/**
 * `/health`: the process answers. `/ready`: its database works as well; 503 where not. Where a filter fails,
 * messages are held and everything else goes on: that is said, and no reason to send people elsewhere. However
 * often it is asked, everything is tried once a second at most.
 */
export function healthRoutes(ctx: AppContext) {
  const app = new Hono<Env>();
  const tried = onceInAWhile(ctx, () => tryFilters(ctx));
  app.get('/health', (c) => c.json({ status: 'ok' }));
  app.get('/ready', async (c) => {
    const works = await tried();
    const { since, held } = ctx.filterHealth.state();
    const filter = since === null ? 'ok' : `failing since ${new Date(since).toISOString()}`;
    const status = works ? (since === null ? 'ready' : 'degraded') : 'not ready';
    const checks = { database: works ? 'ok' : 'failing', filter: works ? filter : 'unknown' };
    return c.json({ status, checks, heldByFailure: held }, works ? 200 : 503);
  });
  return app;
}

/** The answer of a moment ago, or the one under way, serves whoever asks now. A clock set back asks again. */
function onceInAWhile<T>({ clock }: AppContext, work: () => Promise<T>): () => Promise<T> {
  let known: { at: number; answer: Promise<T> } | null = null;
  return () => {
    const age = known ? clock.now() - known.at : Number.POSITIVE_INFINITY;
    if (!known || age < 0 || age >= LIMITS.ready.everyMs) known = { at: clock.now(), answer: work() };
    return known.answer;
  };
}

/** Asks every site's filter once, so that one that works again is known to. @returns whether the database works */
async function tryFilters(ctx: AppContext): Promise<boolean> {
  try {
    for (const site of await listSites(ctx.db)) {
      const filter = await ctx.filterOf(site.id);
      await filter.judge({ text: 'ready', author: { role: 'visitor' }, history: [], now: ctx.clock.now() });
    }
    return true;
  } catch (error) {
    ctx.log.error({ err: error }, 'not ready');
    return false;
  }
}
