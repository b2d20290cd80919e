import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialRequestOptionsJSON,
  WebAuthnCredential,
} from '@simplewebauthn/server';
import { transaction } from '../../db/database.ts';
import { countUse, findPasskey } from '../../db/passkeys.ts';
import type { PasskeyRow } from '../../db/schema-joining.ts';
import type { AppContext } from '../context.ts';
import { LIMITS } from '../limits.ts';
import { isChallenge, newChallenge, partyOf, refusedPasskey, refusePasskey } from '../passkey-party.ts';

/** What the browser asks an authenticator for, whoever is before it. */
export async function passkeyToShow(ctx: AppContext): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { generateAuthenticationOptions } = await import('@simplewebauthn/server');
  return await generateAuthenticationOptions({
    rpID: partyOf(ctx).id,
    challenge: await newChallenge(ctx, null),
    timeout: LIMITS.passkey.challengeMs,
    userVerification: 'preferred',
  });
}

/**
 * Whose passkey this is, and whether its owner proved to be there (finger, face or PIN), which makes two factors
 * of it. @throws Refusal 422 alike for an unknown passkey, another challenge, another page or an old answer
 */
export async function accountByPasskey(
  ctx: AppContext,
  response: AuthenticationResponseJSON,
): Promise<{ accountId: string; userVerified: boolean }> {
  const passkey = await findPasskey(ctx.db, response.id);
  if (!passkey) throw refusedPasskey();
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server');
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response,
    expectedChallenge: (challenge) => isChallenge(ctx, challenge, null),
    expectedOrigin: partyOf(ctx).origin,
    expectedRPID: partyOf(ctx).id,
    credential: credentialOf(passkey),
    requireUserVerification: false,
  }).catch(refusePasskey);
  if (!verified) throw refusedPasskey();
  const { newCounter: counter, userVerified } = authenticationInfo;
  return await transaction(ctx.db, async (tx) => {
    if (!(await countUse(tx, { id: passkey.id, counter, at: ctx.clock.now() }))) throw refusedPasskey();
    return { accountId: passkey.account_id, userVerified };
  });
}

function credentialOf({ id, public_key, counter, transports }: PasskeyRow): WebAuthnCredential {
  const publicKey = new Uint8Array(Buffer.from(public_key, 'base64url'));
  return { id, publicKey, counter, transports: JSON.parse(transports) as WebAuthnCredential['transports'] };
}
