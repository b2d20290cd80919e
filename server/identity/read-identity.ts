import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { LIMITS } from '../limits.ts';

/** Who the shop says somebody is, and by which of its secrets. */
export type Identity = { customerId: string; name: string | null; secretId: string };
export type OpenSecret = { id: string; text: string };

const headerSchema = z.looseObject({ alg: z.literal('HS256'), crit: z.never().optional() });
const claimsSchema = z.looseObject({
  aud: z.union([z.string(), z.array(z.string())]),
  sub: z.string().min(1).max(LIMITS.identity.customerId),
  name: z.string().nullish(),
  iat: z.number(),
  exp: z.number(),
  nbf: z.number().optional(),
});
type Claims = z.infer<typeof claimsSchema>;

/**
 * A JSON Web Token (RFC 7519) the shop signed with HMAC-SHA-256 (RFC 7515, RFC 7518 section 3.2) and one of
 * these secrets, for this site, for no longer than a day. No other algorithm is ever looked at.
 * @param now milliseconds since the epoch
 * @returns null for everything that is not exactly this: nothing says which part was wrong
 */
export function readIdentity(
  jwt: string,
  { siteId, secrets, now }: { siteId: string; secrets: OpenSecret[]; now: number },
): Identity | null {
  const [header, payload, signature, ...more] = jwt.split('.');
  if (!header || !payload || !signature || more.length > 0) return null;
  const secret = secrets.find(({ text }) => isSignedWith(text, `${header}.${payload}`, signature));
  if (!secret || !headerSchema.safeParse(jsonIn(header)).success) return null;
  const claims = claimsSchema.safeParse(jsonIn(payload));
  if (!claims.success || !isForThis(claims.data, siteId) || !isTimely(claims.data, now / 1000)) return null;
  return { customerId: claims.data.sub, name: claims.data.name ?? null, secretId: secret.id };
}

/** Compared in a time that does not tell how much of it was right. */
function isSignedWith(secret: string, signed: string, signature: string): boolean {
  const right = createHmac('sha256', secret).update(signed).digest();
  const given = Buffer.from(signature, 'base64url');
  return given.length === right.length && timingSafeEqual(given, right);
}

function isForThis({ aud }: Claims, siteId: string): boolean {
  return [aud].flat().includes(`entraide:${siteId}`);
}

/** In seconds, as the token has them; clocks of two machines differ a little. */
function isTimely({ iat, exp, nbf }: Claims, now: number): boolean {
  const { validS, leewayS } = LIMITS.identity;
  return exp > now - leewayS && exp - iat <= validS && Math.max(iat, nbf ?? iat) <= now + leewayS;
}

function jsonIn(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString());
  } catch {
    // Signed, and not JSON all the same: not an identity.
    return null;
  }
}
