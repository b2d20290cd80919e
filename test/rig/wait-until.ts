import { setTimeout as pause } from 'node:timers/promises';

/** Waits for other processes: real time passes here. @returns the milliseconds it took. @throws when late */
export async function waitUntil(
  condition: () => boolean,
  what: string | (() => string),
  withinMs = 30_000,
): Promise<number> {
  const since = performance.now();
  while (!condition()) {
    if (performance.now() - since > withinMs)
      throw new Error(`not within ${withinMs} ms: ${typeof what === 'string' ? what : what()}`);
    await pause(10);
  }
  return performance.now() - since;
}
