import type { Clock } from '../context.ts';

const JUMP_MS = 60 * 60 * 1000;
const STEADY_FOR_MS = 24 * 60 * 60 * 1000;

/**
 * Whether what cannot be taken back may be done by this clock: not for a day after it was set by more than an
 * hour, forward or back. `elapsed` is time that nobody sets, in milliseconds.
 */
export function watchClock(clock: Clock, elapsed: () => number = () => performance.now()) {
  let offset = clock.now() - elapsed();
  let jumpedAt: number | null = null;
  return {
    isSteady(): boolean {
      const before = offset;
      offset = clock.now() - elapsed();
      if (Math.abs(offset - before) > JUMP_MS) jumpedAt = elapsed();
      return jumpedAt === null || elapsed() - jumpedAt >= STEADY_FOR_MS;
    },
  };
}
