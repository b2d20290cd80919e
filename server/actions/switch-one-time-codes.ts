import { isProven } from '../../db/accounts.ts';
import { type Tx, transaction } from '../../db/database.ts';
import {
  deleteOneTimeCode,
  findOneTimeCode,
  proposeSecret,
  putInForce,
  replaceRecoveryCodes,
} from '../../db/one-time-codes.ts';
import { listMemberships } from '../../db/people.ts';
import { endSessions } from '../../db/sessions.ts';
import type { AppContext } from '../context.ts';
import { conflict, forbidden, Refusal } from '../errors.ts';
import { toBase32 } from '../one-time-code.ts';
import { hashRecoveryCode, newRecoveryCodes } from '../recovery-codes.ts';
import { auditAccount } from './audit-account.ts';
import { takeCode } from './second-step.ts';
import { tellSignedOut } from './sign-out.ts';

/** A secret for an authenticator app, in force once a code of it was shown. @throws Refusal 403, 409, 422 `unproven` */
export async function proposeOneTimeCodes(ctx: AppContext, accountId: string): Promise<string> {
  const memberships = await listMemberships(ctx.db, accountId);
  if (!memberships.some(({ role }) => role === 'manager'))
    throw forbidden('One-time codes are for managers.');
  if ((await findOneTimeCode(ctx.db, accountId))?.in_force_since != null) {
    throw conflict('One-time codes are switched on already.');
  }
  // Whoever proves the address first ends what was set up before: codes too.
  if (ctx.mailer.configured && !(await isProven(ctx.db, accountId))) {
    throw new Refusal(422, 'unproven', 'Sign in once by a link mailed to your address first.');
  }
  const secret = toBase32(Buffer.from(ctx.random.secret(), 'base64url').subarray(0, 20));
  await transaction(ctx.db, (tx) => proposeSecret(tx, accountId, secret));
  return secret;
}

/**
 * Switches codes on. Other sessions end: they were opened without one.
 * @returns recovery codes, shown this once. @throws Refusal 422 for any code that does not fit, 429
 */
export async function switchCodesOn(
  ctx: AppContext,
  { accountId, sessionId }: { accountId: string; sessionId: string },
  code: string,
): Promise<string[]> {
  await ctx.pace.takeCode(accountId);
  return await transaction(ctx.db, async (tx) => {
    await refuseWrong(ctx, tx, accountId, code, null);
    await putInForce(tx, accountId, ctx.clock.now());
    await endSessions(tx, accountId, sessionId);
    await auditAccount(ctx, tx, accountId, 'person.codes-switched-on');
    await tellSignedOut(ctx, tx, accountId);
    return await renewRecoveryCodes(ctx, tx, accountId);
  });
}

/** Ten new recovery codes in the place of those there were. @throws Refusal 422, 429 */
export async function changeRecoveryCodes(
  ctx: AppContext,
  accountId: string,
  code: string,
): Promise<string[]> {
  await ctx.pace.takeCode(accountId);
  return await transaction(ctx.db, async (tx) => {
    await refuseWrong(ctx, tx, accountId, code, 'in force');
    return await renewRecoveryCodes(ctx, tx, accountId);
  });
}

/** Who holds the session alone cannot switch them off: a code is asked. @throws Refusal 422, 429 */
export async function switchCodesOff(ctx: AppContext, accountId: string, code: string): Promise<void> {
  await ctx.pace.takeCode(accountId);
  await transaction(ctx.db, async (tx) => {
    await refuseWrong(ctx, tx, accountId, code, 'in force');
    await deleteOneTimeCode(tx, accountId);
    await auditAccount(ctx, tx, accountId, 'person.codes-switched-off');
  });
}

/** The operator's way for who has lost the device and the recovery codes. */
export async function switchCodesOffByOperator(ctx: AppContext, accountId: string): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    await deleteOneTimeCode(tx, accountId);
    await auditAccount(ctx, tx, accountId, 'person.codes-switched-off', 'operator');
  });
}

async function refuseWrong(
  ctx: AppContext,
  tx: Tx,
  accountId: string,
  code: string,
  state: 'in force' | null,
): Promise<void> {
  const codes = await findOneTimeCode(tx, accountId);
  const isAsked = codes !== undefined && (codes.in_force_since !== null) === (state === 'in force');
  if (!isAsked || !(await takeCode(ctx, tx, accountId, code))) {
    throw new Refusal(422, 'code-refused', 'This code does not fit.');
  }
}

async function renewRecoveryCodes(ctx: AppContext, tx: Tx, accountId: string): Promise<string[]> {
  const codes = newRecoveryCodes(ctx.random);
  await replaceRecoveryCodes(tx, accountId, codes.map(hashRecoveryCode));
  return codes;
}
