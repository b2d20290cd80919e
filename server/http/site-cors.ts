import type { MiddlewareHandler } from 'hono';
import type { AppContext } from '../context.ts';
import { createOriginCheck } from '../realtime/origins.ts';
import type { Env } from './request.ts';

/**
 * Answers are readable from the pages of the sites this server serves, and from no others (the Fetch
 * standard's CORS protocol, no credentials).
 */
export function siteCors(ctx: AppContext): MiddlewareHandler<Env> {
  const isOriginOfSite = createOriginCheck(ctx);
  const ownOrigin = new URL(ctx.config.publicUrl).origin;
  return async (c, next) => {
    const origin = c.req.header('origin') ?? '';
    const mayRead = origin !== '' && (origin === ownOrigin || (await isOriginOfSite(origin)));
    const { outgoing } = c.env;
    outgoing.setHeader('Vary', 'Origin');
    if (mayRead) outgoing.setHeader('Access-Control-Allow-Origin', origin);
    if (c.req.method !== 'OPTIONS') return await next();
    if (mayRead) {
      outgoing.setHeader('Access-Control-Allow-Methods', 'GET,POST');
      outgoing.setHeader('Access-Control-Allow-Headers', 'Authorization,Content-Type');
      outgoing.setHeader('Access-Control-Max-Age', '600');
    }
    return c.body(null, 204);
  };
}
