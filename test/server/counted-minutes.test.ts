import { expect, test } from 'vitest';
import { CountedMinutes } from '../../server/counted-minutes.ts';

test('[HELLO4] so many a minute from the first one on, key by key, and then as many again', () => {
  const counted = new CountedMinutes(2);
  const take = (at: number, key = 'a') => counted.take(key, at);
  // Not at a round time: what is let go now and then must not end somebody's minute early.
  expect([take(50_000), take(70_000)]).toEqual([0, 0]);
  expect(take(100_000)).toBe(10_000);
  expect(take(100_000, 'b')).toBe(0);
  expect(take(109_999)).toBe(1);
  expect([take(110_000), take(110_000)]).toEqual([0, 0]);
  expect(take(169_000)).toBe(1_000);
  expect(take(171_000)).toBe(0);
});
