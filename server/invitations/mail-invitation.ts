import type { DueInvitation } from '../../db/invitation-sending.ts';
import type { AppContext } from '../context.ts';
import { LIMITS } from '../limits.ts';
import { invitationMail } from '../mail/mails.ts';
import { mailedInvitationLink } from './invitation-link.ts';

/**
 * Mails an invitation. The same mailing has the same Message-ID, however often it is tried; unsubscribing is
 * one click (RFC 8058). @throws what the mail server refused it with
 */
export async function mailInvitation(ctx: AppContext, invitation: MailedInvitation): Promise<void> {
  const locale = invitation.language ?? invitation.locale;
  const link = mailedInvitationLink(ctx, invitation.id);
  const decline = `${link}/decline`;
  await ctx.mailer.send({
    to: invitation.email ?? '',
    ...invitationMail(locale, {
      siteName: invitation.site_name,
      accent: invitation.accent,
      role: invitation.role,
      link,
      decline,
      message: locale === 'fr' ? invitation.message_fr : invitation.message_en,
    }),
    messageId: `<invitation.${invitation.id}.${invitation.mailing}@${new URL(ctx.config.publicUrl).hostname}>`,
    headers: { 'List-Unsubscribe': `<${decline}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
  });
}

type MailedInvitation = Omit<DueInvitation, 'attempts' | 'site_id'>;

/** How fast mails leave: what the operator set, or the usual. */
export const mailsPerMinute = ({ config }: Pick<AppContext, 'config'>): number =>
  config.mail?.perMinute ?? LIMITS.invitation.mailsPerMinute;
