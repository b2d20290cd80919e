import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { verifyDatabase } from '../../db/verify.ts';
import { backUp } from '../../server/backup/back-up.ts';
import { LIMITS } from '../../server/limits.ts';
import { stopOnSignal } from '../../server/process.ts';
import type { ServerFrame } from '../../server/protocol/frames.ts';
import { PAGE, Person, SHOP, startTestServer, type TestSocket } from './harness.ts';
import { ask, LIBRARY } from './library-office.ts';
import { startWriters, unpaced } from './load.ts';

const root = resolve(import.meta.dirname, '../..');
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

const storedIn = (file: string) => {
  const connection = new BetterSqlite3(file, { readonly: true });
  const ids = connection.prepare('select client_message_id from message').pluck().all() as string[];
  connection.close();
  return new Set(ids);
};

/** An answer that waits for `open`. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

describe('stop', () => {
  test('[STOP1] SIGTERM under load: exit 0, every acknowledged message is stored and nothing else, sockets are told to come back', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'entraide-stop-'));
    const { child, url } = await startProcess(folder);
    let people = 0;
    const person = async () => {
      const somebody = new Person(url, 'demo', `203.0.113.${++people}`);
      somebody.take(await (await somebody.post('/api/widget/token', { site: 'demo' })).json());
      return somebody;
    };
    // As many as it takes: each may write a few messages only.
    const writers = await startWriters({ person }, 30);
    const sockets = await Promise.all(Array.from({ length: 10 }, async () => (await person()).connect()));
    const said = sockets.map((socket) => speak(socket, writers.conversationId));
    await writers.reached(60);
    child.kill('SIGTERM');
    const [code] = await once(child, 'exit');
    expect(code).toBe(0);
    expect(await Promise.all(sockets.map((socket) => socket.closed))).toEqual(sockets.map(() => 1012));
    await writers.ended();
    const stored = storedIn(join(folder, 'entraide.db'));
    const acknowledged = new Set(writers.acknowledged);
    expect(writers.acknowledged.filter((id) => !stored.has(id))).toEqual([]);
    expect(writers.all.filter(({ id }) => stored.has(id) && !acknowledged.has(id))).toEqual([]);
    for (const { sent, acknowledged } of said) {
      expect(sent.size).toBeGreaterThan(0);
      expect([...sent].filter((id) => stored.has(id))).toEqual([...acknowledged]);
    }
    expect(writers.all.filter(({ status, retryAfter }) => status === 503 && !retryAfter)).toEqual([]);
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  test('[STOP2] while it stops, what is new is refused with 503 and when to come back; what is under way is finished', async () => {
    const { open, opened } = gate();
    const server = await startTestServer({ pace: unpaced });
    const filterOf = server.ctx.filterOf;
    const reached = gate();
    server.ctx.filterOf = async (siteId) => {
      reached.open();
      await opened;
      return await filterOf(siteId);
    };
    const person = await server.person();
    const agent = new Agent({ keepAlive: true });
    expect((await get(`${server.url}/health`, agent)).status).toBe(200);
    const underWay = person.post('/api/widget/messages', {
      site: 'demo',
      clientMessageId: crypto.randomUUID(),
      conversationId: null,
      text: 'Taille-t-il grand ?',
      name: 'Inès',
      page: PAGE,
    });
    await reached.opened;
    // It still listens: those who are connected have not all left.
    server.hub.settled = () => opened;
    const closing = server.close();
    const refused = await get(`${server.url}/health`, agent);
    expect(refused).toEqual({ status: 503, retryAfter: '2', connection: 'close' });
    open();
    expect((await underWay).status).toBe(200);
    await closing;
    expect(storedIn(server.ctx.config.databaseFile).size).toBe(1);
    agent.destroy();
    rmSync(server.folder, { recursive: true, force: true });
  });

  test('[STOP3] a second signal leaves at once; a stop that hangs is over in time, and says so', async () => {
    vi.useFakeTimers();
    const exit = vi.spyOn(process, 'exit').mockImplementation((() => {}) as never);
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    const before = new Set(process.listeners('SIGTERM'));
    stopOnSignal(() => new Promise(() => {}));
    const [onSignal] = process.listeners('SIGTERM').filter((listener) => !before.has(listener));
    onSignal!('SIGTERM');
    expect(exit).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(LIMITS.drain.overMs);
    expect(exit.mock.calls).toEqual([[1]]);
    expect(said.mock.calls).toEqual([['The stop failed: not over in time']]);
    onSignal!('SIGTERM');
    expect(exit.mock.calls).toEqual([[1], [130]]);
    expect(LIMITS.drain.withinMs).toBeLessThan(LIMITS.drain.overMs);
    expect(LIMITS.drain.overMs).toBeLessThan(10_000);
    process.off('SIGTERM', onSignal!);
    process.off('SIGINT', onSignal!);
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  test('[STOP4] a backup that runs when the server stops is made whole', async () => {
    const server = await startTestServer({ pace: unpaced });
    const writers = await startWriters(server, 2);
    await writers.reached(5);
    await writers.stop();
    const file = join(server.folder, 'copy.db');
    let closing: Promise<void> | null = null;
    await backUp(server.ctx.config.databaseFile, file, Date.now(), () => {
      closing ??= server.close();
    });
    expect(closing).not.toBeNull();
    await closing;
    expect(verifyDatabase(file).rows.message).toBe(writers.acknowledged.length + 1);
    rmSync(server.folder, { recursive: true, force: true });
  });

  test('[STOP5] an import that is being read when the server stops is let go, and nothing of it is in force', async () => {
    const server = await startTestServer();
    const manager = await server.person('manager');
    const lines = Array.from({ length: 20_000 }, (_, i) => `terme${i.toString(36)}x`);
    const answer = await fetch(`${manager.base}${LIBRARY}/imports?format=csv`, {
      method: 'POST',
      headers: { 'x-forwarded-for': manager.address, origin: manager.office, cookie: manager.cookie },
      body: lines.join('\n'),
    });
    const { id } = (await answer.json()) as { id: string };
    expect((await ask(manager, 'GET', `/imports/${id}`)).body.state).toBe('reading');
    await server.stop();
    const opened = server.ctx.libraryWork.imports.get(id)!;
    expect(opened.stop).toBe(true);
    expect(opened.lines.length).toBeLessThan(20_000);
  });
});

/** Writes one message after the other as they are answered, until the socket closes. */
function speak(socket: TestSocket, conversationId: string) {
  const sent = new Set<string>();
  const acknowledged = new Set<string>();
  const write = () => {
    // With the next one behind it: something is always on the way.
    sent.add(socket.post(`Je dirais plutôt oui, ${sent.size}`, conversationId));
  };
  socket.socket.on('message', (data) => {
    const frame = JSON.parse(String(data)) as ServerFrame;
    if (frame.op !== 'ack') return;
    acknowledged.add(frame.clientMessageId);
    write();
  });
  write();
  write();
  return { sent, acknowledged };
}

