import { setTimeout as pause } from 'node:timers/promises';
import { seededNumbers } from '../../bench/filter/seeded.ts';
import type { Violation } from '../checker.ts';
import { gather, writeSteadily } from '../load.ts';
import { type Rig, type RigOptions, withRig } from '../rig.ts';

export type CutsOptions = RigOptions & { clients: number; perSecond: number; cuts: number; everyMs: number };
export type CutsOutcome = { violations: Violation[]; written: number; cuts: number };

/** I4: while everybody writes, sockets are cut at random; each client comes back by itself. */
export function cutAtRandom(options: CutsOptions): Promise<CutsOutcome> {
  return withRig(options, (rig) => cutRepeatedly(rig, options));
}

async function cutRepeatedly(rig: Rig, options: CutsOptions): Promise<CutsOutcome> {
  const random = seededNumbers(4);
  const clients = await rig.joinAll(options.clients);
  const load = writeSteadily(rig, await gather(rig, clients), options.perSecond);
  for (let cut = 0; cut < options.cuts; cut++) {
    await pause(options.everyMs);
    clients[Math.floor(random() * clients.length)]!.cut();
  }
  const written = await load.stop();
  await rig.everybodyBack(60_000);
  await rig.settle();
  const cuts = clients.flatMap(({ watch }) => watch.record.entries).filter(({ kind }) => kind === 'closed');
  const { violations } = await rig.finish();
  return { violations, written, cuts: cuts.length };
}
