import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Sabotage } from './sabotage.ts';

const root = resolve(import.meta.dirname, '../..');
const STARTS_WITHIN_MS = 30_000;

export type ServerOptions = {
  /** Where its data is. */
  folder: string;
  /** What is broken in it on purpose. */
  sabotage?: Sabotage[];
  /** Put before the command: `strace` and its options. */
  under?: string[];
  settings?: Record<string, string>;
};

/** The server in a process of its own, on one port for its whole life, to be killed and started again. */
export class ServerProcess {
  readonly url: string;
  readonly #options: ServerOptions;
  readonly #port: number;
  #child: ChildProcess | null = null;
  #said = '';
  readonly #sabotaged = new Set<string>();

  private constructor(options: ServerOptions, port: number) {
    this.#options = options;
    this.#port = port;
    this.url = `http://127.0.0.1:${port}`;
  }

  static async start(options: ServerOptions): Promise<ServerProcess> {
    const server = new ServerProcess(options, await freePort());
    await server.start();
    return server;
  }

  /** Starts it and waits until it is ready. @throws when it stops instead. */
  async start(): Promise<void> {
    const child = this.#spawn();
    this.#child = child;
    try {
      await this.#ready(child);
    } catch (error) {
      await this.kill();
      throw error;
    }
  }

  async #ready(child: ChildProcess): Promise<void> {
    const deadline = performance.now() + STARTS_WITHIN_MS;
    while (!(await isReady(this.url))) {
      if (child.exitCode !== null)
        throw new Error(`the server stopped with ${child.exitCode}: ${this.#said}`);
      if (performance.now() > deadline) throw new Error(`the server is not ready: ${this.#said}`);
      await pause(20);
    }
  }

  /** @throws when something that was to be broken was never loaded: what passed then proves nothing. */
  assertSabotaged(): void {
    const whole = (this.#options.sabotage ?? []).filter(({ file }) => !this.#sabotaged.has(file));
    if (whole.length > 0) throw new Error(`not sabotaged: ${whole.map(({ file }) => file)}`);
  }

  /** Whatever it was doing, it is gone: SIGKILL. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** SIGTERM. @returns how it ended and after how many milliseconds. */
  async stop(): Promise<{ exitCode: number | null; ms: number }> {
    const since = performance.now();
    const exitCode = await this.#end('SIGTERM');
    return { exitCode, ms: performance.now() - since };
  }

  async #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    const child = this.#child;
    this.#child = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    child.kill(signal);
    await once(child, 'exit');
    return child.exitCode;
  }

  #spawn(): ChildProcess {
    const { folder, sabotage = [], under = [], settings = {} } = this.#options;
    const preload = sabotage.length > 0 ? ['--import', './test/rig/sabotage.ts'] : [];
    const [command = '', ...args] = [...under, process.execPath, ...preload, 'server/main.ts'];
    const env = {
      ...process.env,
      ENTRAIDE_DATA: folder,
      ENTRAIDE_PORT: String(this.#port),
      ENTRAIDE_LOG_LEVEL: 'error',
      SABOTAGE: JSON.stringify(sabotage),
      ...settings,
    };
    this.#said = '';
    const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'ignore', 'pipe'] });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#said = (this.#said + text).slice(-5000);
      for (const [, file = ''] of text.matchAll(/^sabotaged (\S+)$/gm)) this.#sabotaged.add(file);
    });
    return child;
  }
}

async function isReady(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/ready`).catch(() => null);
  return answer?.ok ?? false;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port is free');
  return address.port;
}
