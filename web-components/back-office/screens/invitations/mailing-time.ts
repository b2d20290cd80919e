import { translator } from '../../locales/index.ts';
import words from '../../locales/invitations.ts';

const t = translator(words);

/** How long so many mails take at this pace, roughly, in words. */
export function mailingTime(mails: number, perMinute: number): string {
  const minutes = mails / Math.max(1, perMinute);
  if (minutes < 1) return t('lessThanMinute');
  if (minutes < 90) return t('minutesLeft', { count: Math.ceil(minutes) });
  return t('hoursLeft', { count: Math.round(minutes / 60) });
}
