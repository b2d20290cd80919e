import type { AppContext } from '../context.ts';
import { mailContent } from '../mail/mail-content.ts';
import { refusalOf } from '../mail/mail-refusal.ts';
import { contentOf } from './contents.ts';
import type { Told, Way } from './fate.ts';
import { mailServerFailed } from './mail-rest.ts';
import { stopLink } from './notice-links.ts';
import { NOTICE_WORDS } from './words.ts';

export type MailOutcome = 'mailed' | 'refused' | 'failed';

/** One mail for all that is told together. `refused`: the same again would be refused again. */
export async function sendMailNotice(
  ctx: AppContext,
  way: Extract<Way, { by: 'mail' }>,
  told: Told[],
): Promise<MailOutcome> {
  const { address, locale, subject, follow } = way;
  const { site, person, notice } = told[0]!;
  const words = NOTICE_WORDS[locale];
  const { title, lines, link } = contentOf(ctx, locale, told);
  const stop = stopLink(ctx, {
    person: person.id,
    site: site.id,
    ...(follow ? { follow: follow.id } : { subject }),
  });
  const content = mailContent({
    locale,
    accent: site.accent,
    title,
    paragraphs: lines,
    button: { label: link.label, link: link.url },
    footer: words.footer[follow ? 'follow' : subject](site.name),
    unsubscribe: { label: follow ? words.stopFollow : words.stop, link: stop },
  });
  try {
    await ctx.mailer.send({
      to: address,
      ...content,
      headers: unsubscribeHeaders(stop),
      messageId: `<${notice.id}@${new URL(ctx.config.publicUrl).hostname}>`,
    });
    return 'mailed';
  } catch (error) {
    const { permanent, result, answer } = refusalOf(error);
    if (result === 'connection') mailServerFailed(ctx.mailer, ctx.clock.now());
    ctx.log.warn({ result, answer }, 'a notice could not be mailed');
    return permanent && result === 'recipient' ? 'refused' : 'failed';
  }
}

/** One click in the mail program, no page in between (RFC 8058). */
export function unsubscribeHeaders(link: string): Record<string, string> {
  return { 'List-Unsubscribe': `<${link}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}
