import { createHash } from 'node:crypto';
import type { Random } from './context.ts';
import { toBase32 } from './one-time-code.ts';

const COUNT = 10;

/** Ten codes of 80 random bits, each for one sign-in without the other device. */
export function newRecoveryCodes(random: Random): string[] {
  return Array.from({ length: COUNT }, () => {
    const letters = toBase32(Buffer.from(random.secret(), 'base64url').subarray(0, 10)).toLowerCase();
    return letters.match(/.{4}/g)!.join('-');
  });
}

/** What is kept of one, however it was typed. So many random bits need no slow hash and no salt. */
export function hashRecoveryCode(code: string): string {
  const letters = code.toLowerCase().replace(/[^a-z2-7]/g, '');
  return createHash('sha256').update(letters).digest('base64url');
}
