import { createHash } from 'node:crypto';

/** What is stored of a single-use token: its SHA-256. Tokens are 256 random bits, so no salt is needed. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
