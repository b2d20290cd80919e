/** Time of the day where somebody lives. Minutes are counted from midnight there. */

const MINUTE = 60_000;
const DAY = 24 * 60;

/** When a digest leaves, where its reader lives. */
export const DIGEST_AT = 9 * 60;

export type Quiet = { from: number; to: number };

/** The minute of the day at `now` in a time zone; one that this machine does not know counts as UTC. */
export function minuteOfDay(now: number, timeZone: string): number {
  const parts = formatOf(timeZone).formatToParts(now);
  const value = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return value('hour') * 60 + value('minute');
}

/** When the quiet hours that `now` lies in are over; null where it lies in none. They may go past midnight. */
export function quietUntil(now: number, timeZone: string, quiet: Quiet | null): number | null {
  if (!quiet || quiet.from === quiet.to) return null;
  const minute = minuteOfDay(now, timeZone);
  const isQuiet =
    quiet.from < quiet.to
      ? minute >= quiet.from && minute < quiet.to
      : minute >= quiet.from || minute < quiet.to;
  return isQuiet ? nextAt(now, timeZone, quiet.to) : null;
}

/** The next digest after `since`: what came until then goes with it. */
export function digestAfter(since: number, timeZone: string): number {
  return nextAt(since, timeZone, DIGEST_AT);
}

/** When it is next `minute` o’clock, to the minute; the clock being put forward or back meanwhile counts. */
function nextAt(after: number, timeZone: string, minute: number): number {
  const start = Math.floor(after / MINUTE) * MINUTE;
  const away = (minute - minuteOfDay(after, timeZone) + DAY) % DAY || DAY;
  const guess = start + away * MINUTE;
  let drift = minute - minuteOfDay(guess, timeZone);
  if (drift > DAY / 2) drift -= DAY;
  if (drift < -DAY / 2) drift += DAY;
  const corrected = guess + drift * MINUTE;
  return corrected > after ? corrected : guess;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const options = { hour: 'numeric', minute: 'numeric', hourCycle: 'h23' } as const;
  const zone = isTimeZone(timeZone) ? timeZone : 'UTC';
  const format = new Intl.DateTimeFormat('en-GB', { ...options, timeZone: zone });
  formats.set(timeZone, format);
  return format;
}

export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) instanceof Intl.DateTimeFormat;
  } catch {
    // The one way to ask is to try.
    return false;
  }
}
