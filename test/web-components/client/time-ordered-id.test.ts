import { expect, test } from 'vitest';
import * as z from 'zod';
import { timeOrderedId } from '../../../web-components/client/time-ordered-id.ts';

test('[CLIENT93] a message’s id is a UUID the server takes, later than those of before, and like no other', () => {
  const times = [0, 1, Date.UTC(2026, 0, 1), Date.UTC(2026, 0, 1) + 1, 2 ** 48 - 1];
  const ids = times.map(timeOrderedId);
  for (const id of ids) expect(z.uuid({ version: 'v7' }).safeParse(id).success).toBe(true);
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(Array.from({ length: 1000 }, () => timeOrderedId(5))).size).toBe(1000);
});
