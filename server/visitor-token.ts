import { sign, verify } from 'hono/jwt';
import type { AppContext } from './context.ts';
import { LIMITS } from './limits.ts';

/** A visitor's signed, stateless token: the person's id, the site as audience, thirty days. */
export async function issueVisitorToken(ctx: AppContext, siteId: string, personId: string): Promise<string> {
  const now = Math.floor(ctx.clock.now() / 1000);
  const payload = {
    sub: personId,
    aud: audience(siteId),
    iat: now,
    exp: now + LIMITS.token.visitorMs / 1000,
  };
  return await sign(payload, ctx.tokenSecret, 'HS256');
}

/** @returns who the token names on this site, null when it is not valid here and now. */
export async function readVisitorToken(
  ctx: AppContext,
  siteId: string,
  token: string,
): Promise<{ personId: string; issuedAt: number } | null> {
  if (token.length > 1000 || token.split('.').length !== 3) return null;
  try {
    // Time is checked below against the context's clock.
    const options = { alg: 'HS256', aud: audience(siteId), exp: false, iat: false, nbf: false } as const;
    const payload = await verify(token, ctx.tokenSecret, options);
    const { sub, exp, iat } = payload;
    const now = ctx.clock.now() / 1000;
    if (typeof sub !== 'string' || typeof exp !== 'number' || typeof iat !== 'number') return null;
    if (exp <= now || exp - iat > LIMITS.token.visitorMs / 1000) return null;
    return { personId: sub, issuedAt: iat * 1000 };
  } catch {
    // Whatever is wrong with it, it is not a token of ours.
    return null;
  }
}

const audience = (siteId: string) => `entraide:${siteId}`;
