import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { AppContext } from '../context.ts';

type Seals = Pick<AppContext, 'tokenSecret'>;

const NONCE = 12;
const TAG = 16;

/**
 * An address encrypted for the database (AES-256-GCM, NIST SP 800-38D; the key by HKDF, RFC 5869), so that a
 * copy of the file alone gives none away where the operator keeps the secret elsewhere.
 * @param about what it belongs to: it opens for nothing else
 */
export function sealAddress(ctx: Seals, address: string, about: string): string {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', keyOf(ctx), nonce).setAAD(Buffer.from(about));
  const sealed = Buffer.concat([cipher.update(address, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64url');
}

/** @returns null where it was sealed under another secret, or for something else */
export function openAddress(ctx: Seals, sealed: string, about: string): string | null {
  try {
    return open(ctx, sealed, about);
  } catch {
    // The server's secret was replaced: nobody knows this address any more, and others are told all the same.
    return null;
  }
}

function open(ctx: Seals, sealed: string, about: string): string {
  const bytes = Buffer.from(sealed, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', keyOf(ctx), bytes.subarray(0, NONCE))
    .setAAD(Buffer.from(about))
    .setAuthTag(bytes.subarray(-TAG));
  return decipher.update(bytes.subarray(NONCE, -TAG), undefined, 'utf8') + decipher.final('utf8');
}

function keyOf({ tokenSecret }: Seals): Buffer {
  return Buffer.from(hkdfSync('sha256', tokenSecret, '', 'notifications addresses', 32));
}
