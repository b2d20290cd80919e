import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isQuiet, isTimeZone } from '../server/quiet-hours.ts';

const at = (iso: string) => Date.parse(iso);
const hours = (from: string, to: string, zone = 'Europe/Paris') => ({
  quiet_from: minutes(from),
  quiet_to: minutes(to),
  time_zone: zone,
});
const minutes = (clock: string) => {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return hour * 60 + minute;
};

describe('quiet hours', () => {
  test('[WAIT13] begin and end on the minute, and go on over midnight', () => {
    const lunch = hours('12:30', '14:00');
    expect(
      ['10:29', '10:30', '11:59', '12:00'].map((time) => isQuiet(lunch, at(`2026-07-01T${time}:00Z`))),
    ).toEqual([false, true, true, false]);
    const night = hours('22:00', '07:30');
    expect(
      ['19:59', '20:00', '22:30', '05:29', '05:30'].map((time) =>
        isQuiet(night, at(`2026-07-01T${time}:00Z`)),
      ),
    ).toEqual([false, true, true, true, false]);
    expect(isQuiet({ quiet_from: null, quiet_to: null, time_zone: 'Europe/Paris' }, 0)).toBe(false);
    expect(isQuiet(hours('08:00', '08:00'), at('2026-07-01T06:00:00Z'))).toBe(false);
  });

  test('[WAIT14] follow the clocks of where one lives, in summer, in winter and in the night they change', () => {
    const night = hours('22:00', '07:00');
    expect(isQuiet(night, at('2026-01-15T20:30:00Z'))).toBe(false);
    expect(isQuiet(night, at('2026-07-15T20:30:00Z'))).toBe(true);
    // 29 March 2026: 2:00 becomes 3:00. 25 October 2026: 3:00 becomes 2:00.
    const small = hours('02:30', '03:30');
    expect(
      ['00:59', '01:00', '01:29', '01:30'].map((time) => isQuiet(small, at(`2026-03-29T${time}:00Z`))),
    ).toEqual([false, true, true, false]);
    expect(
      ['00:29', '00:30', '00:59', '01:00', '01:30', '02:29', '02:30'].map((time) =>
        isQuiet(small, at(`2026-10-25T${time}:00Z`)),
      ),
    ).toEqual([false, true, true, false, true, true, false]);
    expect(isQuiet(hours('22:00', '07:00', 'Asia/Kolkata'), at('2026-07-15T16:30:00Z'))).toBe(true);
    expect(isQuiet(hours('22:00', '07:00', 'Asia/Kolkata'), at('2026-07-15T16:29:00Z'))).toBe(false);
    expect([isTimeZone('Europe/Paris'), isTimeZone('Mars/Olympus'), isTimeZone('')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('[WAIT15] are, with the hours that are not, the whole day', () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    fc.assert(
      fc.property(minute, minute, fc.integer({ min: 0, max: 4_000_000_000_000 }), (from, to, now) => {
        fc.pre(from !== to);
        const zone = 'America/Sao_Paulo';
        const one = isQuiet({ quiet_from: from, quiet_to: to, time_zone: zone }, now);
        const other = isQuiet({ quiet_from: to, quiet_to: from, time_zone: zone }, now);
        expect(one).toBe(!other);
      }),
    );
  });
});
