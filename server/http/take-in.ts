import { randomUUID } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { AppContext } from '../context.ts';
import { Refusal } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { addressOf, type Env } from './request.ts';

/**
 * What every request passes first: it gets an id, its address is counted, its body is bounded. One step, since
 * each step of Hono's costs promises; and headers are set on what is sent, since on Hono's context they make
 * objects of the web that cost a fifth of answering.
 */
export function takeIn(ctx: AppContext): MiddlewareHandler<Env> {
  return async (c, next) => {
    const id = idOf(c.req.header('x-request-id'));
    c.set('requestId', id);
    const { outgoing } = c.env;
    outgoing.setHeader('X-Request-Id', id);
    if (c.req.path.startsWith('/api/')) {
      // Frames of a stream are counted as those of a socket, where they are received.
      if (!c.req.path.startsWith('/api/stream/')) await ctx.pace.takeRequest(addressOf(ctx, c));
      outgoing.setHeader('Cache-Control', 'no-store');
    }
    // Looking whether a request has a body makes a whole Request of it, half of what answering costs.
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return await next();
    await bodyLimit({ maxSize: roomFor(c.req.path), onError: () => Promise.reject(tooLarge()) })(c, next);
  };
}

/** Whoever asks may name their request, in characters that a log and a header take. */
function idOf(wanted: string | undefined): string {
  return wanted && wanted.length <= 255 && /^[\w\-=]+$/.test(wanted) ? wanted : randomUUID();
}

/** Pictures and lists of entries are longer than anything else that is sent here. */
function roomFor(path: string): number {
  if (/^\/(account\/picture|join\/[^/]+)$/.test(path)) return LIMITS.picture.bytes + LIMITS.body.bytes;
  if (/^\/api\/back-office\/[^/]+\/library\/imports$/.test(path)) return LIMITS.library.importBytes;
  if (/^\/api\/back-office\/[^/]+\/invitation-previews$/.test(path)) return LIMITS.invitation.listBytes;
  if (path.startsWith('/api/stream/')) return LIMITS.frame.bytes * LIMITS.frame.together;
  const isList = /^\/api\/back-office\/[^/]+\/library\//.test(path);
  return isList ? LIMITS.library.entriesBytes : LIMITS.body.bytes;
}

const tooLarge = () => new Refusal(413, 'too-large', 'This is too large.');
