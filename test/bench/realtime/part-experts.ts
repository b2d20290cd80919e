import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHistogram, type RecordableHistogram } from 'node:perf_hooks';
import type { Report } from '../filter/report.ts';
import { grouped } from '../filter/table.ts';
import { type Child, startChild } from './child.ts';
import { connectExperts, type ToldExpert } from './expert-lines.ts';
import type { Effort } from './options.ts';
import { ORIGIN, SECRET, SITE, tokensFor, writerId } from './site.ts';
import { short } from './stats.ts';

const A_MINUTE = 200;
const WRITERS = 20;
/** After the last question: who has not been told by then was not told. */
const LATE_MS = 5_000;

/** From asking a question until the first expert, and the last one, is told that it waits. */
export async function experts({ experts: { people, seconds } }: Effort, report: Report): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'entraide-bench-'));
  const child = await startChild('server.ts', {
    cores: '0',
    env: { BENCH_FOLDER: folder, BENCH_SECRET: SECRET },
  });
  try {
    await child.ask('fill', { writers: WRITERS, conversations: WRITERS, messages: 2, experts: people });
    reportTold(await askFor(child, people, seconds), { people, seconds }, report);
  } finally {
    await child.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Told = {
  asked: number;
  answered: RecordableHistogram;
  first: RecordableHistogram;
  last: RecordableHistogram;
  missing: number;
};

async function askFor(child: Child, people: number, seconds: number): Promise<Told> {
  const { port } = child.ready as { port: number };
  /** By conversation: when it was asked, when experts were told of it. */
  const told = new Map<string, number[]>();
  const onTold: ToldExpert = (conversationId, at) => {
    const times = told.get(conversationId);
    if (times) times.push(at);
    else told.set(conversationId, [at]);
  };
  const lines = await connectExperts(port, people, onTold);
  const tokens = await tokensFor(Array.from({ length: WRITERS }, (_, i) => writerId(i)));
  const every = 60_000 / A_MINUTE;
  const began = performance.now();
  const asking: Promise<Asked>[] = [];
  for (let i = 0; i * every < seconds * 1000; i += 1) {
    await until(began + i * every);
    asking.push(ask(port, tokens[i % WRITERS]!, i));
  }
  const asked = await Promise.all(asking);
  await until(performance.now() + LATE_MS);
  lines.close();
  return count(asked, told, people);
}

type Asked = { id: string; at: number; answeredAt: number };

async function ask(port: number, token: string, index: number): Promise<Asked> {
  const at = performance.now();
  const response = await fetch(`http://127.0.0.1:${port}/api/widget/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', origin: ORIGIN },
    body: JSON.stringify({
      site: SITE,
      clientMessageId: crypto.randomUUID(),
      conversationId: null,
      text: `Elles tiennent combien de temps en randonnée ? (${index})`,
      name: null,
      page: { url: `${ORIGIN}/shoes/crete`, title: 'Crête GTX', language: 'fr' },
    }),
  });
  if (!response.ok) throw new Error(`a question was refused: ${response.status} ${await response.text()}`);
  const { conversation } = (await response.json()) as { conversation: { id: string } };
  return { id: conversation.id, at, answeredAt: performance.now() };
}

function count(asked: Asked[], told: Map<string, number[]>, people: number): Told {
  const counted: Told = {
    asked: asked.length,
    answered: createHistogram(),
    first: createHistogram(),
    last: createHistogram(),
    missing: 0,
  };
  for (const { id, at, answeredAt } of asked) {
    const times = told.get(id) ?? [];
    counted.missing += people - times.length;
    record(counted.answered, answeredAt - at);
    if (times.length === 0) continue;
    record(counted.first, Math.min(...times) - at);
    record(counted.last, Math.max(...times) - at);
  }
  return counted;
}

const record = (histogram: RecordableHistogram, ms: number) =>
  histogram.record(Math.max(1, Math.round(ms * 1000)));

async function until(time: number): Promise<void> {
  const left = time - performance.now();
  if (left > 0) await new Promise((done) => setTimeout(done, left));
}

function reportTold(told: Told, { people, seconds }: Effort['experts'], report: Report): void {
  const row = (name: string, of: RecordableHistogram) => [
    name,
    ...[of.percentile(50), of.percentile(99), of.max].map((micros) => short(micros / 1000)),
  ];
  report.measured('experts, last of the first wave told, p99', told.last.percentile(99) / 1000);
  report.measured('experts, not told', told.missing);
  report.add({
    title: `A question until experts are told, ${grouped(people)} of them online, ${A_MINUTE} questions a minute, ms`,
    head: ['from asking until', 'p50', 'p99', 'max'],
    rows: [
      row('its asker has the answer', told.answered),
      row('the first expert', told.first),
      row('the last expert', told.last),
    ],
    notes: [
      `${told.asked} questions in ${seconds} s, every expert of the first wave; told too little: ${told.missing}.`,
    ],
  });
}
