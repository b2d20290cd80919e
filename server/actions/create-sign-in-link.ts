import { addAuditEntry } from '../../db/audit-log.ts';
import { transaction } from '../../db/database.ts';
import { findPerson, listMemberships } from '../../db/people.ts';
import { requireManager } from '../access.ts';
import type { Actor } from '../actor.ts';
import type { AppContext } from '../context.ts';
import { notFound, Refusal } from '../errors.ts';
import { signInMail } from '../mail/mails.ts';
import type { Locale } from '../protocol/frames.ts';

/**
 * A manager hands a member a single-use sign-in link, for whom no mail reaches. Not for other managers, nor for
 * who is a member elsewhere too.
 */
export async function createSignInLink(ctx: AppContext, actor: Actor, personId: string): Promise<string> {
  requireManager(actor);
  const person = await findPerson(ctx.db, actor.site.id, personId);
  if (!person) throw notFound();
  if (!person.account_id)
    throw new Refusal(422, 'no-account', 'This visitor has no account. Send them an invitation.');
  if (person.id !== actor.personId) await refuseImpersonation(ctx, actor.site.id, person.account_id);
  await transaction(ctx.db, async (tx) => {
    await addAuditEntry(tx, {
      siteId: actor.site.id,
      actorId: actor.personId,
      act: 'sign-in-link.created',
      targetKind: 'person',
      targetId: personId,
      reason: null,
      at: ctx.clock.now(),
    });
  });
  return signInAddress(ctx, await ctx.signIn.issueLink(person.account_id, 'back-office'));
}

/**
 * With the link one could sign in as them: between managers that would hide who acts, and on another site one
 * would be who one is not. Said alike, so that nothing of another site shows.
 */
async function refuseImpersonation(ctx: AppContext, siteId: string, accountId: string): Promise<void> {
  const memberships = await listMemberships(ctx.db, accountId);
  if (memberships.every(({ site_id, role }) => site_id === siteId && role !== 'manager')) return;
  throw new Refusal(403, 'forbidden', 'This member signs in by mail, or by the operator’s command line.');
}

/** Mails a sign-in link to a member. Answers alike whether the address is known or not. */
export async function mailSignInLink(ctx: AppContext, email: string, locale: Locale): Promise<void> {
  const accountId = await ctx.signIn.accountIdByEmail(email);
  if (!accountId || !ctx.mailer.configured) return;
  if (!(await ctx.pace.takeSignInMail(email))) return;
  const link = signInAddress(ctx, await ctx.signIn.issueLink(accountId, 'mailed'));
  // Not waited for: the time it takes would tell whether the address is known.
  ctx.mailer.send({ to: email, ...signInMail(locale, link) }).catch((error) => {
    ctx.log.warn({ err: error }, 'a sign-in link could not be mailed');
  });
}

export const signInAddress = (ctx: AppContext, token: string) => `${ctx.config.publicUrl}/sign-in/${token}`;
