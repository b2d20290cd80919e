import { createHistogram } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';

/** Milliseconds. */
export type LoopDelay = { p50: number; p99: number; max: number };

/**
 * How long the event loop lets something wait: another thread posts the time about every millisecond, and
 * what has passed when the main thread hears of it is the delay. A timer would add its own millisecond.
 */
export function createLoopProbe() {
  const delays = createHistogram();
  let worker: Worker | null = null;
  return {
    start(): void {
      delays.reset();
      worker = new Worker(new URL('./loop-probe-worker.ts', import.meta.url));
      worker.on('message', (postedAt: number) => {
        delays.record(Math.max(1, Math.round(Number(process.hrtime.bigint()) / 1000 - postedAt)));
      });
    },
    async stop(): Promise<LoopDelay> {
      await worker?.terminate();
      worker = null;
      const [p50, p99] = [delays.percentile(50) / 1000, delays.percentile(99) / 1000];
      return { p50, p99, max: delays.max / 1000 };
    },
  };
}
