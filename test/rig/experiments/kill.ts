import { setTimeout as pause } from 'node:timers/promises';
import type { Violation } from '../checker.ts';
import { acknowledgementTimes, reconnectTimes } from '../latencies.ts';
import { gather, writeSteadily } from '../load.ts';
import { percentile } from '../percentile.ts';
import { type Rig, type RigOptions, withRig } from '../rig.ts';

export type KillOptions = RigOptions & {
  clients: number;
  perSecond: number;
  kills: number;
  everyMs: number;
};
export type KillOutcome = {
  violations: Violation[];
  written: number;
  acknowledged: number;
  ack: { p50: number; p99: number };
  reconnect: { p50: number; p99: number };
  /** From each time the server was ready again until the last client was back, the longest. */
  backWithinMs: number;
};

/** I1: SIGKILL again and again while everybody writes, restarted at once. */
export function killUnderLoad(options: KillOptions): Promise<KillOutcome> {
  return withRig(options, (rig) => killRepeatedly(rig, options));
}

async function killRepeatedly(rig: Rig, options: KillOptions): Promise<KillOutcome> {
  const clients = await rig.joinAll(options.clients);
  const load = writeSteadily(rig, await gather(rig, clients), options.perSecond);
  const backs: number[] = [];
  for (let kill = 0; kill < options.kills; kill++) {
    const next = pause(options.everyMs);
    await pause(options.everyMs / 2);
    await rig.server.kill();
    await rig.server.start();
    backs.push(await rig.everybodyBack(60_000));
    await next;
  }
  const written = await load.stop();
  await rig.settle();
  const records = clients.map(({ watch }) => watch.record);
  const ack = acknowledgementTimes(records);
  const reconnect = reconnectTimes(records);
  const { violations } = await rig.finish();
  return {
    violations,
    written,
    acknowledged: ack.length - rig.conversations,
    ack: { p50: percentile(ack, 0.5), p99: percentile(ack, 0.99) },
    reconnect: { p50: percentile(reconnect, 0.5), p99: percentile(reconnect, 0.99) },
    backWithinMs: Math.max(...backs),
  };
}
