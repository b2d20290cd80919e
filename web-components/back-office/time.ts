import type { Locale } from '../../server/protocol/frames.ts';

const MINUTE = 60_000;
const STEPS = [
  { unit: 'minute', ms: MINUTE, below: 60 * MINUTE },
  { unit: 'hour', ms: 60 * MINUTE, below: 24 * 60 * MINUTE },
  { unit: 'day', ms: 24 * 60 * MINUTE, below: 30 * 24 * 60 * MINUTE },
] as const;

const JUST_NOW: Record<Locale, string> = { fr: 'à l’instant', en: 'just now' };

/** "just now", "2 minutes ago", "in 3 days"; a date when it is more than a month away. */
export function relativeTime(at: number, now: number, locale: Locale): string {
  const distance = Math.abs(at - now);
  if (distance < MINUTE / 2) return JUST_NOW[locale];
  const step = STEPS.find(({ below }) => distance < below);
  if (!step) return dateOf(at, locale);
  const count = Math.round((at - now) / step.ms);
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(count, step.unit);
}

/** "today 14:06", "yesterday 9:30", else "22 Nov 2026, 14:06". */
export function shortTime(at: number, now: number, locale: Locale): string {
  const days = (startOfDay(at) - startOfDay(now)) / STEPS[2].ms;
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(at);
  if (Math.round(days) !== 0 && Math.round(days) !== -1) {
    return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
  }
  const day = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.round(days), 'day');
  return `${day} ${time}`;
}

const startOfDay = (at: number) => new Date(at).setHours(0, 0, 0, 0);

/** The whole moment: "22 November 2026 at 14:06". */
export function fullTime(at: number, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' }).format(at);
}

/** "22 Nov 2026". */
export function dateOf(at: number, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(at);
}
