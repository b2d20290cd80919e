/** Measures the real-time core beside raw `ws`, socket.io and its own limits. See ../README.md. */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { againstBars } from '../filter/bars.ts';
import { newReport, type Report } from '../filter/report.ts';
import { BARS } from './bars.ts';
import { canPin } from './child.ts';
import { installPeers } from './install-peers.ts';
import { type Effort, FULL, type Options, optionsOf, type Part, QUICK } from './options.ts';
import { connections } from './part-connections.ts';
import { durable } from './part-durable.ts';
import { experts } from './part-experts.ts';
import { fanOut } from './part-fan-out.ts';
import { idle } from './part-idle.ts';
import { importing } from './part-import.ts';
import { latency } from './part-latency.ts';
import { queries } from './part-queries.ts';
import { storm } from './part-storm.ts';
import { assertOpenFiles } from './process-cost.ts';

const RUN: Record<Part, (effort: Effort, report: Report) => Promise<void>> = {
  'fan-out': fanOut,
  latency,
  durable,
  connections,
  idle,
  storm,
  queries,
  experts,
  import: importing,
};

try {
  const options = optionsOf(process.argv.slice(2));
  const wanted = options.quick ? QUICK : FULL;
  const effort = { ...wanted, rounds: options.rounds ?? wanted.rounds };
  assertMachine(effort);
  installPeers();
  await measure(options, effort);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  // What still runs ends when nobody asks it any more.
  process.exit(2);
}

function assertMachine({ sizes }: Effort): void {
  if (process.platform !== 'linux') throw new Error('The bench reads /proc: it runs on Linux.');
  assertOpenFiles(2 * Math.max(...sizes));
  if (!canPin())
    console.error('No taskset or a single core: servers and load share cores, and disturb each other.');
}

async function measure({ only, check, json }: Options, effort: Effort): Promise<void> {
  const report = newReport();
  for (const [part, run] of Object.entries(RUN))
    if (only === null || only === part) await run(effort, report);
  const { table, missed } = againstBars(report, BARS);
  if (check) report.add(table);
  const footer = footerOf(effort);
  console.log(`\n${footer}`);
  const { tables, figures } = report;
  const kept = { footer, figures: Object.fromEntries(figures), tables };
  if (json !== null) writeFileSync(json, `${JSON.stringify(kept, null, 1)}\n`);
  if (check && missed > 0) process.exitCode = 1;
}

function footerOf({ rounds, seconds }: Effort): string {
  const [first] = cpus();
  const pinned = canPin() ? 'server on the first core, load on the second' : 'nothing pinned';
  const pace = rounds < 5 ? ' A quick look, no measurement.' : '';
  return `Node ${process.versions.node}, ${cpus().length} × ${first?.model}, ${pinned}; middle of ${rounds} rounds of ${seconds} s.${pace}`;
}
