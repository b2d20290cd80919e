/** After a link, whoever has switched one-time codes on shows one: the mailbox alone opens nothing. */
import { type Tx, transaction } from '../../db/database.ts';
import { findOneTimeCode, takeRecoveryCode, takeStep } from '../../db/one-time-codes.ts';
import { countAttempt, deleteSecondStep, insertSecondStep } from '../../db/second-steps.ts';
import type { AppContext } from '../context.ts';
import { LIMITS } from '../limits.ts';
import { stepOfCode } from '../one-time-code.ts';
import { hashRecoveryCode } from '../recovery-codes.ts';
import { hashToken } from '../single-use-token.ts';

/** A token that stands for the first step until the second is made; null where none is asked. */
export async function beginSecondStep(ctx: AppContext, accountId: string): Promise<string | null> {
  const codes = await findOneTimeCode(ctx.db, accountId);
  if (codes?.in_force_since == null) return null;
  const token = ctx.random.secret();
  const expires_at = ctx.clock.now() + LIMITS.secondStep.validMs;
  const row = { token_hash: hashToken(token), account_id: accountId, expires_at };
  await transaction(ctx.db, (tx) => insertSecondStep(tx, row));
  return token;
}

/**
 * Takes the code of who has made the first step. What was wrong with one is never told: mistyped, used
 * before and not theirs are all `wrong`; `over` asks for a new first step.
 * @throws Refusal 429
 */
export async function takeSecondStep(
  ctx: AppContext,
  token: string,
  code: string,
): Promise<{ accountId: string } | 'wrong' | 'over'> {
  const tokenHash = hashToken(token);
  return await transaction(ctx.db, async (tx) => {
    const { attempts } = LIMITS.secondStep;
    const accountId = await countAttempt(tx, { tokenHash, attempts, now: ctx.clock.now() });
    if (accountId === undefined) return 'over';
    await ctx.pace.takeCode(accountId);
    if (!(await takeCode(ctx, tx, accountId, code))) return 'wrong';
    await deleteSecondStep(tx, tokenHash);
    return { accountId };
  });
}

/** A one-time code or a recovery code, each good once. */
export async function takeCode(ctx: AppContext, tx: Tx, accountId: string, code: string): Promise<boolean> {
  const codes = await findOneTimeCode(tx, accountId);
  if (!codes) return false;
  const digits = code.replace(/[\s-]/g, '');
  if (!/^\d{6}$/.test(digits)) return await takeRecoveryCode(tx, accountId, hashRecoveryCode(code));
  const step = stepOfCode(codes.secret, digits, ctx.clock.now(), codes.last_step);
  return step !== null && (await takeStep(tx, accountId, step));
}
