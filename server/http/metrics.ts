import { timingSafeEqual } from 'node:crypto';
import { Hono, type MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Registry } from 'prom-client';
import type { AppContext } from '../context.ts';
import { notFound, Refusal } from '../errors.ts';
import { look } from '../metrics/look.ts';
import { noteRequest } from '../metrics.ts';
import { addressOf, type Env } from './request.ts';

export const METRICS_PATH = '/metrics';

/** On the main port: for whoever bears the token; where there is none, the path does not exist. */
export function metricsRoutes(ctx: AppContext) {
  const app = new Hono<Env>();
  const token = ctx.config.metrics?.token;
  app.get(METRICS_PATH, async (c) => {
    if (!token) throw notFound();
    await ctx.pace.takeRequest(addressOf(ctx, c));
    if (!isSame(c.req.header('authorization') ?? '', `Bearer ${token}`))
      throw new Refusal(401, 'bad-token', 'The bearer token of ENTRAIDE_METRICS_TOKEN is needed.');
    return await sendMetrics(ctx);
  });
  return app;
}

/** On a port of its own, which only this machine reaches. */
export function metricsPortApp(ctx: AppContext) {
  const app = new Hono();
  app.get(METRICS_PATH, () => sendMetrics(ctx));
  app.onError((error, c) => {
    ctx.log.error({ err: error }, 'the metrics could not be read');
    return c.body(null, 503);
  });
  return app;
}

/** Counts every request under the pattern of its route and times it: what the path holds is never noted. */
export function countRequests({ metrics }: AppContext): MiddlewareHandler {
  return async (c, next) => {
    const start = performance.now();
    await next();
    const method = METHODS.has(c.req.method) ? c.req.method : 'other';
    noteRequest(metrics, `${method} ${routePath(c, -1)}`, c.res.status, (performance.now() - start) / 1000);
  };
}

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

const registries = new WeakMap<AppContext, Promise<Registry>>();

/** Loaded only where somebody reads: elsewhere its weight is not carried. Some measures begin with it. */
export function registryOf(ctx: AppContext): Promise<Registry> {
  const known = registries.get(ctx) ?? load(ctx);
  registries.set(ctx, known);
  return known;
}

async function load(ctx: AppContext): Promise<Registry> {
  const { createRegistry } = await import('../metrics/registry.ts');
  return createRegistry(ctx.metrics, () => look(ctx));
}

async function sendMetrics(ctx: AppContext): Promise<Response> {
  const registry = await registryOf(ctx);
  const headers = { 'Content-Type': registry.contentType, 'Cache-Control': 'no-store' };
  return new Response(await registry.metrics(), { headers });
}

/** Takes as long whatever is right in it. */
function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
