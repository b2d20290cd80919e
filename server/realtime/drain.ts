import { LIMITS } from '../limits.ts';
import { CLOSE } from '../protocol/frames.ts';
import { everybodyElse } from '../slices.ts';
import type { Hub } from './hub.ts';

const POLL_MS = 10;

/**
 * The end of a node: nothing more is taken in, frames under way are answered, everything that waits is written,
 * then every connection is told to come back. Resolves within LIMITS.drain, whatever its peers do.
 */
export async function drain(hub: Hub): Promise<void> {
  const { withinMs } = LIMITS.drain;
  const began = performance.now();
  hub.stopping = true;
  // Half the time for work, so that the other half is left for the goodbyes.
  while (hub.underWay.size > 0 && performance.now() - began < withinMs / 2) await pause();
  await Promise.race([hub.settled(), pause(withinMs / 4)]);
  let closed = 0;
  for (const connection of [...hub.directory.all()]) {
    hub.close(connection, CLOSE.restart, 'restarting');
    if (++closed % LIMITS.bulk.slice === 0) await everybodyElse();
  }
  while (hub.directory.all().size > 0 && performance.now() - began < withinMs) await pause();
  for (const connection of hub.directory.all()) connection.transport.terminate();
}

function pause(ms = POLL_MS): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
