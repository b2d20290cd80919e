import { describe, expect, test } from 'vitest';
import { clockJumps, JUMPS } from './experiments/clock-jumps.ts';

const jumps = Object.keys(JUMPS) as (keyof typeof JUMPS)[];

test.each(jumps)('[I12a] the clock set %s, order, sessions and limits stay what they were', async (jump) => {
  expect((await clockJumps({ jump })).faults).toEqual([]);
});

describe('a server that believes the clock is seen', () => {
  test('[I12b] one that erases at once by a clock set ten years on', async () => {
    const sabotage = [
      { file: 'server/jobs/steady-clock.ts', find: 'return jumpedAt === null ||', replace: 'return true ||' },
    ];
    const { faults } = await clockJumps({ jump: 'ten years on', sabotage });
    expect(faults.join()).toContain('cannot be restored');
  });

  test('[I12c] one that tells people to wait until the clock is where it was', async () => {
    const sabotage = [
      {
        file: 'server/counted-minutes.ts',
        find: 'now = performance.now()',
        replace: 'now = Date.now()',
      },
    ];
    const { faults } = await clockJumps({ jump: 'a day back', sabotage });
    expect(faults.join()).toContain('the limit is shut for');
  });
});
