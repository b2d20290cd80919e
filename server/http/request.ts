import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type * as z from 'zod';
import type { Actor } from '../actor.ts';
import { authenticate, type Credentials } from '../authenticate.ts';
import { clientAddress } from '../client-address.ts';
import type { AppContext } from '../context.ts';
import { badRequest, Refusal } from '../errors.ts';

export type Env = { Bindings: HttpBindings; Variables: { requestId: string; address?: string } };

export function addressOf(ctx: AppContext, c: Context<Env>): string {
  const known = c.get('address') ?? clientAddress(c.env.incoming, ctx.config.trustedProxies);
  c.set('address', known);
  return known;
}

/** Who makes this request on this site. @throws Refusal 401, 403, 404 */
export async function actorOf(ctx: AppContext, c: Context<Env>, siteId: string): Promise<Actor> {
  return await authenticate(ctx, siteId, credentialsOf(ctx, c), addressOf(ctx, c));
}

/**
 * Who works in the back office: by the session cookie of our own pages only. A token of the widget lives on
 * the shop's page, where any script of the shop could read it: it opens nothing here.
 * @throws Refusal 401, 403, 404
 */
export async function staffOf(ctx: AppContext, c: Context<Env>): Promise<Actor> {
  const siteId = c.req.param('site');
  if (!siteId) throw badRequest('site: missing');
  refuseForeignOrigin(ctx, c);
  return await authenticate(ctx, siteId, { cookie: c.req.header('cookie') ?? '' }, addressOf(ctx, c));
}

/** A bearer token, or the session cookie where the request comes from our own pages. */
function credentialsOf(ctx: AppContext, c: Context<Env>): Credentials {
  const token = bearerOf(c);
  if (token !== null) return { token };
  refuseForeignOrigin(ctx, c);
  return { cookie: c.req.header('cookie') ?? '' };
}

export function bearerOf(c: Context<Env>): string | null {
  const authorization = c.req.header('authorization');
  return authorization?.startsWith('Bearer ') ? authorization.slice('Bearer '.length) : null;
}

/** The cookie speaks only for our own pages: what writes must say that it comes from one of them. */
export function refuseForeignOrigin(ctx: AppContext, c: Context<Env>): void {
  const origin = c.req.header('origin');
  const reads = c.req.method === 'GET' || c.req.method === 'HEAD';
  if (origin === undefined && reads) return;
  if (origin !== new URL(ctx.config.publicUrl).origin) {
    throw new Refusal(403, 'origin', 'This request does not come from a page of this server.');
  }
}

/** The JSON body in the form wanted. @throws Refusal 415 not JSON, 400 another form, naming the field */
export async function bodyOf<Schema extends z.ZodType>(
  c: Context<Env>,
  schema: Schema,
): Promise<z.infer<Schema>> {
  if (!c.req.header('content-type')?.startsWith('application/json')) {
    throw new Refusal(415, 'not-json', 'Send JSON (content-type: application/json).');
  }
  return check(schema, await c.req.json().catch(() => Promise.reject(badRequest('The body is not JSON.'))));
}

/** The query in the form wanted. @throws Refusal 400 */
export function queryOf<Schema extends z.ZodType>(c: Context<Env>, schema: Schema): z.infer<Schema> {
  return check(schema, c.req.query());
}

function check<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw badRequest(issue ? `${issue.path.join('.') || 'body'}: ${issue.message}` : 'Not the form wanted.');
}
