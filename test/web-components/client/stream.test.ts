import { describe, expect, test } from 'vitest';
import type { ClientFrame, ServerFrame } from '../../../server/protocol/frames.ts';
import { conversation, FakeWorld, message } from './fake-server.ts';
import { quiet } from './fake-tabs.ts';

const ME = { id: 'me', name: 'Inès', role: 'visitor', mayModerate: false, mayRelease: false } as const;
const WELCOME: ServerFrame = {
  op: 'welcome',
  epoch: 'e1',
  me: ME,
  mode: 'open',
  mayAsk: true,
  token: null,
  serverTime: 0,
};

/** A network that lets plain requests through and no WebSocket. */
class BlockedWorld extends FakeWorld {
  readonly posted: { path: string; frames: ClientFrame[] }[] = [];
  streams = 0;
  #say: (text: string) => void = () => {};
  #end: () => void = () => {};
  postStatus = 204;

  constructor() {
    super();
    const usual = this.answer;
    this.answer = (path, body) => {
      if (path === '/api/stream') return this.#open();
      if (!path.startsWith('/api/stream/')) return usual(path, body);
      if (this.postStatus === 204) this.posted.push({ path, frames: body as ClientFrame[] });
      return new Response(null, { status: this.postStatus });
    };
  }

  say(frame: ServerFrame): void {
    this.#say(`data: ${JSON.stringify(frame)}\n\n`);
  }

  close(code: number): void {
    this.#say(`event: close\ndata: ${JSON.stringify({ code, reason: '' })}\n\n`);
    this.#end();
  }

  cut(): void {
    this.#end();
  }

  frames(): ClientFrame[] {
    return this.posted.flatMap(({ frames }) => frames);
  }

  /** Lets time pass, every attempt at a WebSocket failing. */
  async refuseSockets(ms: number): Promise<void> {
    for (let passed = 0; passed < ms; passed += 250) {
      for (const socket of this.sockets) if (socket.readyState === 0) socket.cut();
      await this.clock.pass(250);
      await quiet();
    }
  }

  #open(): Response {
    this.streams += 1;
    const encoder = new TextEncoder();
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        this.#say = (text) => controller.enqueue(encoder.encode(text));
        this.#end = () => controller.close();
      },
    });
    this.#say(`event: stream\ndata: {"id":"s${this.streams}"}\n\n`);
    this.say(WELCOME);
    return new Response(body, { status: 200 });
  }
}

async function onStream() {
  const world = new BlockedWorld();
  const client = world.page();
  await client.connect();
  await world.refuseSockets(5000);
  await streamed();
  return { world, client };
}

/** A body is read over several turns of the loop. */
async function streamed(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    await quiet();
  }
}

describe('where WebSocket is blocked', () => {
  test('[STREAM10] after two attempts that never came through, while requests do, the stream is taken', async () => {
    const { world, client } = await onStream();
    expect(world.sockets).toHaveLength(2);
    expect(client.state.connection).toBe('ready');
    client.send('Bonjour', null, 'Inès');
    await streamed();
    expect(world.posted.at(-1)).toMatchObject({
      path: '/api/stream/s1',
      frames: [{ op: 'send', text: 'Bonjour' }],
    });
    const own = message(1, { mine: true, clientMessageId: 'c1' });
    world.say({ op: 'ack', clientMessageId: 'c1', message: own, conversation: conversation({ mine: true }) });
    await streamed();
    expect(client.state.current?.id).toBe('k1');
    client.disconnect();
  });

  test('[STREAM11] a server that is away altogether is no blocked WebSocket', async () => {
    const world = new BlockedWorld();
    const client = world.page();
    await client.connect();
    await quiet();
    const usual = world.answer;
    world.answer = () => {
      throw new TypeError('failed to fetch');
    };
    await world.refuseSockets(20_000);
    expect(world.sockets.length).toBeGreaterThan(3);
    world.answer = usual;
    expect(world.streams).toBe(0);
    client.disconnect();
  });

  test('[STREAM12] the way is remembered for the next pages, and WebSocket tried again after some minutes', async () => {
    const { world, client } = await onStream();
    client.disconnect();
    const next = world.page();
    await next.connect();
    await streamed();
    expect([world.sockets.length, world.streams]).toEqual([2, 2]);
    expect(next.state.connection).toBe('ready');
    next.disconnect();
    world.clock.jump(11 * 60_000);
    const later = world.page();
    await later.connect();
    await streamed();
    expect([world.sockets.length, world.streams]).toEqual([3, 2]);
    later.disconnect();
  });

  test('[STREAM13] a stream that is cut, or whose frames arrive nowhere, is opened again and loses nothing', async () => {
    const { world, client } = await onStream();
    world.cut();
    await streamed();
    expect(client.state.connection).toBe('offline');
    client.send('Gardé', 'k1', 'Inès');
    await world.clock.pass(3600);
    await streamed();
    expect(world.streams).toBe(2);
    expect(world.frames().filter(({ op }) => op === 'send')).toHaveLength(1);
    world.postStatus = 404;
    client.send('Encore', 'k1', null);
    await streamed();
    expect(client.state.connection).toBe('offline');
    world.postStatus = 204;
    await world.clock.pass(3600);
    await streamed();
    const sent = world.frames().flatMap((frame) => (frame.op === 'send' ? [frame.text] : []));
    expect(sent.filter((text) => text === 'Encore')).toHaveLength(1);
    client.disconnect();
  });

  test('[STREAM14] the codes it is closed with mean what they mean on a socket', async () => {
    const { world, client } = await onStream();
    world.close(4608);
    await streamed();
    expect(world.streams).toBe(2);
    world.close(4403);
    await streamed();
    await world.clock.pass(60_000);
    expect(client.state.connection).toBe('refused');
    expect(world.streams).toBe(2);
    client.disconnect();
  });
});
