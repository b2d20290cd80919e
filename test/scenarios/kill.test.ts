import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { openSqlite } from '../../db/connect.ts';
import type { ServerFrame } from '../../server/protocol/frames.ts';

const root = resolve(import.meta.dirname, '../..');
const SHOP = 'https://shop.test';
const CLIENTS = 50;
/** No more than the filter lets anybody send in a moment. */
const MESSAGES = 5;

test('[KILL1] killed twice while fifty write: what was acknowledged is there, once, and everybody goes on', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'entraide-kill-'));
  const port = await freePort();
  const env = {
    ...process.env,
    ENTRAIDE_DATA: folder,
    ENTRAIDE_PORT: String(port),
    ENTRAIDE_TRUSTED_PROXIES: '127.0.0.0/8',
    ENTRAIDE_LOG_LEVEL: 'silent',
  };
  execFileSync(process.execPath, ['server/cli.ts', 'create-site', 'shop', 'Shop', SHOP], { cwd: root, env });
  let server = await start(env, port);

  const clients = await Promise.all(Array.from({ length: CLIENTS }, (_, i) => Client.create(port, i)));
  const conversationId = await clients[0]!.ask('Tout le monde est là ?');
  for (const client of clients) client.queue(conversationId, MESSAGES);
  const acknowledged = () => clients.reduce((sum, client) => sum + client.acknowledged.size, 0);
  for (const share of [0.2, 0.6]) {
    await Client.until(() => acknowledged() >= CLIENTS * MESSAGES * share);
    server.kill('SIGKILL');
    await once(server, 'exit');
    server = await start(env, port);
  }
  await Client.until(() => acknowledged() === CLIENTS * MESSAGES + 1);

  const transcript = await clients[7]!.transcript(conversationId);
  for (const client of clients) client.stop();
  server.kill('SIGTERM');
  expect((await once(server, 'exit'))[0]).toBe(0);

  const db = openSqlite(join(folder, 'entraide.db'));
  const rows = await db
    .selectFrom('message')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .orderBy('seq')
    .execute();
  expect(rows.map((row) => row.seq)).toEqual(rows.map((_, i) => i + 1));
  expect(rows).toHaveLength(CLIENTS * MESSAGES + 1);
  const stored = new Map(rows.map((row) => [row.client_message_id, row]));
  const answered = clients.flatMap((client) => [...client.acknowledged]);
  expect(answered.filter(([id, seq]) => stored.get(id)?.seq !== seq)).toEqual([]);
  expect(transcript).toEqual(rows.map((row) => row.id));
  await db.destroy();
  rmSync(folder, { recursive: true, force: true });
}, 90_000);

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** Starts the server's own process and waits until it answers. */
async function start(env: NodeJS.ProcessEnv, port: number): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['server/main.ts'], {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/ready`).catch(() => null);
    if (answer?.ok) return child;
    if (child.exitCode !== null) throw new Error(`the server stopped with ${child.exitCode}`);
    await pause(25);
  }
}

/** Real time passes here on purpose: another process is being waited for. */
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Keeps what is not acknowledged and sends it again after each reconnection, under the same ids. */
class Client {
  readonly acknowledged = new Map<string, number | null>();
  private static wake: () => void = () => {};
  private readonly unsent = new Map<string, { conversationId: string | null; text: string }>();
  private readonly port: number;
  private readonly headers: Record<string, string>;
  private readonly token: string;
  private socket: WebSocket | null = null;
  private stopped = false;
  private frames: ServerFrame[] = [];

  private constructor(port: number, token: string, headers: Record<string, string>) {
    this.port = port;
    this.token = token;
    this.headers = headers;
  }

  static async create(port: number, index: number): Promise<Client> {
    const headers = { origin: SHOP, 'x-forwarded-for': `203.0.113.${index + 1}` };
    const answer = await fetch(`http://127.0.0.1:${port}/api/widget/token`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ site: 'shop' }),
    });
    const client = new Client(port, ((await answer.json()) as { token: string }).token, headers);
    client.connect();
    return client;
  }

  /** Resolves when the condition holds; looked at whenever a frame arrives anywhere. */
  static async until(condition: () => boolean): Promise<void> {
    while (!condition()) await new Promise<void>((resolve) => (Client.wake = resolve));
  }

  async ask(text: string): Promise<string> {
    this.push(null, text);
    await Client.until(() => this.frames.some((frame) => frame.op === 'ack'));
    const ack = this.frames.find((frame) => frame.op === 'ack');
    if (ack?.op !== 'ack') throw new Error('no acknowledgement');
    return ack.message.conversationId;
  }

  queue(conversationId: string, count: number): void {
    for (let i = 0; i < count; i++)
      this.push(conversationId, `réponse ${i} de ${this.headers['x-forwarded-for']}`);
  }

  async transcript(conversationId: string): Promise<string[]> {
    this.socket?.send(JSON.stringify({ op: 'subscribe', conversationId, lastSeq: 0, epoch: null }));
    this.socket?.send(JSON.stringify({ op: 'ping' }));
    await Client.until(() => this.frames.at(-1)?.op === 'pong');
    const events = this.frames.flatMap((frame) => (frame.op === 'subscribed' ? frame.events : []));
    return events.flatMap((event) => (event.kind === 'message' ? [event.message.id] : []));
  }

  stop(): void {
    this.stopped = true;
    this.socket?.terminate();
  }

  private push(conversationId: string | null, text: string): void {
    const id = crypto.randomUUID();
    this.unsent.set(id, { conversationId, text });
    if (this.frames.some((frame) => frame.op === 'welcome') && this.socket?.readyState === WebSocket.OPEN)
      this.post(id);
  }

  private post(clientMessageId: string): void {
    const { conversationId, text } = this.unsent.get(clientMessageId)!;
    const page = conversationId === null ? { url: `${SHOP}/p`, title: 'P' } : null;
    this.socket?.send(
      JSON.stringify({ op: 'send', clientMessageId, conversationId, text, name: 'Test', page }),
    );
  }

  private connect(): void {
    if (this.stopped) return;
    const socket = new WebSocket(`ws://127.0.0.1:${this.port}/api/socket`, { headers: this.headers });
    this.socket = socket;
    socket.on('open', () => {
      const page = { url: `${SHOP}/p`, title: 'P' };
      socket.send(JSON.stringify({ op: 'hello', version: 1, site: 'shop', token: this.token, page }));
    });
    socket.on('message', (data) => this.arrive(JSON.parse(String(data)) as ServerFrame));
    socket.on('error', () => socket.terminate());
    socket.on('close', () => setTimeout(() => this.connect(), 20 + Math.random() * 80));
  }

  private arrive(frame: ServerFrame): void {
    this.frames.push(frame);
    if (frame.op === 'welcome') for (const id of this.unsent.keys()) this.post(id);
    if (frame.op === 'ack') {
      this.acknowledged.set(frame.clientMessageId, frame.message.seq);
      this.unsent.delete(frame.clientMessageId);
    }
    Client.wake();
  }
}
