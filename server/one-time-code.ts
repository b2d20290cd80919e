/** One-time codes by time: RFC 6238 over RFC 4226, with HMAC-SHA-1, six digits and steps of 30 seconds. */
import { createHmac, timingSafeEqual } from 'node:crypto';

const STEP_MS = 30_000;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The code of a time step. @param secret base32 */
export function codeOfStep(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', fromBase32(secret)).update(counter).digest();
  // Dynamic truncation, RFC 4226 section 5.3.
  const number = mac.readUInt32BE(mac[19]! & 0xf) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

/**
 * The step a code belongs to: the present one, the one before or the one after, and none up to `lastStep`,
 * whose codes were taken already. null for any other code.
 * @param now ms since the epoch
 */
export function stepOfCode(secret: string, code: string, now: number, lastStep: number): number | null {
  const present = Math.floor(now / STEP_MS);
  const fitting = [present - 1, present, present + 1].filter((step) =>
    isSame(codeOfStep(secret, step), code),
  );
  return fitting.find((step) => step > lastStep) ?? null;
}

function isSame(expected: string, given: string): boolean {
  return given.length === expected.length && timingSafeEqual(Buffer.from(expected), Buffer.from(given));
}

/** What a QR code for authenticator apps says (Key Uri Format of Google Authenticator). */
export function codeUri(secret: string, email: string): string {
  const label = encodeURIComponent(`Entraide:${email}`);
  return `otpauth://totp/${label}?secret=${secret}&issuer=Entraide&algorithm=SHA1&digits=6&period=30`;
}

/** RFC 4648, without padding. */
export function toBase32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => ALPHABET[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('');
}

function fromBase32(text: string): Buffer {
  const bits = [...text].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
