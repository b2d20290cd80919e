import type { Report } from '../filter/report.ts';
import { grouped } from '../filter/table.ts';
import { type DurableResult, durableOnce } from './durable-once.ts';
import type { Effort } from './options.ts';
import { slowSync } from './slow-sync.ts';
import { median, medianRatio, short, times } from './stats.ts';

const WRITERS = 64;
const SLOW_SYNC_MS = 10;

/** Messages that are on the disk when they are acknowledged, from many writers at once, through the whole stack. */
export async function durable(effort: Effort, report: Report): Promise<void> {
  const canSlow = slowSync(SLOW_SYNC_MS) !== null;
  if (!canSlow) console.error('No C compiler (gcc) here: the slow disk is left out.');
  for (const syncMs of canSlow ? [0, SLOW_SYNC_MS] : [0])
    for (const inFlight of [1, 4]) await compare({ syncMs, inFlight }, effort, report);
}

async function compare(
  setting: { syncMs: number; inFlight: number },
  { rounds, seconds }: Effort,
  report: Report,
): Promise<void> {
  const single: DurableResult[] = [];
  const together: DurableResult[] = [];
  for (let round = 0; round < rounds; round++) {
    const common = { ...setting, writers: WRITERS, seconds };
    single.push(await durableOnce({ ...common, groupCommit: false }));
    together.push(await durableOnce({ ...common, groupCommit: true }));
  }
  reportSetting(setting, single, together, report);
}

function reportSetting(
  { syncMs, inFlight }: { syncMs: number; inFlight: number },
  single: DurableResult[],
  together: DurableResult[],
  report: Report,
): void {
  const base = single.map(rateOf);
  const figure = `durable, ${inFlight} in flight, ${syncMs > 0 ? 'slow disk' : 'disk as it is'}`;
  report.measured(`${figure}, to one by one`, medianRatio(together.map(rateOf), base));
  report.measured(`${figure}, loop delay p99`, median(together.map(({ loop }) => loop.p99)));
  const disk = syncMs > 0 ? `each sync ${syncMs} ms longer` : 'the disk as it is';
  report.add({
    title: `Acknowledged messages: ${WRITERS} writers, ${inFlight} in flight each, ${disk}, server on both cores; times in ms`,
    head: [
      '',
      'a second',
      'to one by one',
      'ack p50',
      'p99',
      'loop delay p50',
      'p99',
      'not acknowledged',
      'generator',
    ],
    rows: [rowOf('one by one', single, base), rowOf('group commit', together, base)],
  });
}

function rowOf(name: string, results: DurableResult[], base: number[]): string[] {
  const middle = (pick: (one: DurableResult) => number) => short(median(results.map(pick)));
  return [
    name,
    grouped(median(results.map(rateOf))),
    times(medianRatio(results.map(rateOf), base)),
    middle(({ acknowledgement }) => acknowledgement.p50),
    middle(({ acknowledgement }) => acknowledgement.p99),
    middle(({ loop }) => loop.p50),
    middle(({ loop }) => loop.p99),
    grouped(results.reduce((total, { sent, acknowledged }) => total + sent - acknowledged, 0)),
    `${Math.round(Math.max(...results.map(({ generatorShare }) => generatorShare)) * 100)} %`,
  ];
}

const rateOf = ({ acknowledged, seconds }: DurableResult) => acknowledged / seconds;
