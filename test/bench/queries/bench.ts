/** Reading in a large community: how long each question takes, and by which index. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findPerson } from '../../../db/people.ts';
import { findSite } from '../../../db/sites.ts';
import type { Actor } from '../../../server/actor.ts';
import { readConfig } from '../../../server/config.ts';
import type { AppContext } from '../../../server/context.ts';
import { createLog } from '../../../server/log.ts';
import { createHub } from '../../../server/realtime/hub.ts';
import { closeContext, createContext } from '../../../server/start.ts';
import { seededNumbers } from '../filter/seeded.ts';
import { duration, grouped, textOf } from '../filter/table.ts';
import { type Case, readingCases, searchCases } from './cases.ts';
import { fillDatabase } from './fill.ts';
import { personId } from './insert-community.ts';
import { measure } from './measure.ts';
import { plansSince, rememberStatements } from './plans.ts';
import { measureStack } from './stack.ts';
import { vocabularyOf } from './words.ts';

const LOOP_MS = 25;
const READY_MS = 1000;

const { values } = parseArgs({
  options: {
    file: { type: 'string' },
    size: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '200' },
    requests: { type: 'string', default: '1500' },
  },
});
const size = Number(values.size);
const file = values.file ?? join(tmpdir(), 'entraide-bench', `queries-${size}-${schemaName()}.db`);
const filled = await fillDatabase(file, size);
console.log(filled === null ? `${file} was there` : `${file} made in ${duration(filled)}`);

rememberStatements();
const began = performance.now();
const config = { ...readConfig({}), databaseFile: file };
const ctx = await createContext(config, createLog('silent'));
const site = (await findSite(ctx.db, 'grand'))!;
const readyMs = performance.now() - began;

const world = {
  ctx,
  hub: createHub(ctx),
  actor: await actorOf(ctx, 40 * 10),
  manager: await actorOf(ctx, 0),
  conversations: size / 10,
  people: Math.round(size * 0.03),
};
const vocabulary = vocabularyOf(40_000, seededNumbers(1));
const plans: string[][] = [];
plansSince(file);
const rows: string[][] = [row('ready: opened, migrated, first question', READY_MS, one(readyMs))];
for (const each of [...readingCases(world), ...searchCases(world, vocabulary)]) rows.push(await rowOf(each));
console.log(
  textOf({
    title: `Questions at ${grouped(size)} messages`,
    head: ['question', 'p50', 'p95', 'worst', 'cpu', 'loop held', 'bar', ''],
    rows,
  }),
);
console.log(textOf({ title: 'By which index', head: ['question', 'plan'], rows: plans, words: true }));
await closeContext(ctx);
console.log(textOf(await measureStack(file, Number(values.requests))));

async function rowOf(each: Case): Promise<string[]> {
  await each.run(0);
  plans.push([each.name, plansSince(file) || 'as above']);
  return row(each.name, each.barMs, await measure(each.run, Number(values.rounds)));
}

function row(name: string, barMs: number | null, figures: Awaited<ReturnType<typeof measure>>): string[] {
  const { p50, p95, worst, cpu, loop } = figures;
  const isMet = (barMs === null || p95 <= barMs) && (barMs === READY_MS || loop <= LOOP_MS);
  const bar = barMs === null ? '' : `p95 ≤ ${duration(barMs)}`;
  return [name, ...[p50, p95, worst, cpu, loop].map(duration), bar, isMet ? '' : 'MISSED'];
}

function one(ms: number) {
  return { p50: ms, p95: ms, worst: ms, cpu: ms, loop: 0 };
}

async function actorOf({ db }: AppContext, person: number): Promise<Actor> {
  const row = (await findPerson(db, site.id, personId(person)))!;
  return {
    site,
    personId: row.id,
    person: row,
    role: row.role,
    ban: null,
    sessionId: null,
    address: '198.51.100.1',
  } as Actor;
}

/** Another one for every change of the tables or the search index: what was made for older ones is not measured. */
function schemaName(): string {
  const folder = join(import.meta.dirname, '../../../db/migrations');
  const files = readdirSync(folder).toSorted();
  const hash = createHash('sha256');
  for (const name of [...files, '../sqlite/index-messages.ts']) hash.update(readFileSync(join(folder, name)));
  return hash.digest('hex').slice(0, 8);
}
