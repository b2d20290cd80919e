import type { Locale } from '../../server/protocol/frames.ts';

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** "3 hours ago", "yesterday", "just now", in the viewer's words. */
export function ago(time: number, now: number, locale: Locale): string {
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const passed = Math.max(0, now - time);
  if (passed < 60_000) return locale === 'fr' ? 'à l’instant' : 'just now';
  const [unit, size] = STEPS.find(([, step]) => passed >= step)!;
  return words.format(-Math.floor(passed / size) || 0, unit);
}

/** The hour for today's messages, the day and the hour for older ones. */
export function shortTime(time: number, now: number, locale: Locale): string {
  const today = new Date(time).toDateString() === new Date(now).toDateString();
  const day = today ? {} : ({ day: 'numeric', month: 'short' } as const);
  return new Intl.DateTimeFormat(locale, { ...day, hour: 'numeric', minute: '2-digit' }).format(time);
}

/** The whole date, for the title of a short one. */
export const fullTime = (time: number, locale: Locale): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short' }).format(time);
