import type { MiddlewareHandler } from 'hono';
import type { AppContext } from '../context.ts';
import { createOriginCheck } from '../realtime/origins.ts';
import type { Env } from './request.ts';

/**
 * Answers are readable from the pages of the sites this server serves, and from no others (the Fetch
 * standard's CORS protocol, no credentials). Headers are set before there is a response: set on one, they
 * make a second of it, which costs as much as answering.
 */
export function siteCors(ctx: AppContext): MiddlewareHandler<Env> {
  const isOriginOfSite = createOriginCheck(ctx);
  const ownOrigin = new URL(ctx.config.publicUrl).origin;
  return async (c, next) => {
    const origin = c.req.header('origin') ?? '';
    const mayRead = origin !== '' && (origin === ownOrigin || (await isOriginOfSite(origin)));
    c.header('Vary', 'Origin');
    if (mayRead) c.header('Access-Control-Allow-Origin', origin);
    if (c.req.method !== 'OPTIONS') return await next();
    if (mayRead) {
      c.header('Access-Control-Allow-Methods', 'GET,POST');
      c.header('Access-Control-Allow-Headers', 'Authorization,Content-Type');
      c.header('Access-Control-Max-Age', '600');
    }
    return c.body(null, 204);
  };
}
