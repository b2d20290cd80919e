import type { Locale } from '../../server/protocol/frames.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const ABOUT = { fr: 'environ', en: 'about' };
const DAYS = { fr: ['jour', 'jours'], en: ['day', 'days'] };

/**
 * A wait in words, never shorter than it is: to the minute up to ten, to five minutes up to an hour, then to
 * the hour or the day.
 */
export function about(ms: number, locale: Locale): string {
  const minutes = Math.ceil(ms / MINUTE);
  if (minutes <= 1) return locale === 'fr' ? 'moins d’une minute' : 'less than a minute';
  if (minutes <= 10) return `${minutes}\u00a0min`;
  if (minutes <= 55) return `${ABOUT[locale]} ${Math.ceil(minutes / 5) * 5}\u00a0min`;
  if (ms <= 23 * HOUR) return `${ABOUT[locale]} ${Math.ceil(ms / HOUR)}\u00a0h`;
  const days = Math.ceil(ms / DAY);
  return `${ABOUT[locale]} ${days}\u00a0${DAYS[locale][days === 1 ? 0 : 1]}`;
}
