/** Secrets as they are stored: AES-256-GCM under a key of the server's own, so that the table alone tells none. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { IdentitySecretRow } from '../../db/schema-identity.ts';
import type { AppContext } from '../context.ts';
import type { OpenSecret } from './read-identity.ts';

type Needs = Pick<AppContext, 'tokenSecret'>;
const ALGORITHM = 'aes-256-gcm';
const [IV_BYTES, TAG_BYTES] = [12, 16];

/** @param id what the secret is stored under: sealed for one place, it opens in no other */
export function seal({ tokenSecret }: Needs, id: string, text: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, keyOf(tokenSecret), iv).setAAD(Buffer.from(id));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** @returns null when it was sealed under another key, or changed since */
export function unseal({ tokenSecret }: Needs, { id, sealed }: IdentitySecretRow): OpenSecret | null {
  try {
    return { id, text: open(keyOf(tokenSecret), id, sealed) };
  } catch {
    // The server's own secret was replaced: what was sealed before is as good as retired.
    return null;
  }
}

function open(key: Buffer, id: string, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url');
  const [iv, tag] = [bytes.subarray(0, IV_BYTES), bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES)];
  const decipher = createDecipheriv(ALGORITHM, key, iv).setAAD(Buffer.from(id)).setAuthTag(tag);
  const text = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
  return text.toString('utf8');
}

function keyOf(tokenSecret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', tokenSecret, '', 'entraide identity secrets', 32));
}
