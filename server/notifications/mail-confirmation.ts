import type { SiteRow } from '../../db/schema.ts';
import type { FollowRow } from '../../db/schema-notifications.ts';
import type { AppContext } from '../context.ts';
import { LIMITS } from '../limits.ts';
import { mailContent } from '../mail/mail-content.ts';
import { refusalOf } from '../mail/mail-refusal.ts';
import { confirmLink } from './notice-links.ts';
import { NOTICE_WORDS } from './words.ts';

/**
 * Asks whoever reads this mailbox whether they want to be told; nobody waits for it. Not a word of it is written
 * by who gave the address: it could be anybody's.
 */
export function mailConfirmation(ctx: AppContext, site: SiteRow, follow: FollowRow, email: string): void {
  const { confirm } = NOTICE_WORDS[follow.locale];
  const link = confirmLink(ctx, follow, follow.created_at + LIMITS.notices.confirmMs);
  const content = mailContent({
    locale: follow.locale,
    accent: site.accent,
    title: confirm.title,
    paragraphs: [confirm.hint(site.name)],
    button: { label: confirm.button, link },
    footer: confirm.footer,
  });
  ctx.mailer.send({ to: email, ...content }).then(
    () => ctx.metrics.notices.add('confirmation mailed'),
    (error) => {
      const { result, answer } = refusalOf(error);
      ctx.metrics.notices.add('confirmation failed');
      ctx.log.warn({ result, answer }, 'an address could not be asked to confirm');
    },
  );
}
