import { expect, test } from 'vitest';
import { publishAtCutOver } from './experiments/cut-over.ts';
import { cutAtRandom } from './experiments/cuts.ts';
import { loseTheLast } from './experiments/lost-last.ts';
import { restoreBehind } from './experiments/restored.ts';
import { simulateStorm } from './experiments/simulated-storm.ts';
import { storm } from './experiments/storm.ts';

test('[I4A] cut off at random while everybody writes, nobody misses anything', async () => {
  const run = await cutAtRandom({ clients: 60, sites: 3, perSecond: 30, cuts: 60, everyMs: 80 });
  expect(run.violations).toEqual([]);
  expect(run.cuts).toBeGreaterThan(30);
});

test('[I4B] what is published between history and going live arrives, once', async () => {
  const run = await publishAtCutOver({ readers: 20, rounds: 10 });
  expect(run).toEqual({ violations: [], published: 200, missed: 0 });
});

test('[I4C] a last message that nobody was told of arrives within thirty seconds', async () => {
  expect(await loseTheLast(30_000)).toEqual({ violations: [], hadBefore: false, hasAfter: true });
});

test('[I4D] a position ahead of the log is told so, and everything read again', async () => {
  const run = await restoreBehind({ epoch: null });
  expect(run.resyncs).toBeGreaterThan(0);
  expect(run).toMatchObject({ shown: 2, stored: 2, violations: [] });
});

test('[I4E] a position of another epoch is told so, though the log has come further since', async () => {
  const run = await restoreBehind({ epoch: 'restored' });
  expect(run.resyncs).toBeGreaterThan(0);
  expect(run).toMatchObject({ shown: 5, stored: 5, violations: [] });
});

test('[I4F] three hundred cut off at once all come back, not all at once', async () => {
  const run = await storm({ clients: 300, sites: 5 });
  console.log('I4', { ...run, violations: run.violations.length });
  expect(run.violations).toEqual([]);
  expect(run.busiestShare).toBeLessThanOrEqual(0.4);
});

test.each([1_500, 5_000, 15_000])(
  '[I4G] five thousand, cut off from a server that is away for %i ms, are all back within twenty seconds',
  async (downMs) => {
    const run = await simulateStorm(5_000, downMs);
    expect(run.allBackMs).toBeLessThanOrEqual(20_000);
    expect(run.busiestShare).toBeLessThanOrEqual(0.4);
  },
);
