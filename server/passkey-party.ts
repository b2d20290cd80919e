/** This server as passkeys know it (the relying party of WebAuthn Level 3), and what it asks of them. */
import { isIP } from 'node:net';
import { transaction } from '../db/database.ts';
import { insertChallenge, takeChallenge } from '../db/passkeys.ts';
import type { AppContext } from './context.ts';
import { Refusal } from './errors.ts';
import { LIMITS } from './limits.ts';

export function partyOf({ config }: AppContext): { id: string; origin: string } {
  const { hostname, origin } = new URL(config.publicUrl);
  return { id: hostname, origin };
}

/** Browsers know passkeys on https pages of a named host, and on localhost. */
export function passkeysWork(ctx: AppContext): boolean {
  const { hostname, protocol } = new URL(ctx.config.publicUrl);
  if (isIP(hostname.replace(/^\[|\]$/g, ''))) return false;
  return protocol === 'https:' || hostname === 'localhost';
}

/** Asked once, and answered soon. @param accountId whose passkey is being made; null to sign in by one */
export async function newChallenge(
  ctx: AppContext,
  accountId: string | null,
): Promise<Uint8Array<ArrayBuffer>> {
  const challenge = ctx.random.secret();
  const expires_at = ctx.clock.now() + LIMITS.passkey.challengeMs;
  await transaction(ctx.db, (tx) => insertChallenge(tx, { challenge, account_id: accountId, expires_at }));
  return new Uint8Array(Buffer.from(challenge, 'base64url'));
}

/** Whether this was asked of this account; it is used up. */
export async function isChallenge(
  ctx: AppContext,
  challenge: string,
  accountId: string | null,
): Promise<boolean> {
  const now = ctx.clock.now();
  return await transaction(ctx.db, (tx) => takeChallenge(tx, { challenge, accountId, now }));
}

export const refusedPasskey = () =>
  new Refusal(422, 'passkey-refused', 'This passkey does not open anything here.');

/** What the library found wrong is told nobody. */
export function refusePasskey(error: unknown): never {
  throw error instanceof Refusal ? error : refusedPasskey();
}
