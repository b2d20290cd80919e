import type { Mail, Mailer } from '../../server/mail/mailer.ts';

/** A mailer that takes every mail and keeps it in the list given. */
export function keptMails(mails: Mail[]): Mailer {
  return {
    configured: true,
    send: async (mail) => void mails.push(mail),
    test: async (mail) => {
      mails.push(mail);
      return { result: 'sent', answer: null, permanent: false };
    },
  };
}
