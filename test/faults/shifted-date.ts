/**
 * Replaces this process's `Date` by one that can be moved while everything runs, as when somebody sets the
 * machine's clock. Timers run on, as they do there: they follow the monotonic clock.
 */
export function shiftDate(): { shift(byMs: number): void } {
  const RealDate = Date;
  let shifted = 0;
  class ShiftedDate extends RealDate {
    constructor(...parts: unknown[]) {
      if (parts.length === 0) super(RealDate.now() + shifted);
      else super(...(parts as [number]));
    }
    static override now(): number {
      return RealDate.now() + shifted;
    }
  }
  globalThis.Date = ShiftedDate as DateConstructor;
  return {
    shift(byMs) {
      shifted = byMs;
    },
  };
}
