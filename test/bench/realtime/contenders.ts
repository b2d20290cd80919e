import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Child, type Cores, startChild } from './child.ts';
import type { DialectName, Place } from './dialects.ts';
import type { Filled } from './fill.ts';
import { ORIGIN, SECRET, SITE } from './site.ts';

/** A server to be measured. */
export type Contender = {
  name: string;
  program: string;
  dialect: DialectName;
  from?: string;
  /** Node's options. */
  flags?: string[];
};

export const OURS: Contender = { name: 'ours', program: 'server.ts', dialect: 'ours', flags: ourFlags() };
export const RAW: Contender = { name: 'raw ws', program: 'peers/raw.ts', dialect: 'ws' };
export const JOINED: Contender = { name: 'joined, no work', program: 'peers/joined.ts', dialect: 'ws' };
export const NAIVE: Contender = { name: 'naive ws', program: 'peers/naive.ts', dialect: 'ws' };
export const SOCKET_IO: Contender = {
  name: 'socket.io',
  program: 'peers/socket-io.ts',
  dialect: 'socket.io',
  from: 'socket.io',
};

/** As `npm run entraide` starts it. */
function ourFlags(): string[] {
  const file = join(import.meta.dirname, '../../../package.json');
  const { scripts } = JSON.parse(readFileSync(file, 'utf8')) as { scripts: { entraide: string } };
  return scripts.entraide.split(' ').filter((word) => word.startsWith('--'));
}

/** Those of them whose package is installed. */
export function present(contenders: Contender[]): Contender[] {
  return contenders.filter(({ from }) => from === undefined || isInstalled(from));
}

export function isInstalled(name: string): boolean {
  return existsSync(join(import.meta.dirname, 'peers/node_modules', name));
}

/** A contender running on the first core. */
export type Running = {
  child: Child;
  port: number;
  /** Number of the last message before anybody listens. */
  lastSeq: number;
  /** Ours only: the conversations it was filled with. */
  filled: Filled | null;
  /** How it was started. */
  settings: { cores: Cores; env: Record<string, string>; flags: string[] };
  stop(): Promise<void>;
};

/** What every conversation of a run has in it at first, and how much of that a reader has yet to get. */
const MESSAGES = 20;
const MISSED = 5;

/** Starts a contender; ours with a fresh database, `conversations` and writers in it. */
export async function start(
  contender: Contender,
  wanted: {
    writers: number;
    conversations: number;
    env?: Record<string, string>;
    flags?: string[];
    cores?: Cores;
  },
): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'entraide-bench-'));
  const env = { BENCH_FOLDER: folder, BENCH_SECRET: SECRET, ...wanted.env };
  const flags = [...(contender.flags ?? []), ...(wanted.flags ?? [])];
  const settings = { cores: wanted.cores ?? ('0' as const), env, flags };
  const child = await startChild(contender.program, settings);
  const { port } = child.ready as { port: number };
  const isOurs = contender.dialect === 'ours';
  const filled = isOurs ? await child.ask<Filled>('fill', { ...wanted, messages: MESSAGES }) : null;
  const running: Running = {
    child,
    port,
    lastSeq: filled ? MESSAGES : 0,
    filled,
    settings,
    async stop() {
      await running.child.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return running;
}

/** Kills our server where it stands and starts it again on the same port and database. */
export async function restart(running: Running): Promise<void> {
  await running.child.stop('SIGKILL');
  const { env, ...settings } = running.settings;
  const again = { ...settings, env: { ...env, BENCH_PORT: String(running.port) } };
  running.child = await startChild(OURS.program, again);
}

/** To read and write in one of its conversations, as somebody who has missed the last few messages. */
export function placeIn(filled: Filled | null, index: number): Place {
  const { id, lastSeq } = filled?.conversations[index] ?? { id: '', lastSeq: 0 };
  const conversation = filled && { conversationId: id, lastSeq: lastSeq - MISSED, epoch: filled.epoch };
  return { site: SITE, origin: ORIGIN, conversation, writeIn: id };
}
