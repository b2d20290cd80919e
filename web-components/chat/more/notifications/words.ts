import type { Locale } from '../../../../server/protocol/frames.ts';
import type { MailSubject, MailWish } from '../../../../server/protocol/notifications.ts';
import type { EntryWords } from '../entries.ts';

export type NotificationsWords = EntryWords & {
  loading: string;
  failed: string;
  again: string;
  push: string;
  pushHint: string;
  devices: (count: number) => string;
  device: string;
  mail: string;
  mailTo: (address: string) => string;
  noAddress: string;
  notConfigured: string;
  wishes: Record<MailWish, string>;
  wishHints: Record<MailWish, string>;
  subjects: string;
  subject: Record<MailSubject, string>;
  saved: string;
  notSaved: string;
};

export async function notificationsWords(locale: Locale): Promise<NotificationsWords> {
  const { words } = await (locale === 'fr' ? import('./fr.ts') : import('./en.ts'));
  return words;
}
