import { createHmac, timingSafeEqual } from 'node:crypto';
import type { AppContext } from '../context.ts';

/** What a link in a mail is good for. A link of one purpose opens nothing of another. */
export type LinkPurpose = 'confirm' | 'stop' | 'device';

type Signs = Pick<AppContext, 'tokenSecret'>;

/** A stateless link token: the claims in base64url, a dot, their HMAC-SHA-256 under a key of the purpose. */
export function signLink(ctx: Signs, purpose: LinkPurpose, claims: Record<string, string | number>): string {
  const payload = Buffer.from(JSON.stringify(claims)).toString('base64url');
  return `${payload}.${signature(ctx, purpose, payload)}`;
}

/** @returns the claims, as they were signed; null for what this server did not sign for this purpose */
export function readLink(
  ctx: Signs,
  purpose: LinkPurpose,
  token: string,
): Record<string, string | number> | null {
  const [payload, given, ...more] = token.split('.');
  if (!payload || !given || more.length > 0 || token.length > 1000) return null;
  const [a, b] = [Buffer.from(given), Buffer.from(signature(ctx, purpose, payload))];
  if (a.length !== b.length || !timingSafeEqual(a, b)) return null;
  return JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, string | number>;
}

function signature({ tokenSecret }: Signs, purpose: LinkPurpose, payload: string): string {
  const key = createHmac('sha256', tokenSecret).update(`notifications ${purpose}`).digest();
  return createHmac('sha256', key).update(payload).digest('base64url');
}
