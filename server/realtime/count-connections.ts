import type { Connection } from './connection.ts';

/** How many connections there are: `${kind of transport} ${state}`. */
export function countConnections(all: Iterable<Connection>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { transport, state } of all) {
    const key = `${transport.kind} ${state.name}`;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}
