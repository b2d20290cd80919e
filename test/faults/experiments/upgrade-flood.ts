/** I9: one address that asks for sockets without end, beside a person elsewhere who writes. */

import { LIMITS } from '../../../server/limits.ts';
import type { Sabotage } from '../../rig/sabotage.ts';
import type { Person } from '../../server/harness.ts';
import { startChild } from '../child.ts';
import { inParallel } from '../in-parallel.ts';
import { openRaw, upgradeRequest } from '../raw-socket.ts';

type Size = { attempts: number; sabotage?: Sabotage[] };
type Outcome = {
  faults: string[];
  statuses: Record<string, number>;
  elsewhereMs: number[];
  longestHeldMs: number;
};

const FLOODING = '127.66.6.6';

export async function upgradeFlood({ attempts, sabotage }: Size): Promise<Outcome> {
  const child = await startChild({ sabotage });
  try {
    const person = await child.person();
    const outcome: Outcome = { faults: [], statuses: {}, elsewhereMs: [], longestHeldMs: 0 };
    await child.state();
    let over = false;
    const elsewhere = goOn(person, outcome, () => over);
    await inParallel(attempts, 32, () => attempt(child.url, outcome));
    over = true;
    await elsewhere;
    outcome.longestHeldMs = (await child.state()).longestHeldMs;
    judge(outcome, attempts);
    return outcome;
  } finally {
    await child.stop();
  }
}

async function attempt(url: string, { statuses, faults }: Outcome): Promise<void> {
  const raw = await openRaw(url, FLOODING);
  raw.socket.write(upgradeRequest());
  const answer = (await raw.until((bytes) => bytes.includes('\r\n\r\n'))).toString('latin1');
  const status = /^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 'none';
  statuses[status] = (statuses[status] ?? 0) + 1;
  if (status === '429' && !/\r\nretry-after: [1-9]/i.test(answer)) faults.push('429 without Retry-After');
  raw.socket.destroy();
  await raw.closed;
}

/** Somebody at another address goes on, one round trip after the other. */
async function goOn(person: Person, { elsewhereMs }: Outcome, over: () => boolean): Promise<void> {
  while (!over()) {
    const started = performance.now();
    const answer = await person.get('/api/widget/conversations?site=demo&scope=site');
    if (!answer.ok && answer.status !== 429) throw new Error(`elsewhere: ${answer.status}`);
    await answer.body?.cancel();
    if (answer.ok) elsewhereMs.push(performance.now() - started);
    Object.assign(person, { address: `198.51.100.${1 + (elsewhereMs.length % 250)}` });
  }
}

function judge({ statuses, faults, elsewhereMs }: Outcome, attempts: number): void {
  const { 101: opened = 0, 429: refused = 0 } = statuses;
  if (opened > LIMITS.requests.upgradesPerMinute) faults.push(`${opened} sockets opened`);
  if (opened + refused !== attempts) faults.push(`other answers: ${JSON.stringify(statuses)}`);
  if (elsewhereMs.length === 0) faults.push('nobody elsewhere was served');
}
