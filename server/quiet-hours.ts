/** Hours in which somebody is told nothing, by the clocks where they live. Pure. */

export type QuietHours = { quiet_from: number | null; quiet_to: number | null; time_zone: string };

/**
 * Whether `now` (epoch ms) lies in them: from `quiet_from` up to `quiet_to`, over midnight where they begin later
 * than they end. The minute is that of the wall clock, so that they begin and end at the same hour in summer
 * and in winter.
 */
export function isQuiet(
  { quiet_from: from, quiet_to: to, time_zone: zone }: QuietHours,
  now: number,
): boolean {
  if (from === null || to === null || from === to) return false;
  const minute = minuteOfDay(zone, now);
  return from < to ? minute >= from && minute < to : minute >= from || minute < to;
}

export const isTimeZone = (zone: string): boolean => clockOf(zone) !== null;

export function minuteOfDay(zone: string, now: number): number {
  const clock = clockOf(zone) ?? clockOf('UTC')!;
  const [hour = 0, minute = 0] = clock.format(now).split(':').map(Number);
  return hour * 60 + minute;
}

/** Making one takes long, and there are few zones. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat | null {
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  const clock = makeClock(zone);
  if (clock) clocks.set(zone, clock);
  return clock;
}

function makeClock(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
