import type { Report } from '../filter/report.ts';
import { grouped } from '../filter/table.ts';
import { type Contender, NAIVE, OURS, present, RAW, type Running, SOCKET_IO, start } from './contenders.ts';
import { type Load, startLoad } from './load.ts';
import type { Effort } from './options.ts';
import { cpuSeconds, residentBytes } from './process-cost.ts';
import { median, medianRatio, short, times } from './stats.ts';

const CONTENDERS = [RAW, OURS, NAIVE, SOCKET_IO];
/**
 * Opened and closed before anything is measured: what is loaded and compiled once is no connection's. Where
 * memory is measured they are few, as what they leave behind is used again.
 */
const WARM_UP = { rate: 2000, memory: 100 };
const SETTLED_MS = 2000;

/** `further`: of each of half as many again; the process made its room for young objects for the first ones. */
type Kept = { kibibytes: number; further: number; heap: number };
type SetUp = { aSecond: number; cpuMicroseconds: number; generatorShare: number };
type Opened = Kept & SetUp;

/** What a connection costs to set up, ready to read (ours: known, subscribed, caught up), and to keep. */
export async function connections({ sizes, rounds }: Effort, report: Report): Promise<void> {
  const size = Math.max(...sizes);
  const contenders = present(CONTENDERS);
  const results = new Map<Contender, Opened[]>(contenders.map((contender) => [contender, []]));
  for (let round = 0; round < rounds; round++) {
    for (const contender of contenders)
      results.get(contender)!.push({ ...(await setUp(contender, size)), ...(await keep(contender, size)) });
  }
  reportOpened(size, results, report);
}

async function setUp(contender: Contender, size: number): Promise<SetUp> {
  return await withLoad(contender, WARM_UP.rate, async ({ running, load }) => {
    const [cpu, generatorCpu] = [cpuSeconds(running.child.pid), cpuSeconds(load.child.pid)];
    const seconds = (await load.open(size)) / 1000;
    return {
      aSecond: size / seconds,
      cpuMicroseconds: ((cpuSeconds(running.child.pid) - cpu) * 1e6) / size,
      generatorShare: (cpuSeconds(load.child.pid) - generatorCpu) / seconds,
    };
  });
}

async function keep(contender: Contender, size: number): Promise<Kept> {
  return await withLoad(contender, WARM_UP.memory, async ({ running, load }) => {
    const before = await settled(running);
    await load.open(size);
    const after = await settled(running);
    const more = size / 2;
    await load.open(more);
    const later = await settled(running);
    return {
      kibibytes: (after.resident - before.resident) / size / 1024,
      further: (later.resident - after.resident) / more / 1024,
      heap: (after.heap - before.heap) / size / 1024,
    };
  });
}

async function settled({ child }: Running): Promise<{ resident: number; heap: number }> {
  await new Promise((settled) => setTimeout(settled, SETTLED_MS));
  const heap = await child.ask<number>('collectGarbage');
  return { resident: residentBytes(child.pid), heap };
}

async function withLoad<T>(
  contender: Contender,
  warmUps: number,
  measure: (under: { running: Running; load: Load }) => Promise<T>,
): Promise<T> {
  const running = await start(contender, { writers: 1, conversations: 1 });
  const warmUp = await startLoad(contender, running, { firstIndex: 100_000 });
  const load = await startLoad(contender, running);
  try {
    await warmUp.open(warmUps);
    await warmUp.close();
    await new Promise((settled) => setTimeout(settled, SETTLED_MS));
    return await measure({ running, load });
  } finally {
    await load.close();
    await running.stop();
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
      short(column(opened, 'further').middle),
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
      'KiB of further ones',
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
