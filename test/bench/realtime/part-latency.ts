import type { Report } from '../filter/report.ts';
import { grouped } from '../filter/table.ts';
import { type Contender, NAIVE, OURS, present, RAW, SOCKET_IO, start } from './contenders.ts';
import { type Measured, startLoad } from './load.ts';
import type { Effort } from './options.ts';
import { median, medianRatio, short, times } from './stats.ts';

const CONTENDERS = [RAW, OURS, NAIVE, SOCKET_IO];
const IN_FLIGHT = 16;
/** Where few messages are written a second, it takes longer until their times say something. */
const LONGER = 3;

/** From writing a message until a reader has it, at a quarter of what raw `ws` can do at most. */
export async function latency({ sizes, rounds, seconds }: Effort, report: Report): Promise<void> {
  for (const size of sizes.filter((size) => size >= 1000)) {
    const contenders = present(CONTENDERS);
    const results = new Map<Contender, Measured[]>(contenders.map((contender) => [contender, []]));
    const rates: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const most = await run(RAW, size, { seconds, pace: { inFlight: IN_FLIGHT } });
      const aSecond = most.sent / most.seconds / 4;
      rates.push(aSecond);
      for (const contender of contenders)
        results
          .get(contender)!
          .push(await run(contender, size, { seconds: LONGER * seconds, pace: { aSecond } }));
    }
    reportSize(size, median(rates), results, report);
  }
  await smallBesideLarge(Math.max(...sizes), { rounds, seconds }, report);
}

type Pace = { seconds: number; pace: { inFlight: number } | { aSecond: number } };

async function run(contender: Contender, size: number, pace: Pace): Promise<Measured> {
  const running = await start(contender, { writers: 1, conversations: 1 });
  const load = await startLoad(contender, running);
  try {
    await load.open(size - 1);
    await load.openWriter();
    const common = { writers: 1, until: 'delivery', readers: size } as const;
    await load.publish({ ...common, ...pace, seconds: pace.seconds / 3, measured: false });
    return await load.publish({ ...common, ...pace, measured: true });
  } finally {
    await load.close();
    await running.stop();
  }
}

function reportSize(size: number, rate: number, results: Map<Contender, Measured[]>, report: Report): void {
  const raw = results.get(RAW)!;
  const rows = [...results].map(([contender, rounds]) => {
    const p50 = rounds.map(({ delivery }) => delivery.p50);
    const p99 = rounds.map(({ delivery }) => delivery.p99);
    const middle = medianRatio(
      p50,
      raw.map(({ delivery }) => delivery.p50),
    );
    const high = medianRatio(
      p99,
      raw.map(({ delivery }) => delivery.p99),
    );
    const lost = rounds.reduce((total, one) => total + one.lost + one.disordered + one.missing, 0);
    if (contender === OURS) {
      report.measured(`latency p50 at ${size}`, middle);
      report.measured(`latency p99 at ${size}`, high);
      report.measured(`latency at ${size}, lost or out of order`, lost);
    }
    return [
      contender.name,
      short(median(p50)),
      times(middle),
      short(median(p99)),
      times(high),
      grouped(lost),
    ];
  });
  report.add({
    title: `Delivery to ${grouped(size)} connections at ${short(rate)} messages a second, ms`,
    head: ['', 'p50', 'to raw', 'p99', 'to raw', 'lost or disorder'],
    rows,
    notes: ['A quarter of what raw ws sent at most just before.'],
  });
}

/** Our server alone: people in a small conversation, while a large one gives the server all it can do. */
async function smallBesideLarge(
  size: number,
  { rounds, seconds }: Pick<Effort, 'rounds' | 'seconds'>,
  report: Report,
): Promise<void> {
  const beside: Measured[] = [];
  const alone: Measured[] = [];
  for (let round = 0; round < rounds; round++) {
    alone.push(await runSmall(null, LONGER * seconds));
    beside.push(await runSmall(size, LONGER * seconds));
  }
  const row = (name: string, of: Measured[]) => [
    name,
    ...(['p50', 'p99', 'max'] as const).map((key) => short(median(of.map(({ delivery }) => delivery[key])))),
    grouped(of.reduce((total, one) => total + one.lost + one.disordered + one.missing, 0)),
  ];
  report.measured('small beside large, p99', median(beside.map(({ delivery }) => delivery.p99)));
  report.add({
    title: `A conversation of ${SMALL}, ${SMALL_RATE} messages a second, ms`,
    head: ['', 'p50', 'p99', 'max', 'lost or disorder'],
    rows: [row('alone', alone), row(`beside ${grouped(size)} at their most`, beside)],
  });
}

const SMALL = 20;
const SMALL_RATE = 50;

async function runSmall(largeSize: number | null, seconds: number): Promise<Measured> {
  const running = await start(OURS, { writers: 2, conversations: 2 });
  const large = await startLoad(OURS, running);
  const small = await startLoad(OURS, running, { conversation: 1, firstIndex: 100_000 });
  try {
    const common = { writers: 1, until: 'delivery' } as const;
    await small.open(SMALL - 1);
    await small.openWriter();
    const measure = () =>
      small.publish({ ...common, readers: SMALL, seconds, pace: { aSecond: SMALL_RATE }, measured: true });
    if (largeSize === null) return await measure();
    await large.open(largeSize - 1);
    await large.openWriter();
    // Longer than what is measured beside it, at both ends.
    const pace = { inFlight: IN_FLIGHT };
    const loud = large.publish({
      ...common,
      readers: largeSize,
      seconds: seconds + 2,
      pace,
      measured: false,
    });
    await new Promise((started) => setTimeout(started, 1000));
    const measured = await measure();
    await loud;
    return measured;
  } finally {
    await large.close();
    await small.close();
    await running.stop();
  }
}
