import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A process that answers what it is asked, one question at a time or many at once. */
export type Child = {
  pid: number;
  /** What it said when it was ready. */
  ready: unknown;
  /** @throws what the process threw, or that it has ended */
  ask<Answer>(question: string, details?: object): Promise<Answer>;
  /** Ends it and waits until it is gone. */
  stop(signal?: NodeJS.Signals): Promise<void>;
};

export type Answer = { id: number; value?: unknown; error?: string };

/** Cores of the machine that a program is kept on. */
export type Cores = '0' | '1' | '0,1';

/**
 * Starts a program of this folder on some cores of the machine (any where `taskset` is not there) and
 * waits until it says that it is ready.
 */
export async function startChild(
  program: string,
  { cores, env = {}, flags = [] }: { cores: Cores; env?: Record<string, string>; flags?: string[] },
): Promise<Child> {
  const command = [process.execPath, '--expose-gc', ...flags, join(import.meta.dirname, program)];
  const [first, ...rest] = canPin() ? ['taskset', '-c', cores, ...command] : command;
  const stdio = ['ignore', 'inherit', 'inherit', 'ipc'] as const;
  const child = spawn(first!, rest, { env: { ...process.env, ...env }, stdio: [...stdio] });
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  const ready = new Promise<unknown>((resolve, reject) => waiting.set(0, { resolve, reject }));
  child.on('message', ({ id, value, error }: Answer) => {
    const asker = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) asker?.resolve(value);
    else asker?.reject(new Error(`${program}: ${error}`));
  });
  const ended = once(child, 'exit').then(() => {
    for (const { reject } of waiting.values()) reject(new Error(`${program} has ended`));
    waiting.clear();
  });
  return { pid: child.pid!, ready: await ready, ask: askerOf(child, waiting), stop };

  async function stop(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    child.kill(signal);
    await ended;
  }
}

function askerOf(child: ChildProcess, waiting: Map<number, object>): Child['ask'] {
  let last = 0;
  return (question, details = {}) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      child.send({ id: last, question, details }, (error) => error && reject(error));
    });
}

let known: boolean | undefined;
/** Whether processes can be kept on a core of their own here, the first or the second. */
export function canPin(): boolean {
  known ??= ['0', '1'].every((core) => spawnSync('taskset', ['-c', core, 'true']).status === 0);
  return known;
}
