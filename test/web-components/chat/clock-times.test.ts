import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isDelay } from '../../../web-components/back-office/screens/question-delays.ts';
import { clockTime, minutesOf } from '../../../web-components/chat/more/availability/clock-times.ts';

test('[WAIT33] a time of the day is the same minute again, and what is no time is none', () => {
  expect([clockTime(0), clockTime(450), clockTime(1439)]).toEqual(['00:00', '07:30', '23:59']);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1439 }), (minutes) => minutesOf(clockTime(minutes)) === minutes),
  );
  expect(minutesOf('')).toBeNull();
  expect(minutesOf('07:30:15')).toBe(450);
});

test('[WAIT34] a delay is a whole number of minutes, from one to a week', () => {
  expect(['1', ' 2 ', '10080'].map(isDelay)).toEqual([true, true, true]);
  expect(['', '0', '10081', '1.5', '-1', '1e3', 'deux'].map(isDelay)).toEqual(Array(7).fill(false));
});
