import { requireManager } from '../access.ts';
import type { Actor } from '../actor.ts';
import type { AppContext } from '../context.ts';
import { Refusal } from '../errors.ts';
import { trialMail } from '../mail/mails.ts';
import type { Locale } from '../protocol/frames.ts';
import type { MailTrialAnswer } from '../protocol/invitations.ts';

/**
 * Sends one mail and says what became of it. A mailbox gets a few an hour, as with sign-in mails.
 * @throws Refusal 403, 429
 */
export async function tryMail(
  ctx: AppContext,
  actor: Actor,
  { to, locale }: { to: string; locale: Locale },
): Promise<MailTrialAnswer> {
  requireManager(actor);
  if (!(await ctx.pace.takeSignInMail(to))) {
    throw new Refusal(429, 'too-many', 'This address got several mails already. Try again in an hour.');
  }
  const { result, answer, permanent } = await ctx.mailer.test({ to, ...trialMail(locale, actor.site.name) });
  const isGeneral = result === 'connection' || result === 'login' || result === 'sender';
  if (result === 'sent') ctx.invitationWork.trouble = null;
  else if (isGeneral) ctx.invitationWork.trouble = { result, answer, permanent };
  return { result, answer };
}
