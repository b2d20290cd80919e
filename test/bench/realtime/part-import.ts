import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InvitationBatch, InvitationPreview } from '../../../server/protocol/invitations.ts';
import type { Report } from '../filter/report.ts';
import { grouped } from '../filter/table.ts';
import { type Child, startChild } from './child.ts';
import { OURS } from './contenders.ts';
import type { ManagerHeaders } from './manager.ts';
import type { Effort } from './options.ts';
import { residentBytes } from './process-cost.ts';
import { SECRET, SITE } from './site.ts';
import { short } from './stats.ts';

const ROLE = { role: 'expert', messages: { fr: null, en: null } };
/** Between two looks at how far it has come. */
const LOOK_MS = 25;
/** One list before the one that is measured: what is loaded once is no list's. */
const BEFORE = 500;
const MB = 1024 * 1024;

/** From giving a list of people until each of them has an invitation, and the memory that takes. */
export async function importing({ people }: Effort, report: Report): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'entraide-bench-'));
  const child = await startChild(OURS.program, {
    cores: '0',
    env: { BENCH_FOLDER: folder, BENCH_SECRET: SECRET },
    flags: OURS.flags ?? [],
  });
  try {
    await child.ask('fill', { writers: 1, conversations: 1, messages: 1 });
    const office = officeOf(child, await child.ask<ManagerHeaders>('manager'));
    await invite(child, office, listOf('before', BEFORE));
    const first = await measured(child, office, listOf('first', people));
    reportImport(people, first, await measured(child, office, listOf('second', people)), report);
  } finally {
    await child.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** As a spreadsheet saves it. */
function listOf(name: string, people: number): string {
  const lines = Array.from(
    { length: people },
    (_, i) => `${name}${i}@example.com;Personne ${i};fr;"tentes, sacs"`,
  );
  return `e-mail;nom;langue;sujets\n${lines.join('\n')}\n`;
}

type Office = <Body>(method: 'GET' | 'POST', path: string, body?: string) => Promise<Body>;

function officeOf(child: Child, headers: ManagerHeaders): Office {
  const { port } = child.ready as { port: number };
  return async <Body>(method: string, path: string, body?: string) => {
    const response = await fetch(`http://127.0.0.1:${port}/api/back-office/${SITE}/${path}`, {
      method,
      headers: { ...headers, ...(body?.startsWith('{') ? { 'content-type': 'application/json' } : {}) },
      ...(body === undefined ? {} : { body }),
    });
    if (!response.ok) throw new Error(`${path} was refused: ${response.status} ${await response.text()}`);
    return (await response.json()) as Body;
  };
}

type Took = { readMs: number; madeMs: number; most: number; steps: number };

async function invite(child: Child, office: Office, list: string): Promise<Took> {
  /** How far it was at each look. */
  const steps = new Set<string>();
  let most = 0;
  const look = async (step: string) => {
    steps.add(step);
    most = Math.max(most, residentBytes(child.pid));
    await new Promise((done) => setTimeout(done, LOOK_MS));
  };
  const began = performance.now();
  const { id } = await office<{ id: string }>('POST', 'invitation-previews', list);
  const path = `invitation-previews/${id}`;
  let preview = await office<InvitationPreview>('GET', path);
  for (; preview.state === 'reading'; preview = await office<InvitationPreview>('GET', path))
    await look(`read ${preview.done}`);
  const readMs = performance.now() - began;
  await office('POST', `${path}/confirm`, JSON.stringify(ROLE));
  for (let made = 0; made < preview.good; ) {
    const { items } = await office<{ items: InvitationBatch[] }>('GET', 'invitation-batches');
    made = items[0]?.made ?? 0;
    await look(`made ${made}`);
  }
  return { readMs, madeMs: performance.now() - began, most, steps: steps.size };
}

async function measured(child: Child, office: Office, list: string): Promise<Measured> {
  const before = await settled(child);
  return { before, ...(await invite(child, office, list)), after: await settled(child) };
}

/** What is no longer used has gone. */
async function settled(child: Child): Promise<number> {
  for (let times = 0; times < 2; times += 1) await child.ask('collectGarbage');
  return residentBytes(child.pid);
}

type Measured = Took & { before: number; after: number };

function reportImport(people: number, first: Measured, second: Measured, report: Report): void {
  const row = (name: string, { readMs, madeMs, before, most, after, steps }: Measured) => [
    name,
    short(readMs / 1000),
    short(madeMs / 1000),
    ...[before, most, after].map((bytes) => short(bytes / MB)),
    String(steps),
  ];
  report.measured('import, seconds until all are invited', Math.max(first.madeMs, second.madeMs) / 1000);
  report.measured('import, memory of a first list above before', (first.most - first.before) / MB);
  report.measured('import, memory of a second list above the first', (second.most - first.most) / MB);
  report.add({
    title: `${grouped(people)} people of a list, from giving it until each has an invitation`,
    head: ['', 'read, s', 'invited, s', 'MB before', 'at its most', 'after', 'steps seen'],
    rows: [row('a first list', first), row('a second list', second)],
    notes: ['Resident memory of the whole server.'],
  });
}
