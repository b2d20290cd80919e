import type { SiteRow } from '../../db/schema.ts';
import { type MailContent, mailContent } from '../mail/mail-content.ts';

/** The code that proves an address, in the site's language. */
export function promotionMail({ name, locale, accent }: SiteRow, code: string): MailContent {
  return locale === 'fr'
    ? mailContent({
        locale,
        accent,
        title: `${code} est votre code pour rejoindre ${name}`,
        paragraphs: [
          `Voici le code qui confirme votre adresse, à saisir dans le chat de ${name}\u00a0:`,
          code,
          'Il est valable quinze minutes.',
        ],
        footer: 'Si vous n’avez rien demandé, vous pouvez ignorer ce message.',
      })
    : mailContent({
        locale,
        accent,
        title: `${code} is your code to join ${name}`,
        paragraphs: [
          `This is the code that confirms your address. Type it in the chat of ${name}:`,
          code,
          'It works for fifteen minutes.',
        ],
        footer: 'If you did not ask for it, you can ignore this message.',
      });
}
