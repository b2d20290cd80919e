import { createHmac, timingSafeEqual } from 'node:crypto';
import type { AppContext } from './context.ts';
import { LIMITS } from './limits.ts';

/** The header of every token of ours, as hono/jwt writes it; any other is refused unread. */
const HEADER = encode({ alg: 'HS256', typ: 'JWT' });

/** `by`: the id of the shop's secret, where the shop said who this is. */
type Claims = { sub: string; aud: string; iat: number; exp: number; by?: string };

/** A visitor's signed, stateless token (JWT, HS256): the person's id, the site as audience, thirty days. */
export async function issueVisitorToken(
  ctx: AppContext,
  siteId: string,
  personId: string,
  by?: string,
): Promise<string> {
  const now = Math.floor(ctx.clock.now() / 1000);
  const claims: Claims = {
    sub: personId,
    aud: audience(siteId),
    iat: now,
    exp: now + LIMITS.token.visitorMs / 1000,
    ...(by === undefined ? {} : { by }),
  };
  const signed = `${HEADER}.${encode(claims)}`;
  return `${signed}.${signatureOf(ctx.tokenSecret, signed)}`;
}

/** `by` null = a visitor who is known by their token only. */
export type VisitorToken = { personId: string; issuedAt: number; by: string | null };

/** @returns who the token names on this site, null when it is not valid here and now. */
export async function readVisitorToken(
  ctx: AppContext,
  siteId: string,
  token: string,
): Promise<VisitorToken | null> {
  if (token.length > 1000) return null;
  const claims = verified(ctx, token);
  if (claims?.aud !== audience(siteId)) return null;
  const { sub, exp, iat, by } = claims;
  if (exp <= ctx.clock.now() / 1000 || exp - iat > LIMITS.token.visitorMs / 1000) return null;
  return { personId: sub, issuedAt: iat * 1000, by: by ?? null };
}

/** Tokens whose signature was found right lately: the same one comes with each request of a page. */
const good = new Map<string, { secret: string; claims: Claims }>();

function verified({ tokenSecret: secret }: AppContext, token: string): Claims | null {
  const known = good.get(token);
  if (known?.secret === secret) return known.claims;
  const claims = verify(secret, token);
  if (!claims) return null;
  const oldest = good.keys().next();
  if (good.size >= LIMITS.remembered.tokens && !oldest.done) good.delete(oldest.value);
  good.set(token, { secret, claims });
  return claims;
}

function verify(secret: string, token: string): Claims | null {
  const [header, payload, signature, ...more] = token.split('.');
  if (header !== HEADER || !payload || !signature || more.length > 0) return null;
  if (!isSame(signature, signatureOf(secret, `${header}.${payload}`))) return null;
  const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString());
  return isClaims(claims) ? claims : null;
}

function signatureOf(secret: string, signed: string): string {
  return createHmac('sha256', secret).update(signed).digest('base64url');
}

/** In a time that does not tell how much of it was right. */
function isSame(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function isClaims(claims: unknown): claims is Claims {
  if (typeof claims !== 'object' || claims === null) return false;
  const { sub, aud, iat, exp } = claims as Record<keyof Claims, unknown>;
  return (
    typeof sub === 'string' && typeof aud === 'string' && typeof iat === 'number' && typeof exp === 'number'
  );
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

const audience = (siteId: string) => `entraide:${siteId}`;
