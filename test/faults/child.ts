/** Starts the server in a process of its own, broken on purpose where a negative control wants it. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { RoleValue } from '../../db/schema.ts';
import type { Sabotage } from '../rig/sabotage.ts';
import { Person } from '../server/harness.ts';
import type { Ask, PersonAnswer, StateAnswer } from './child-server.ts';

const root = resolve(import.meta.dirname, '../..');

export type ChildOptions = {
  sabotage?: Sabotage[];
  /** Settings of the environment (ENTRAIDE_…). */
  settings?: Record<string, string>;
  /** More for the command line of node. */
  execArgv?: string[];
};

export type Child = {
  pid: number;
  url: string;
  folder: string;
  databaseFile: string;
  /** Somebody of the site, with a token and an address of their own. */
  person(role?: RoleValue): Promise<Person>;
  state(): Promise<StateAnswer>;
  shiftClock(byMs: number): Promise<void>;
  /** The retention job: as it is scheduled, or whatever became of the clock. */
  retain(scheduled?: boolean): Promise<void>;
  broker(): Promise<string[]>;
  settled(): Promise<void>;
  /** What it wrote on standard error: its log. */
  log(): string;
  /** The exit code, null while it runs. */
  exited(): number | string | null;
  stop(): Promise<void>;
};

/** @throws where the server does not start, with what it said */
export async function startChild(options: ChildOptions = {}): Promise<Child> {
  const { sabotage = [], settings = {}, execArgv = [] } = options;
  const node = fork(join(import.meta.dirname, 'child-server.ts'), {
    cwd: root,
    execArgv: [...(sabotage.length > 0 ? ['--import', './test/rig/sabotage.ts'] : []), ...execArgv],
    env: { ...process.env, SABOTAGE: JSON.stringify(sabotage), FAULTS_SETTINGS: JSON.stringify(settings) },
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    serialization: 'advanced',
  });
  const written: Buffer[] = [];
  node.stderr?.on('data', (chunk: Buffer) => written.push(chunk));
  const log = () => Buffer.concat(written).toString();
  const { url, folder } = await ready(node, log);
  const asking = askOf(node, log);
  return {
    pid: node.pid ?? 0,
    url,
    folder,
    databaseFile: join(folder, 'entraide.db'),
    person: async (role = 'visitor') =>
      personFrom(url, (await asking({ ask: 'person', role })) as PersonAnswer),
    state: async () => (await asking({ ask: 'state' })) as StateAnswer,
    shiftClock: async (byMs) => void (await asking({ ask: 'shift-clock', byMs })),
    retain: async (scheduled = true) => void (await asking({ ask: 'retain', scheduled })),
    broker: async () => (await asking({ ask: 'broker' })) as string[],
    settled: async () => void (await asking({ ask: 'settled' })),
    log,
    exited: () => node.exitCode ?? node.signalCode,
    async stop() {
      if (node.exitCode === null && node.signalCode === null) {
        node.kill('SIGKILL');
        await once(node, 'exit');
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function ready(child: ChildProcess, log: () => string): Promise<{ url: string; folder: string }> {
  return new Promise((done, fail) => {
    child.once('exit', (code) => fail(new Error(`the server ended with ${code}:\n${log()}`)));
    child.once('message', (message) => {
      child.removeAllListeners('exit');
      done((message as { ready: { url: string; folder: string } }).ready);
    });
  });
}

function askOf(child: ChildProcess, log: () => string): (ask: Ask) => Promise<unknown> {
  let asked = 0;
  const waiting = new Map<number, { done(value: unknown): void; fail(error: Error): void }>();
  child.on('message', ({ id, value, error }: { id: number; value?: unknown; error?: string }) => {
    if (error) waiting.get(id)?.fail(new Error(error));
    else waiting.get(id)?.done(value);
    waiting.delete(id);
  });
  child.once('exit', (code, signal) => {
    for (const { fail } of waiting.values())
      fail(new Error(`the server ended with ${code ?? signal}:\n${log()}`));
  });
  return (ask) =>
    new Promise((done, fail) => {
      if (!child.connected) return fail(new Error(`the server ended with ${child.exitCode}:\n${log()}`));
      asked += 1;
      waiting.set(asked, { done, fail });
      child.send({ ...ask, id: asked });
    });
}

function personFrom(url: string, answer: PersonAnswer): Person {
  const person = new Person(url, 'demo', answer.address);
  return Object.assign(person, {
    id: answer.id,
    token: answer.token,
    office: answer.office,
    cookie: answer.cookie,
  });
}
