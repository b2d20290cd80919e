import type {
  PublicKeyCredentialCreationOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { transaction } from '../../db/database.ts';
import { insertPasskey, listPasskeys } from '../../db/passkeys.ts';
import type { PasskeyRow } from '../../db/schema-joining.ts';
import type { AppContext } from '../context.ts';
import { conflict } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { isChallenge, newChallenge, partyOf, refusedPasskey, refusePasskey } from '../passkey-party.ts';
import { auditAccount } from './audit-account.ts';

/** EdDSA, ES256 and RS256, as COSE numbers them: what every authenticator speaks one of. */
const ALGORITHMS = [-8, -7, -257];

type Account = { accountId: string; email: string; name: string };

/** What the browser asks the authenticator for, to make a passkey. @throws Refusal 409 when there are enough */
export async function passkeyToMake(
  ctx: AppContext,
  { accountId, email, name }: Account,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const known = await listPasskeys(ctx.db, accountId);
  if (known.length >= LIMITS.passkey.perAccount) throw conflict('You have as many passkeys as there may be.');
  const { generateRegistrationOptions } = await import('@simplewebauthn/server');
  return await generateRegistrationOptions({
    rpName: 'Entraide',
    rpID: partyOf(ctx).id,
    userName: email,
    userDisplayName: name,
    userID: new Uint8Array(Buffer.from(accountId)),
    challenge: await newChallenge(ctx, accountId),
    timeout: LIMITS.passkey.challengeMs,
    supportedAlgorithmIDs: ALGORITHMS,
    excludeCredentials: known.map(({ id, transports }) => ({ id, transports: JSON.parse(transports) })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
  });
}

/**
 * Keeps the passkey an authenticator made.
 * @throws Refusal 422 when it does not answer a challenge of ours on our own pages, 409 when it is somebody's
 */
export async function addPasskey(
  ctx: AppContext,
  accountId: string,
  { response, name }: { response: RegistrationResponseJSON; name: string },
): Promise<void> {
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server');
  const verified = await verifyRegistrationResponse({
    response,
    expectedChallenge: (challenge) => isChallenge(ctx, challenge, accountId),
    expectedOrigin: partyOf(ctx).origin,
    expectedRPID: partyOf(ctx).id,
    requireUserVerification: false,
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch(refusePasskey);
  if (!verified.verified) throw refusedPasskey();
  const { id, publicKey, counter, transports = [] } = verified.registrationInfo.credential;
  const row: PasskeyRow = {
    id,
    account_id: accountId,
    name,
    public_key: Buffer.from(publicKey).toString('base64url'),
    counter,
    transports: JSON.stringify(transports),
    created_at: ctx.clock.now(),
    last_used_at: null,
  };
  await transaction(ctx.db, async (tx) => {
    if (!(await insertPasskey(tx, row))) throw conflict('This passkey is known already.');
    await auditAccount(ctx, tx, accountId, 'person.passkey-added');
  });
}
