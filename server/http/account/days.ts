import type { Locale } from '../../protocol/frames.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** "12 mars 2026". The server does not know the reader's time zone: a day is as exact as it gets. */
export const dayOf = (at: number, locale: Locale): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(at);

/** "aujourd’hui", "hier", "il y a 5 jours". */
export function lastDay(at: number, now: number, locale: Locale): string {
  const days = Math.floor(now / DAY_MS) - Math.floor(at / DAY_MS);
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-Math.max(0, days), 'day');
}
