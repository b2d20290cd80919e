/** Whether a server that was attacked still is what it was: alive, answering, nothing left open, no error told. */
import type { Child } from './child.ts';
import type { StateAnswer } from './child-server.ts';
import { comesToBe } from './in-parallel.ts';

/** Open handles that come and go by themselves: a file being read, a connection kept alive for the next request. */
const RISES_ALLOWED = 3;

/** @returns what is wrong, in words; nothing when all is well */
export async function standsAsBefore(child: Child, before: StateAnswer): Promise<string[]> {
  const exit = child.exited();
  if (exit !== null) return [`the server ended with ${exit}: ${child.log().slice(-2000)}`];
  const faults: string[] = [];
  let last = before;
  const calm = await comesToBe(async () => {
    last = await child.state();
    return last.connections <= before.connections && leftOpen(before, last).length === 0;
  }, 15_000);
  if (!calm)
    faults.push(`left behind: ${last.connections} connections, ${leftOpen(before, last).join(', ')}`);
  const ready = await fetch(`${child.url}/ready`);
  if (ready.status !== 200) faults.push(`/ready answers ${ready.status}`);
  await ready.body?.cancel();
  const errors = child
    .log()
    .split('\n')
    .filter((line) => /"level":(50|60)/.test(line));
  faults.push(...new Set(errors.map((line) => `logged: ${withoutIds(line)}`)));
  return faults;
}

function leftOpen(before: StateAnswer, now: StateAnswer): string[] {
  return Object.entries(now.resources)
    .filter(([kind, count]) => count > (before.resources[kind] ?? 0) + RISES_ALLOWED)
    .map(([kind, count]) => `${kind} ${before.resources[kind] ?? 0} -> ${count}`);
}

function withoutIds(line: string): string {
  return line
    .replace(/"time":\d+,?/, '')
    .replace(/"requestId":"[^"]*",?/, '')
    .slice(0, 600);
}
