import { monitorEventLoopDelay } from 'node:perf_hooks';

/**
 * Milliseconds by the clock on the wall, which shows more than the question where other programs run; `cpu`:
 * this thread's processor time for one question, the mean; `loop`: the longest that nothing had its turn.
 */
export type Figures = { p50: number; p95: number; worst: number; cpu: number; loop: number };

/** Asks `rounds` times, after a tenth of that to warm up; `run` gets the number of the round. */
export async function measure(run: (round: number) => unknown, rounds: number): Promise<Figures> {
  for (let round = 0; round < rounds / 10; round++) await run(rounds + round);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const times: number[] = [];
  const used = process.threadCpuUsage();
  for (let round = 0; round < rounds; round++) {
    const began = performance.now();
    await run(round);
    times.push(performance.now() - began);
    // What waits gets its turn between two questions, and is not counted.
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { user, system } = process.threadCpuUsage(used);
  delay.disable();
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))]!;
  const cpu = (user + system) / 1000 / rounds;
  return { p50: at(0.5), p95: at(0.95), worst: times.at(-1)!, cpu, loop: delay.max / 1e6 };
}
