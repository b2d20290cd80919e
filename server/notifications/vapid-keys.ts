import { createECDH } from 'node:crypto';
import type { VapidKeys } from './push-sender.ts';

/** A new pair on P-256, as RFC 8292 wants: the public key uncompressed, both in base64url. As JSON. */
export function newVapidKeys(): string {
  const curve = createECDH('prime256v1');
  const publicKey = curve.generateKeys('base64url', 'uncompressed');
  // A key that begins with zeros is given shorter than it is.
  const privateKey = curve.getPrivateKey().toString('hex').padStart(64, '0');
  return JSON.stringify({ publicKey, privateKey: Buffer.from(privateKey, 'hex').toString('base64url') });
}

export function readVapidKeys(json: string): VapidKeys {
  return JSON.parse(json) as VapidKeys;
}
