import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Report } from '../filter/report.ts';
import type { Effort } from './options.ts';

const BENCH = resolve(import.meta.dirname, '../queries/bench.ts');

/** The bench of reading in a large community, as it stands: it prints its own tables and says what it missed. */
export async function queries({ messages }: Effort, report: Report): Promise<void> {
  if (!existsSync(BENCH)) throw new Error(`${BENCH} is not there`);
  const run = spawnSync(process.execPath, [BENCH, '--size', `${messages}`], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  console.log(run.stdout);
  if (run.status !== 0) throw new Error(`the bench of queries ended with ${run.status}`);
  report.measured('queries, bars missed', run.stdout.match(/\bMISSED\b/g)?.length ?? 0);
}
