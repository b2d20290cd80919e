/** Months as the server writes them, `2030-05`, by UTC. No DOM. */
import type { Locale } from '../../../../server/protocol/frames.ts';

export const thisMonth = (now: number = Date.now()): string => new Date(now).toISOString().slice(0, 7);

/** The month before or after. */
export function stepMonth(month: string, by: -1 | 1): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + by);
  return date.toISOString().slice(0, 7);
}

/** "May 2030"; what is not a month as it stands. */
export function monthWords(month: string, locale: Locale): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return month;
  return new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(date);
}
