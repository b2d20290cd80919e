import type { Clock } from './context.ts';

/** Whether the filters work, for whoever watches the server. */
export type FilterHealth = {
  failed(siteId: string): void;
  worked(siteId: string): void;
  /** A message waits for a moderator only because the filter failed. */
  heldOne(): void;
  /** `since`: epoch ms of the oldest failure that lasts, null when all work; `held`: messages since the start. */
  state(): { since: number | null; held: number };
};

export function createFilterHealth(clock: Clock): FilterHealth {
  const failing = new Map<string, number>();
  let held = 0;
  return {
    failed: (siteId) => void failing.set(siteId, failing.get(siteId) ?? clock.now()),
    worked: (siteId) => void failing.delete(siteId),
    heldOne() {
      held += 1;
    },
    state: () => ({ since: failing.size > 0 ? Math.min(...failing.values()) : null, held }),
  };
}
