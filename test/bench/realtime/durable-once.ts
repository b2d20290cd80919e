import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { OURS, start } from './contenders.ts';
import { type Measured, startLoad } from './load.ts';
import type { LoopDelay } from './loop-probe.ts';
import { slowSync } from './slow-sync.ts';

export type Durable = {
  writers: number;
  /** Messages each writer has under way. */
  inFlight: number;
  /** false: a transaction and a sync for each message. */
  groupCommit: boolean;
  /** Added to each sync; 0 = the disk as it is. */
  syncMs: number;
  seconds: number;
};
export type DurableResult = Measured & { loop: LoopDelay };

/** Writers who each wait for their acknowledgements; nobody reads along. */
export async function durableOnce({
  writers,
  inFlight,
  groupCommit,
  syncMs,
  seconds,
}: Durable): Promise<DurableResult> {
  const running = await start(OURS, {
    writers,
    conversations: 1,
    // Its two threads run beside each other, as they do in use.
    cores: '0,1',
    env: { ...(syncMs > 0 ? slowSync(syncMs) : {}), ...(groupCommit ? {} : ONE_BY_ONE.env) },
    flags: groupCommit ? [] : ONE_BY_ONE.flags(),
  });
  const load = await startLoad(OURS, running);
  try {
    await load.openWriters(writers);
    const publishing = { writers, pace: { inFlight }, until: 'acknowledgement', readers: 0 } as const;
    await load.publish({ ...publishing, seconds, measured: false });
    await running.child.ask('startProbe');
    const measured = await load.publish({ ...publishing, seconds, measured: true });
    return { ...measured, loop: await running.child.ask<LoopDelay>('loopDelay') };
  } finally {
    await load.close();
    await running.stop();
  }
}

const SABOTAGE = resolve(import.meta.dirname, '../../rig/sabotage.ts');

/** The whole server as it is, with the one switch of its storage thrown from outside. */
const ONE_BY_ONE = {
  env: {
    SABOTAGE: JSON.stringify([
      { file: 'db/connect.ts', find: 'groupCommit = true', replace: 'groupCommit = false' },
    ]),
  },
  flags(): string[] {
    if (!existsSync(SABOTAGE)) throw new Error(`${SABOTAGE} is not there`);
    return ['--import', pathToFileURL(SABOTAGE).href];
  },
};
