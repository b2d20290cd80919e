import type { MailLink, MailParts } from './mail-content.ts';

/** @returns the mail as plain text, its links alone on their lines */
export function mailText({ locale, paragraphs, button, footer, unsubscribe }: MailParts): string {
  const blocks = [
    ...paragraphs,
    ...(button ? [linkLine(button, locale)] : []),
    '-- ',
    footer,
    ...(unsubscribe ? [linkLine(unsubscribe, locale)] : []),
  ];
  return `${blocks.join('\n\n').replace('-- \n\n', '-- \n')}\n`;
}

const linkLine = ({ label, link }: MailLink, locale: MailParts['locale']): string =>
  `${label}${locale === 'fr' ? '\u00a0:' : ':'}\n${link}`;
