/** The server is killed again and again while it makes and mails the invitations of a batch. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import BetterSqlite3 from 'better-sqlite3';
import { transaction } from '../../../db/database.ts';
import { insertBatch } from '../../../db/invitation-batches.ts';
import { readConfig } from '../../../server/config.ts';
import { LIMITS } from '../../../server/limits.ts';
import { createLog } from '../../../server/log.ts';
import { closeContext, createContext } from '../../../server/start.ts';
import type { Sabotage } from '../../rig/sabotage.ts';
import { addSite } from '../../server/harness.ts';
import { startSmtpSink } from '../../server/smtp-sink.ts';

const root = resolve(import.meta.dirname, '../../..');

/** Once this share of the mails was taken: as the next is begun, or as one is taken and not yet said to be. */
type Kill = { after: number; at: 'begun' | 'taken' };
type Size = { people: number; kills: Kill[]; sabotage?: Sabotage[] };
/** `copies`: mails that came beyond one for each person. */
type Outcome = { faults: string[]; copies: number };

/**
 * Killed once while invitations are made, then as `kills` says. @returns whether anybody was forgotten or
 * invited twice
 */
export async function killMailing({ people, kills, sabotage = [] }: Size): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'entraide-mailing-'));
  const emails = Array.from({ length: people }, (_, i) => `invited${i}@example.com`);
  await confirm(folder, emails);
  const waiting = [...kills];
  let server: ChildProcess | null = null;
  const killIfDue = async (at: Kill['at'], taken: number) => {
    const [next] = waiting;
    if (next?.at !== at || taken < next.after * people || !server || isOver(server)) return;
    waiting.shift();
    server.kill('SIGKILL');
    await once(server, 'exit');
  };
  const sink = await startSmtpSink({
    kept: (count) => killIfDue('taken', count),
    onMailFrom(_from, _session, callback) {
      void killIfDue('begun', sink.mails.length).then(() => callback());
    },
  });
  const underWay = new Set<string>();
  try {
    for (let isFirst = true; ; isFirst = false) {
      server = start(folder, sink.url, sabotage);
      const ended = once(server, 'exit');
      const seen = isFirst ? killedAmidMaking(folder, server) : untilDone(folder, server);
      const isDone = await Promise.race([ended.then(() => false), seen]);
      if (isDone) break;
      server.kill('SIGKILL');
      await ended;
      for (const email of emailsOf(folder, 'sending')) underWay.add(email);
    }
    return judge({ folder, emails, underWay, mails: sink.mails });
  } finally {
    const ended = server && server.exitCode === null && server.signalCode === null && once(server, 'exit');
    server?.kill('SIGKILL');
    await ended;
    await sink.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A site with a batch that a manager has just confirmed. */
async function confirm(folder: string, emails: string[]): Promise<void> {
  const ctx = await createContext(readConfig({ ENTRAIDE_DATA: folder }), createLog('silent'));
  await addSite(ctx, 'demo');
  const parts: string[][] = [];
  for (let at = 0; at < emails.length; at += LIMITS.invitation.part) {
    parts.push(emails.slice(at, at + LIMITS.invitation.part));
  }
  const batch = {
    id: ctx.random.id(),
    site_id: 'demo',
    role: 'expert' as const,
    message_fr: null,
    message_en: null,
    created_by: null,
    // Long enough ago for all of it to be due.
    created_at: Date.now() - 60 * 60_000,
    total: emails.length,
    left_out: 0,
    stopped_at: null,
  };
  const person = { name: null, language: null, topics: [] };
  await transaction(ctx.db, (tx) =>
    insertBatch(
      tx,
      batch,
      parts.map((part) => part.map((email) => ({ email, ...person }))),
    ),
  );
  await closeContext(ctx);
}

function start(folder: string, smtp: string, sabotage: Sabotage[]): ChildProcess {
  const broken = sabotage.length > 0 ? ['--import', './test/rig/sabotage.ts'] : [];
  return spawn(process.execPath, [...broken, 'server/cli.ts', 'start'], {
    cwd: root,
    stdio: 'ignore',
    env: {
      PATH: process.env.PATH,
      SABOTAGE: JSON.stringify(sabotage),
      ENTRAIDE_DATA: folder,
      ENTRAIDE_PORT: '0',
      ENTRAIDE_MAIL_URL: smtp,
      ENTRAIDE_MAIL_FROM: 'chat@sentier.example',
      ENTRAIDE_MAILS_PER_MINUTE: '1800',
    },
  });
}

const isOver = (server: ChildProcess) => server.exitCode !== null || server.signalCode !== null;

/** @returns false, once some invitations are made */
async function killedAmidMaking(folder: string, server: ChildProcess): Promise<boolean> {
  while (!isOver(server) && emailsOf(folder).length === 0) await wait(2);
  return false;
}

/** Longer than the server waits after no mail would leave, as on a busy machine. */
const STILL_MS = 75_000;
const LOOK_MS = 100;

/** @returns true, once nothing is to be mailed any more, or nothing has moved for long */
async function untilDone(folder: string, server: ChildProcess): Promise<boolean> {
  let [left, still] = [-1, 0];
  for (; !isOver(server) && still * LOOK_MS < STILL_MS; await wait(LOOK_MS)) {
    const now = parts(folder) + emailsOf(folder, 'queued').length + emailsOf(folder, 'sending').length;
    if (now === 0) return true;
    still = now === left ? still + 1 : 0;
    left = now;
  }
  return !isOver(server);
}

function read<Row>(folder: string, sql: string): Row[] {
  const db = new BetterSqlite3(join(folder, 'entraide.db'), { readonly: true });
  try {
    return db.prepare(sql).all() as Row[];
  } finally {
    db.close();
  }
}

const parts = (folder: string) => read(folder, 'select 1 from invitation_batch_part').length;
const emailsOf = (folder: string, state?: string) =>
  read<{ email: string }>(
    folder,
    `select email from invitation ${state ? `where send_state = '${state}'` : ''}`,
  ).map(({ email }) => email);

type Result = {
  folder: string;
  emails: string[];
  underWay: Set<string>;
  mails: Awaited<ReturnType<typeof startSmtpSink>>['mails'];
};

function judge({ folder, emails, underWay, mails }: Result): Outcome {
  const faults: string[] = [];
  const invited = emailsOf(folder);
  if (invited.length !== new Set(invited).size) faults.push('somebody has two invitations');
  const unsent = emails.filter((email) => !emailsOf(folder, 'sent').includes(email));
  if (unsent.length > 0) faults.push(`${unsent.length} are not sent: ${unsent[0]}`);
  const byEmail = Map.groupBy(mails, ({ to }) => (to && !Array.isArray(to) ? to.text : ''));
  const forgotten = emails.filter((email) => !byEmail.has(email));
  if (forgotten.length > 0) faults.push(`${forgotten.length} were forgotten: ${forgotten[0]}`);
  for (const [email, copies] of byEmail) {
    const isSame = new Set(copies.map(({ messageId, text }) => `${messageId} ${text}`)).size === 1;
    if (!isSame) faults.push(`${email} has two different mails`);
    if (copies.length > 1 && !underWay.has(email)) {
      faults.push(`${email} has two mails, and none was under way when the server was killed`);
    }
  }
  return { faults, copies: mails.length - byEmail.size };
}
