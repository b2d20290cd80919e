import type { Report } from '../filter/report.ts';
import { grouped } from '../filter/table.ts';
import { type Contender, NAIVE, OURS, present, RAW, SOCKET_IO, start } from './contenders.ts';
import { startLoad } from './load.ts';
import type { Effort } from './options.ts';
import { cpuSeconds, residentBytes } from './process-cost.ts';
import { median, medianRatio, short, times } from './stats.ts';

const CONTENDERS = [RAW, OURS, NAIVE, SOCKET_IO];
/** Opened and closed before anything is measured: what is loaded and compiled once is no connection's. */
const WARM_UP = 100;
const SETTLED_MS = 2000;

type Opened = {
  kibibytes: number;
  heap: number;
  aSecond: number;
  cpuMicroseconds: number;
  generatorShare: number;
};

/** What a connection costs to set up, ready to read (ours: known, subscribed, caught up), and to keep. */
export async function connections({ sizes, rounds }: Effort, report: Report): Promise<void> {
  const size = Math.max(...sizes);
  const contenders = present(CONTENDERS);
  const results = new Map<Contender, Opened[]>(contenders.map((contender) => [contender, []]));
  for (let round = 0; round < rounds; round++) {
    for (const contender of contenders) results.get(contender)!.push(await openOnce(contender, size));
  }
  reportOpened(size, results, report);
}

export async function openOnce(contender: Contender, size: number): Promise<Opened> {
  const running = await start(contender, { writers: 1, conversations: 1 });
  const warmUp = await startLoad(contender, running, { firstIndex: 100_000 });
  const load = await startLoad(contender, running);
  try {
    await warmUp.open(WARM_UP);
    await warmUp.close();
    const before = await settled();
    const [cpu, generatorCpu] = [cpuSeconds(running.child.pid), cpuSeconds(load.child.pid)];
    const milliseconds = await load.open(size);
    const generatorShare = (cpuSeconds(load.child.pid) - generatorCpu) / (milliseconds / 1000);
    const cpuMicroseconds = ((cpuSeconds(running.child.pid) - cpu) * 1e6) / size;
    const after = await settled();
    const kibibytes = (after.resident - before.resident) / size / 1024;
    const heap = (after.heap - before.heap) / size / 1024;
    return { kibibytes, heap, aSecond: size / (milliseconds / 1000), cpuMicroseconds, generatorShare };
  } finally {
    await load.close();
    await running.stop();
  }

  async function settled(): Promise<{ resident: number; heap: number }> {
    await new Promise((settled) => setTimeout(settled, SETTLED_MS));
    const heap = await running.child.ask<number>('collectGarbage');
    return { resident: residentBytes(running.child.pid), heap };
  }
}

function reportOpened(size: number, results: Map<Contender, Opened[]>, report: Report): void {
  const raw = results.get(RAW)!;
  const column = (opened: Opened[], key: keyof Opened) => {
    const values = opened.map((one) => one[key]);
    const bases = raw.map((one) => one[key]);
    return { middle: median(values), ratio: medianRatio(values, bases) };
  };
  const rows = [...results].map(([contender, opened]) => {
    const memory = column(opened, 'kibibytes');
    const rate = column(opened, 'aSecond');
    const cost = column(opened, 'cpuMicroseconds');
    if (contender === OURS) {
      report.measured('memory a connection, to raw', memory.ratio);
      report.measured('connections a second, to raw', rate.ratio);
    }
    return [
      contender.name,
      ...[short(memory.middle), times(memory.ratio), short(column(opened, 'heap').middle)],
      ...[grouped(rate.middle), times(rate.ratio)],
      ...[grouped(cost.middle), times(cost.ratio)],
      `${Math.round(Math.max(...opened.map(({ generatorShare }) => generatorShare)) * 100)} %`,
    ];
  });
  report.add({
    title: `${grouped(size)} connections: memory of each, and what it took to set them up`,
    head: [
      '',
      'KiB',
      'to raw',
      'in the heap',
      'a second',
      'to raw',
      'µs of server time',
      'to raw',
      'generator',
    ],
    rows,
    notes: ['Ours: with identity, subscription and the messages missed; the peers: the bare connection.'],
  });
}
