import { expect, test } from 'vitest';
import { digestAfter, quietUntil } from '../../server/notifications/local-time.ts';

const PARIS = 'Europe/Paris';
const at = (text: string) => Date.parse(text);
const iso = (time: number | null) => time && new Date(time).toISOString();
const night = { quiet_from: 22 * 60, quiet_to: 7 * 60 + 30, time_zone: PARIS };

test.each([
  ['a plain day', '2026-01-12T11:00:00Z', '2026-01-13T08:00:00.000Z'],
  ['just before nine', '2026-01-12T07:59:30Z', '2026-01-12T08:00:00.000Z'],
  ['at nine itself: the next day’s', '2026-01-12T08:00:00Z', '2026-01-13T08:00:00.000Z'],
  ['the clock is put forward in the night', '2026-03-28T20:00:00Z', '2026-03-29T07:00:00.000Z'],
  ['the clock is put back in the night', '2026-10-24T20:00:00Z', '2026-10-25T08:00:00.000Z'],
])('[NOTE38] a digest leaves at nine by the wall clock: %s', (_, since, expected) => {
  expect(iso(digestAfter(at(since), PARIS))).toBe(expected);
});

test.each([
  ['in the evening', '2026-01-12T21:30:00Z', '2026-01-13T06:30:00.000Z'],
  ['after midnight', '2026-01-13T01:00:00Z', '2026-01-13T06:30:00.000Z'],
  ['at their end', '2026-01-13T06:30:00Z', null],
  ['at noon', '2026-01-13T11:00:00Z', null],
  ['the clock is put forward meanwhile', '2026-03-28T22:00:00Z', '2026-03-29T05:30:00.000Z'],
  ['the clock is put back meanwhile', '2026-10-24T22:00:00Z', '2026-10-25T06:30:00.000Z'],
])('[NOTE39] quiet hours end by the wall clock: %s', (_, now, expected) => {
  expect(iso(quietUntil(at(now), night))).toBe(expected);
});
