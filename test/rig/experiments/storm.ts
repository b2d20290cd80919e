import type { Violation } from '../checker.ts';
import type { ClientRecord } from '../history.ts';
import { gather } from '../load.ts';
import { type Rig, type RigOptions, withRig } from '../rig.ts';

export type StormOutcome = {
  violations: Violation[];
  clients: number;
  /** Attempts to connect from the kill on, and the largest part of them within one second. */
  attempts: number;
  busiestShare: number;
  /** From the kill, and from when the server was ready again, until the last was back. */
  downMs: number;
  backWithinMs: number;
};

/** I4: everybody is cut off by a kill at once, and comes back by itself. */
export function storm(options: RigOptions & { clients: number }): Promise<StormOutcome> {
  return withRig(options, (rig) => killOnce(rig, options.clients));
}

async function killOnce(rig: Rig, count: number): Promise<StormOutcome> {
  const clients = await rig.joinAll(count);
  await gather(rig, clients);
  await rig.settle();
  const killed = performance.now();
  await rig.server.kill();
  await rig.server.start();
  const downMs = performance.now() - killed;
  const backWithinMs = await rig.everybodyBack(120_000);
  const attempts = attemptsAfter(
    clients.map(({ watch }) => watch.record),
    killed,
  );
  await rig.settle();
  const { violations } = await rig.finish();
  return {
    violations,
    clients: count,
    attempts: attempts.length,
    busiestShare: busiestShare(attempts),
    downMs,
    backWithinMs,
  };
}

function attemptsAfter(records: ClientRecord[], since: number): number[] {
  return records.flatMap(({ entries }) =>
    entries.flatMap(({ kind, at }) => (kind === 'dialed' && at > since ? [at - since] : [])),
  );
}

/** The largest part of these times, in milliseconds, that falls within one second. */
export function busiestShare(times: number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  let first = 0;
  let most = 0;
  sorted.forEach((time, last) => {
    while (time - sorted[first]! >= 1000) first += 1;
    most = Math.max(most, last - first + 1);
  });
  return most / sorted.length;
}
