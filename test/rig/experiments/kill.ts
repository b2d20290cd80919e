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
  /** Everybody tries again at once after a restart, as when a machine is back on the network. */
  hurry?: boolean;
};
export type KillOutcome = {
  violations: Violation[];
  written: number;
  acknowledged: number;
  /** Milliseconds. */
  ack: { p50: number; p99: number };
  reconnect: { p50: number; p99: number };
  /** After each restart: how long until the last client was back; null where the next kill came first. */
  backWithinMs: (number | null)[];
};

/** I1: SIGKILL again and again while everybody writes, restarted at once. */
export function killUnderLoad(options: KillOptions): Promise<KillOutcome> {
  return withRig(options, (rig) => killRepeatedly(rig, options));
}

async function killRepeatedly(rig: Rig, options: KillOptions): Promise<KillOutcome> {
  const clients = await rig.joinAll(options.clients);
  const load = writeSteadily(rig, await gather(rig, clients), options.perSecond);
  const backWithinMs: (number | null)[] = [];
  await pause(options.everyMs / 2);
  for (let kill = 0; kill < options.kills; kill++) {
    await rig.server.kill();
    await rig.server.start();
    backWithinMs.push(await backBeforeNext(rig, options));
  }
  const written = await load.stop();
  await rig.everybodyBack(60_000);
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
    backWithinMs,
  };
}

/** The next kill comes when it is due, whoever is back by then. */
async function backBeforeNext(rig: Rig, { everyMs, hurry }: KillOptions): Promise<number | null> {
  const next = pause(everyMs);
  if (hurry) for (const { chat } of rig.clients) void chat.connect();
  const back = await rig.everybodyBack(everyMs).catch(() => null);
  await next;
  return back;
}
