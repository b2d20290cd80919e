import type { AppContext } from '../context.ts';
import { LIMITS } from '../limits.ts';

/**
 * What failed for itself is left alone for growing waits (`LIMITS.jobs.retryMs`), so that it keeps nothing else.
 * Remembered by this process only: a start tries everything again.
 */
export function createAgainLater({ clock, log }: Pick<AppContext, 'clock' | 'log'>) {
  const failed = new Map<string, { tries: number; until: number }>();
  return {
    isResting: (id: string): boolean => (failed.get(id)?.until ?? 0) > clock.now(),
    /** @returns whether it was the last try: it is to be given up */
    noteFailure(id: string, error: unknown, what: string): boolean {
      const tries = failed.get(id)?.tries ?? 0;
      const wait = LIMITS.jobs.retryMs[tries];
      log.error({ err: error, id, tries: tries + 1 }, what);
      if (wait === undefined) return failed.delete(id);
      failed.set(id, { tries: tries + 1, until: clock.now() + wait });
      return false;
    },
    forget: (id: string): boolean => failed.delete(id),
  };
}
export type AgainLater = ReturnType<typeof createAgainLater>;