/** One request over a connection that may be kept. */
function get(url: string, agent: Agent) {
  return new Promise<{ status: number | undefined; retryAfter: unknown; connection: unknown }>(
    (resolve, reject) => {
      const asked = request(url, { agent }, (answer) => {
        const { statusCode: status, headers } = answer;
        answer
          .resume()
          .on('end', () =>
            resolve({ status, retryAfter: headers['retry-after'], connection: headers.connection }),
          );
      });
      asked.on('error', reject).end();
    },
  );
}

/** The server's own process, with the site `demo`. */
async function startProcess(folder: string): Promise<{ child: ChildProcess; url: string }> {
  const env = {
    ...process.env,
    ENTRAIDE_DATA: folder,
    ENTRAIDE_PORT: '0',
    ENTRAIDE_TRUSTED_PROXIES: '127.0.0.0/8',
    ENTRAIDE_LOG_LEVEL: 'silent',
  };
  const site = ['server/cli.ts', 'create-site', 'demo', 'Shop', SHOP];
  await once(spawn(process.execPath, site, { cwd: root, env, stdio: 'ignore' }), 'exit');
  const child = spawn(process.execPath, ['server/main.ts'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  children.push(child);
  const [line] = await once(child.stdout!, 'data');
  const url = /listens on (\S+)/.exec(String(line))?.[1];
  if (!url) throw new Error(`the server said: ${line}`);
  return { child, url };
}
