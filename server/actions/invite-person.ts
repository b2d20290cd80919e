import { addAuditEntry } from '../../db/audit-log.ts';
import { transaction } from '../../db/database.ts';
import { noteRefused, noteSent } from '../../db/invitation-sending.ts';
import { insertInvitation, revokeInvitation as revoke } from '../../db/invitations.ts';
import type { InvitationRow, SiteRow } from '../../db/schema.ts';
import { requireManager } from '../access.ts';
import type { Actor } from '../actor.ts';
import type { AppContext } from '../context.ts';
import { conflict } from '../errors.ts';
import { invitationHashes, invitationLink } from '../invitations/invitation-link.ts';
import { mailInvitation } from '../invitations/mail-invitation.ts';
import { LIMITS } from '../limits.ts';
import { refusalOf } from '../mail/mail-refusal.ts';
import type { Role } from '../protocol/frames.ts';
import { loadInvitation } from './load-invitation.ts';

export type Inviting = { role: Exclude<Role, 'visitor'>; email: string | null; name: string | null };
export type Invited = {
  invitation: Awaited<ReturnType<typeof loadInvitation>>;
  link: string;
  mailed: boolean;
};

/**
 * Makes a single-use invitation; mails it at once where there is an address and a mail server. What could not
 * be mailed is in the list as that, with the reason.
 */
export async function invitePerson(ctx: AppContext, actor: Actor, inviting: Inviting): Promise<Invited> {
  requireManager(actor);
  const { invitation, link } = await createInvitation(ctx, actor.site, inviting, actor.personId);
  const mailed = await mail(ctx, actor.site, invitation);
  return { invitation: await loadInvitation(ctx, actor.site.id, invitation.id), link, mailed };
}

/** For managers and for the operator's command line (`by` null). Only the tokens' hashes are kept. */
export async function createInvitation(
  ctx: AppContext,
  site: SiteRow,
  inviting: Inviting,
  by: string | null,
): Promise<{ invitation: InvitationRow; link: string }> {
  const id = ctx.random.id();
  const at = ctx.clock.now();
  const invitation: InvitationRow = {
    id,
    site_id: site.id,
    role: inviting.role,
    email: inviting.email?.toLowerCase() ?? null,
    name: inviting.name,
    ...invitationHashes(ctx, id),
    created_by: by,
    created_at: at,
    expires_at: at + LIMITS.invitation.validMs,
    used_at: null,
    used_by: null,
    revoked_at: null,
  };
  await transaction(ctx.db, async (tx) => {
    await insertInvitation(tx, invitation);
    await addAuditEntry(tx, {
      siteId: site.id,
      actorId: by,
      act: 'invitation.created',
      targetKind: 'invitation',
      targetId: invitation.id,
      reason: null,
      details: { role: inviting.role },
      at,
    });
    tx.onCommit(() =>
      ctx.broker.publish({ topic: 'back-office', siteId: site.id, changed: ['invitations', 'audit-log'] }),
    );
  });
  return { invitation, link: invitationLink(ctx, id) };
}

export async function revokeInvitation(ctx: AppContext, actor: Actor, id: string): Promise<void> {
  requireManager(actor);
  const siteId = actor.site.id;
  await transaction(ctx.db, async (tx) => {
    const at = ctx.clock.now();
    const revoked = await revoke(tx, siteId, id, at);
    if (!revoked) throw conflict('This invitation was used or revoked already.');
    await addAuditEntry(tx, {
      siteId,
      actorId: actor.personId,
      act: 'invitation.revoked',
      targetKind: 'invitation',
      targetId: id,
      reason: null,
      details: { role: revoked.role },
      at,
    });
    tx.onCommit(() =>
      ctx.broker.publish({ topic: 'back-office', siteId, changed: ['invitations', 'audit-log'] }),
    );
  });
}

/** A mail that does not leave is no reason to lose the invitation: its link is shown as well. */
async function mail(ctx: AppContext, site: SiteRow, invitation: InvitationRow): Promise<boolean> {
  if (!invitation.email || !ctx.mailer.configured) return false;
  const { id, role, email } = invitation;
  const { name, locale, accent } = site;
  const own = { language: null, message_fr: null, message_en: null, mailing: 1 };
  try {
    await mailInvitation(ctx, { id, role, email, site_name: name, locale, accent, ...own });
  } catch (error) {
    ctx.log.warn({ err: error }, 'an invitation could not be mailed');
    const refusal = refusalOf(error);
    await transaction(ctx.db, (tx) => noteRefused(tx, id, refusal.answer ?? refusal.result, null));
    return false;
  }
  await transaction(ctx.db, (tx) => noteSent(tx, id, ctx.clock.now()));
  return true;
}
