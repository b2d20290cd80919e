/** How long work in the background may hold the event loop before others have their turn. */
const SLICE_MS = 3;

/**
 * For long work on the main thread: a function to await between two pieces. It returns at once until the
 * slice is used up, then lets everything else that waits go first.
 */
export function createSlices(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < SLICE_MS) return;
    await everybodyElse();
    since = performance.now();
  };
}

export function everybodyElse(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
