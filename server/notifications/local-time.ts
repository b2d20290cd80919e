/** When it is so late where somebody lives. */
import { isQuiet, minuteOfDay, type QuietHours } from '../quiet-hours.ts';

const MINUTE = 60_000;
const DAY = 24 * 60;

/** The minute of the day that a digest leaves at, where its reader lives. */
const DIGEST_AT = 9 * 60;

/** When the quiet hours that `now` lies in are over; null where it lies in none. */
export function quietUntil(now: number, hours: QuietHours): number | null {
  if (hours.quiet_to === null || !isQuiet(hours, now)) return null;
  return nextAt(now, hours.time_zone, hours.quiet_to);
}

/** The next digest after `since`: what came until then goes with it. */
export function digestAfter(since: number, timeZone: string): number {
  return nextAt(since, timeZone, DIGEST_AT);
}

/** When the wall clock next shows this minute of the day, also where it is put forward or back meanwhile. */
function nextAt(after: number, timeZone: string, minute: number): number {
  const start = Math.floor(after / MINUTE) * MINUTE;
  const away = (minute - minuteOfDay(timeZone, after) + DAY) % DAY || DAY;
  const guess = start + away * MINUTE;
  const drift = nearest(minute - minuteOfDay(timeZone, guess));
  const corrected = guess + drift * MINUTE;
  return corrected > after ? corrected : guess;
}

/** A difference of two minutes of the day, the short way round. */
function nearest(minutes: number): number {
  if (minutes > DAY / 2) return minutes - DAY;
  return minutes < -DAY / 2 ? minutes + DAY : minutes;
}
