import { addAuditEntry } from '../../db/audit-log.ts';
import { transaction } from '../../db/database.ts';
import { insertInvitation, revokeInvitation as revoke } from '../../db/invitations.ts';
import type { InvitationRow, SiteRow } from '../../db/schema.ts';
import { requireManager } from '../access.ts';
import type { Actor } from '../actor.ts';
import type { AppContext } from '../context.ts';
import { conflict } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { invitationMail } from '../mail/mails.ts';
import type { Role } from '../protocol/frames.ts';
import { hashToken } from '../single-use-token.ts';

export type Inviting = { role: Exclude<Role, 'visitor'>; email: string | null; name: string | null };
export type Invited = { invitation: InvitationRow; link: string; mailed: boolean };

/** Makes a single-use invitation; mails it where there is an address and a mail server. */
export async function invitePerson(ctx: AppContext, actor: Actor, inviting: Inviting): Promise<Invited> {
  requireManager(actor);
  const { invitation, link } = await createInvitation(ctx, actor.site, inviting, actor.personId);
  return { invitation, link, mailed: await mail(ctx, actor.site, inviting, link) };
}

/** For managers and for the operator's command line (`by` null). Only the token's hash is kept. */
export async function createInvitation(
  ctx: AppContext,
  site: SiteRow,
  inviting: Inviting,
  by: string | null,
): Promise<{ invitation: InvitationRow; link: string }> {
  const token = ctx.random.secret();
  const at = ctx.clock.now();
  const invitation: InvitationRow = {
    id: ctx.random.id(),
    site_id: site.id,
    role: inviting.role,
    email: inviting.email?.toLowerCase() ?? null,
    name: inviting.name,
    token_hash: hashToken(token),
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
      details: { role: inviting.role, email: invitation.email },
      at,
    });
    tx.onCommit(() =>
      ctx.broker.publish({ topic: 'back-office', siteId: site.id, changed: ['invitations', 'audit-log'] }),
    );
  });
  return { invitation, link: `${ctx.config.publicUrl}/join/${token}` };
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
      details: { role: revoked.role, email: revoked.email },
      at,
    });
    tx.onCommit(() =>
      ctx.broker.publish({ topic: 'back-office', siteId, changed: ['invitations', 'audit-log'] }),
    );
  });
}

/** A mail that does not leave is no reason to lose the invitation: its link is shown as well. */
async function mail(
  ctx: AppContext,
  site: SiteRow,
  { role, email }: Inviting,
  link: string,
): Promise<boolean> {
  if (!email || !ctx.mailer.configured) return false;
  try {
    await ctx.mailer.send({ to: email, ...invitationMail(site.locale, { siteName: site.name, role, link }) });
    return true;
  } catch (error) {
    ctx.log.warn({ err: error }, 'an invitation could not be mailed');
    return false;
  }
}
