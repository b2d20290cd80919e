import type { SiteRow } from '../../db/schema.ts';

/** The code that proves an address, in the site's language. */
export function promotionMail({ name, locale }: SiteRow, code: string): { subject: string; text: string } {
  return locale === 'fr'
    ? {
        subject: `${code} est votre code pour rejoindre ${name}`,
        text: `Bonjour,\n\nVoici le code qui confirme votre adresse, à saisir dans le chat de ${name} :\n\n${code}\n\nIl est valable quinze minutes. Si vous n’avez rien demandé, vous pouvez ignorer ce message.\n`,
      }
    : {
        subject: `${code} is your code to join ${name}`,
        text: `Hello,\n\nThis is the code that confirms your address. Type it in the chat of ${name}:\n\n${code}\n\nIt works for fifteen minutes. If you did not ask for it, you can ignore this message.\n`,
      };
}
