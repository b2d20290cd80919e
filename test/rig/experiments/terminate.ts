import { setTimeout as pause } from 'node:timers/promises';
import type { Violation } from '../checker.ts';
import { leftUnknown } from '../latencies.ts';
import { gather, writeSteadily } from '../load.ts';
import { type Rig, type RigOptions, withRig } from '../rig.ts';

export type TerminateOptions = RigOptions & { clients: number; perSecond: number };
export type TerminateOutcome = {
  violations: Violation[];
  exitCode: number | null;
  ms: number;
  /** Intents the server had before it was told to stop, and did not answer. */
  unknown: string[];
};

/** I1: SIGTERM while everybody writes; started again, everybody goes on. */
export function terminateUnderLoad(options: TerminateOptions): Promise<TerminateOutcome> {
  return withRig(options, (rig) => terminate(rig, options));
}

async function terminate(rig: Rig, options: TerminateOptions): Promise<TerminateOutcome> {
  const clients = await rig.joinAll(options.clients);
  const load = writeSteadily(rig, await gather(rig, clients), options.perSecond);
  await pause(1500);
  const signalled = performance.now();
  const { exitCode, ms } = await rig.server.stop();
  await rig.server.start();
  await load.stop();
  await rig.settle();
  const unknown = leftUnknown(
    clients.map(({ watch }) => watch.record),
    signalled,
  );
  const { violations } = await rig.finish();
  return { violations, exitCode, ms, unknown };
}
