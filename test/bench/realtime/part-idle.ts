import type { Report } from '../filter/report.ts';
import { grouped } from '../filter/table.ts';
import { type Contender, OURS, present, RAW, SOCKET_IO, start } from './contenders.ts';
import { startLoad } from './load.ts';
import type { Effort } from './options.ts';
import { cpuSeconds, residentBytes } from './process-cost.ts';
import { median, short } from './stats.ts';

type Idle = { share: number; megabytes: number };

/** What connections cost that do nothing but say from time to time that they are there. */
export async function idle({ sizes, rounds, idleSeconds }: Effort, report: Report): Promise<void> {
  const size = Math.max(...sizes);
  const twice = 2 * size;
  const cases: [Contender, number][] = present([RAW, OURS, SOCKET_IO]).map((contender) => [contender, size]);
  cases.push([OURS, twice]);
  const results = cases.map((): Idle[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [i, [contender, count]] of cases.entries())
      results[i]!.push(await idleOnce(contender, count, idleSeconds));
  }
  const share = (of: Idle[]) => median(of.map((one) => one.share)) * 100;
  const megabytes = (of: Idle[]) => median(of.map((one) => one.megabytes));
  report.measured(`${twice} idle, % of a core`, share(results.at(-1)!));
  report.measured(`${twice} idle, MB`, megabytes(results.at(-1)!));
  report.add({
    title: `Idle connections over ${idleSeconds} s`,
    head: ['', 'connections', '% of a core', 'MB of the process'],
    rows: cases.map(([{ name }, count], i) => [
      name,
      grouped(count),
      short(share(results[i]!)),
      grouped(megabytes(results[i]!)),
    ]),
    notes: ['Ours: each says ping every 25 s and is answered; raw ws: nobody asks anything.'],
  });
}

async function idleOnce(contender: Contender, count: number, seconds: number): Promise<Idle> {
  const running = await start(contender, { writers: 1, conversations: 1 });
  const load = await startLoad(contender, running);
  try {
    await load.open(count);
    const [cpu, at] = [cpuSeconds(running.child.pid), Date.now()];
    await new Promise((passed) => setTimeout(passed, seconds * 1000));
    const share = (cpuSeconds(running.child.pid) - cpu) / ((Date.now() - at) / 1000);
    const failure = await load.child.ask<string | null>('failure');
    if (failure !== null) throw new Error(`an idle connection failed: ${failure}`);
    return { share, megabytes: residentBytes(running.child.pid) / 1e6 };
  } finally {
    await load.close();
    await running.stop();
  }
}
