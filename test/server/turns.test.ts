import { afterEach, expect, test, vi } from 'vitest';
import { createInTurn } from '../../server/realtime/turns.ts';
import { everybodyElse } from '../../server/slices.ts';
import { range } from './crowd.ts';

afterEach(() => vi.useRealTimers());

test('[FAN34] much that is read at once is read one after the other, with everybody else between', async () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  const inTurn = createInTurn();
  let turns = 0;
  let isOver = false;
  const others = (async () => {
    for (; !isOver; turns += 1) await everybodyElse();
  })();
  const said: number[] = [];
  const reads = range(1, 12).map((i) =>
    inTurn(async () => {
      vi.advanceTimersByTime(2);
      await null;
      said.push(i);
      if (i === 5) throw new Error('the fifth');
      return i;
    }),
  );
  const results = await Promise.allSettled(reads);
  isOver = true;
  await others;
  expect(said).toEqual(range(1, 12));
  expect(results.map(({ status }) => status).indexOf('rejected')).toBe(4);
  expect(turns).toBeGreaterThan(4);
});
