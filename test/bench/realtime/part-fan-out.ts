import type { Report } from '../filter/report.ts';
import { grouped } from '../filter/table.ts';
import { type Contender, JOINED, NAIVE, OURS, present, RAW, SOCKET_IO, start } from './contenders.ts';
import { type Measured, startLoad } from './load.ts';
import type { Effort } from './options.ts';
import { median, medianRatio, short, times } from './stats.ts';

const CONTENDERS = [RAW, OURS, JOINED, NAIVE, SOCKET_IO];
const IN_FLIGHT = [16, 1];

/** One conversation that everybody reads and one person writes in: what a delivery costs the server. */
export async function fanOut({ sizes, rounds, seconds }: Effort, report: Report): Promise<void> {
  for (const size of sizes) {
    const contenders = present(CONTENDERS);
    const results = new Map<Contender, Measured[][]>(contenders.map((contender) => [contender, []]));
    for (let round = 0; round < rounds; round++) {
      for (const contender of contenders)
        results.get(contender)!.push(await fanOutOnce(contender, size, { seconds }));
    }
    reportSize(size, results, report);
  }
}

/** @returns one result for each number in flight */
export async function fanOutOnce(
  contender: Contender,
  size: number,
  lasting: { seconds: number; messages?: number },
): Promise<Measured[]> {
  const running = await start(contender, { writers: 1, conversations: 1 });
  const load = await startLoad(contender, running);
  try {
    await load.open(size - 1);
    await load.openWriter();
    const common = { writers: 1, until: 'delivery', readers: size, measured: false } as const;
    // What is measured has been compiled by then.
    await load.publish({
      ...common,
      ...lasting,
      pace: { inFlight: IN_FLIGHT[0]! },
    });
    const measured: Measured[] = [];
    for (const inFlight of IN_FLIGHT)
      measured.push(await load.publish({ ...common, ...lasting, pace: { inFlight } }));
    return measured;
  } finally {
    await load.close();
    await running.stop();
  }
}

/** @param results of each contender, round by round, one for each number in flight */
export function reportSize(size: number, results: Map<Contender, Measured[][]>, report: Report): void {
  const raw = results.get(RAW)!;
  const rows = [...results].map(([contender, rounds]) => {
    const modes = IN_FLIGHT.flatMap((inFlight, mode) => {
      const costs = rounds.map((modes) => costOf(modes[mode]!));
      const ratio = medianRatio(
        raw.map((modes) => costOf(modes[mode]!)),
        costs,
      );
      if (contender === OURS) report.measured(`fan-out to ${size}, ${inFlight} in flight`, ratio);
      const rate = median(rounds.map((modes) => modes[mode]!.delivered / modes[mode]!.seconds));
      return [short(median(costs)), times(ratio), grouped(rate)];
    });
    const all = rounds.flat();
    const lost = sum(all.map((one) => one.lost));
    const disordered = sum(all.map((one) => one.disordered + one.missing));
    if (contender === OURS) report.measured(`fan-out to ${size}, lost or out of order`, lost + disordered);
    const busiest = Math.max(...all.map(({ generatorShare }) => generatorShare));
    return [contender.name, ...modes, grouped(lost), grouped(disordered), `${Math.round(busiest * 100)} %`];
  });
  report.add({
    title: `Fan-out to ${grouped(size)} connections: µs of server time a delivery, 16 and 1 in flight`,
    head: [
      '',
      '16: µs',
      'to raw',
      'a second',
      '1: µs',
      'to raw',
      'a second',
      'lost',
      'disorder',
      'generator',
    ],
    rows,
  });
}

/** Microseconds of the server's processor time for one delivery. */
function costOf({ serverCpu, delivered }: Measured): number {
  return (serverCpu * 1e6) / delivered;
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
