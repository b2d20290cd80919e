import { LIMITS } from '../limits.ts';
import { CLOSE } from '../protocol/frames.ts';
import type { Connection } from './connection.ts';
import type { Hub } from './hub.ts';
import { HEARTBEAT } from './transport.ts';

const EVERY_MS = 1000;

/** One timer for all connections: late hellos, silence, closings that take too long, and who is here. */
export function startSweeping(hub: Hub): () => void {
  const sweeping = setInterval(() => {
    const now = performance.now();
    for (const connection of hub.directory.all()) sweep(hub, connection, now);
  }, EVERY_MS);
  const presence = setInterval(() => hub.presence.tellAll(), LIMITS.presence.everyMs);
  return () => {
    clearInterval(sweeping);
    clearInterval(presence);
  };
}

function sweep(hub: Hub, connection: Connection, now: number): void {
  const { state, transport } = connection;
  switch (state.name) {
    case 'awaiting-hello':
      if (now - state.since > LIMITS.hello.withinMs) hub.close(connection, CLOSE.helloTimeout, 'no hello');
      return;
    case 'closing':
      // A peer that does not answer the close must not keep its connection.
      if (now - state.since > LIMITS.closing.withinMs) transport.terminate();
      return;
    case 'ready':
      listen(connection, now - connection.lastHeardAt);
      return;
  }
}

/** Whoever says nothing is asked once, and cut when that is not answered either. */
function listen(connection: Connection, silentMs: number): void {
  const { transport } = connection;
  if (silentMs > LIMITS.ping.timeoutMs) transport.terminate();
  else if (silentMs < LIMITS.ping.everyMs) connection.wasAsked = false;
  else if (!connection.wasAsked && transport.waiting === 0) {
    connection.wasAsked = true;
    transport.write(HEARTBEAT[transport.kind]);
  }
}
