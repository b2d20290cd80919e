/** A code of six digits, sent to an address to prove it without leaving the chat. */
import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';
import { transaction } from '../../db/database.ts';
import { keepCode, takeCodeTry } from '../../db/promotions.ts';
import type { SiteRow } from '../../db/schema.ts';
import type { PromotionRow } from '../../db/schema-identity.ts';
import type { AppContext } from '../context.ts';
import { Refusal } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { promotionMail } from './promotion-mail.ts';

const DIGITS = 6;

/** Sends a new code in place of any before. @throws Refusal 429 a few an hour, 503 when the mail did not leave */
export async function sendCode(
  ctx: AppContext,
  site: SiteRow,
  offer: PromotionRow,
  email: string,
): Promise<void> {
  if (!(await ctx.pace.takeSignInMail(email))) {
    throw new Refusal(
      429,
      'too-many',
      'Many mails went to this address already. Try again later.',
      3_600_000,
    );
  }
  const code = String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');
  const code_expires_at = ctx.clock.now() + LIMITS.promotion.codeMs;
  await transaction(ctx.db, (tx) =>
    keepCode(tx, offer.id, { email, code_hash: hashOf(ctx, offer.id, code), code_expires_at }),
  );
  try {
    await ctx.mailer.send({ to: email, ...promotionMail(site, code) });
  } catch (error) {
    ctx.log.warn({ err: error }, 'a code could not be mailed');
    throw new Refusal(
      503,
      'mail-failed',
      'The mail could not be sent just now. Try again in a moment.',
      5000,
    );
  }
}

/** @returns the address the code was sent to @throws Refusal 422 for a wrong code, one too old, or too many tries */
export async function proveEmail(ctx: AppContext, { id }: PromotionRow, code: string): Promise<string> {
  const now = ctx.clock.now();
  // Counted in a transaction of its own: what follows may fail, the try is taken.
  const offer = await transaction(ctx.db, (tx) => takeCodeTry(tx, id, LIMITS.promotion.codeTries, now));
  if (!offer?.email || !offer.code_hash || !isSame(hashOf(ctx, id, code.trim()), offer.code_hash)) {
    throw new Refusal(422, 'wrong-code', 'This code is not right, or no longer good. Ask for a new one.');
  }
  return offer.email;
}

/** Keyed: a million codes are tried in no time by who has the table. */
function hashOf({ tokenSecret }: AppContext, id: string, code: string): string {
  return createHmac('sha256', tokenSecret).update(`promotion ${id} ${code}`).digest('base64url');
}

function isSame(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
