import { expect, test } from 'vitest';
import { sameOrder } from './experiments/same-order.ts';

test('[I3] fifty write and five hundred read: one order, without holes, and a held message joins at its end', async () => {
  const run = await sameOrder({ writers: 50, readers: 500, messagesEach: 2 });
  expect(run).toMatchObject({ violations: [], transcripts: 1, readers: 550, messages: 102 });
  expect(run.released).toEqual({ before: 101, seq: 102 });
});
