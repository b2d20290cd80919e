import type { Report } from '../filter/report.ts';
import { grouped, percent } from '../filter/table.ts';
import { type Child, startChild } from './child.ts';
import { OURS, type Running, restart, start } from './contenders.ts';
import type { Effort } from './options.ts';
import { readerTokens } from './site.ts';
import { median, short } from './stats.ts';
import type { StormOpening, StormReport } from './storm-clients.ts';

const PROCESSES = 3;
const GIVE_UP_MS = 120_000;

type Storm = { clients: number; back: number; seconds: number; attempts: number; worst: number };

/** The server is killed and started again: how long until everybody is back, and how they come. */
export async function storm({ storm: clients, rounds }: Effort, report: Report): Promise<void> {
  const storms: Storm[] = [];
  for (let round = 0; round < rounds; round++) storms.push(await stormOnce(clients));
  const worst = median(storms.map(({ attempts, worst }) => (100 * worst) / attempts));
  report.measured('storm, seconds until all are back', median(storms.map(({ seconds }) => seconds)));
  report.measured('storm, attempts in the worst second', worst);
  report.measured(
    'storm, not back',
    storms.reduce((total, { clients, back }) => total + clients - back, 0),
  );
  report.add({
    title: `${grouped(clients)} shipped clients after a kill and a restart`,
    head: ['round', 'back', 'seconds until the last', 'attempts', 'in the worst second'],
    rows: storms.map(({ back, seconds, attempts, worst }, round) => [
      `${round + 1}`,
      grouped(back),
      short(seconds),
      grouped(attempts),
      percent(worst, attempts),
    ]),
  });
}

export async function stormOnce(count: number): Promise<Storm> {
  const running = await start(OURS, { writers: 1, conversations: 1 });
  const groups: Child[] = [];
  try {
    for (let i = 0; i < PROCESSES; i++) groups.push(await startChild('storm-clients.ts', { cores: '1' }));
    const conversationId = running.filled!.conversations[0]!.id;
    const size = Math.ceil(count / PROCESSES);
    for (const [i, group] of groups.entries()) {
      const tokens = await readerTokens(Math.min(size, count - i * size));
      const { port } = running;
      const opening: StormOpening = { port, conversationId, tokens, firstIndex: i * size, atOnce: 32 };
      await group.ask('open', opening);
    }
    return await killAndWait(running, groups, count);
  } finally {
    for (const group of groups) await group.stop();
    await running.stop();
  }
}

async function killAndWait(running: Running, groups: Child[], clients: number): Promise<Storm> {
  await Promise.all(groups.map((group) => group.ask('forget')));
  const killedAt = Date.now();
  await restart(running);
  let back = 0;
  while (back < clients && Date.now() - killedAt < GIVE_UP_MS) {
    await new Promise((looked) => setTimeout(looked, 100));
    const counts = await Promise.all(groups.map((group) => group.ask<number>('backCount')));
    back = counts.reduce((total, count) => total + count, 0);
  }
  const reports = await Promise.all(groups.map((group) => group.ask<StormReport>('report')));
  const attempts = reports.flatMap((report) => report.attempts);
  const lastBack = Math.max(killedAt, ...reports.flatMap((report) => report.back));
  const seconds = (lastBack - killedAt) / 1000;
  return { clients, back, seconds, attempts: attempts.length, worst: mostWithin(attempts, 1000) };
}

/** The most of these moments that lie within one stretch of `ms`, wherever it begins. */
export function mostWithin(moments: number[], ms: number): number {
  const sorted = moments.toSorted((a, b) => a - b);
  let first = 0;
  return sorted.reduce((most, moment, last) => {
    while (moment - sorted[first]! >= ms) first += 1;
    return Math.max(most, last - first + 1);
  }, 0);
}
