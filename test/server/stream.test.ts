import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LIMITS } from '../../server/limits.ts';
import { CLOSE, type ClientFrame, type ServerFrame } from '../../server/protocol/frames.ts';
import { PAGE, type Person, SHOP, startTestServer, type TestServer } from './harness.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

type Said = { name: string; data: unknown };

/** A browser's end of a stream: every event is kept. */
class TestStream {
  readonly events: Said[] = [];
  readonly headers: Headers;
  readonly status: number;
  readonly #person: Person;
  readonly #gone = new AbortController();
  #changed = () => {};
  #ended = false;

  constructor(person: Person, response: Response, gone: AbortController) {
    this.#person = person;
    this.#gone = gone;
    this.status = response.status;
    this.headers = response.headers;
    if (response.ok) void this.#read(response);
  }

  static async open(person: Person, hello: Partial<Extract<ClientFrame, { op: 'hello' }>> = {}) {
    const gone = new AbortController();
    const frame = { op: 'hello', version: 1, site: person.site, token: person.token, page: PAGE, ...hello };
    const response = await fetch(`${person.base}/api/stream`, {
      method: 'POST',
      headers: { origin: SHOP, 'x-forwarded-for': person.address, 'content-type': 'application/json' },
      body: JSON.stringify(frame),
      signal: gone.signal,
    });
    return new TestStream(person, response, gone);
  }

  async id(): Promise<string> {
    return ((await this.event('stream')) as { id: string }).id;
  }

  async send(...frames: unknown[]): Promise<Response> {
    return await this.#person.post(`/api/stream/${await this.id()}`, frames);
  }

  async next<Op extends ServerFrame['op']>(op: Op): Promise<Extract<ServerFrame, { op: Op }>> {
    return (await this.#find(({ name, data }) => name === '' && (data as ServerFrame).op === op)) as Extract<
      ServerFrame,
      { op: Op }
    >;
  }

  async event(name: string): Promise<unknown> {
    return await this.#find((said) => said.name === name);
  }

  frames(): ServerFrame[] {
    return this.events.filter(({ name }) => name === '').map(({ data }) => data as ServerFrame);
  }

  leave(): void {
    this.#gone.abort();
  }

  async #find(wants: (said: Said) => boolean): Promise<unknown> {
    for (;;) {
      const found = this.events.find(wants);
      if (found) return found.data;
      if (this.#ended) throw new Error(`the stream ended: ${JSON.stringify(this.events)}`);
      await new Promise<void>((resolve) => {
        this.#changed = resolve;
      });
    }
  }

  async #read(response: Response): Promise<void> {
    const decoder = new TextDecoder();
    let text = '';
    try {
      for await (const part of response.body!) {
        const parts = (text + decoder.decode(part, { stream: true })).split('\n\n');
        text = parts.pop() ?? '';
        for (const event of parts) this.#take(event);
        this.#changed();
      }
    } catch (error) {
      if (!this.#gone.signal.aborted) throw error;
    }
    this.#ended = true;
    this.#changed();
  }

  #take(event: string): void {
    const data = /^data: (.*)$/m.exec(event)?.[1];
    if (data) this.events.push({ name: /^event: (.*)$/m.exec(event)?.[1] ?? '', data: JSON.parse(data) });
  }
}

const ask = (text: string): ClientFrame => ({
  op: 'send',
  clientMessageId: crypto.randomUUID(),
  conversationId: null,
  text,
  name: 'Inès',
  page: PAGE,
});

describe('stream', () => {
  test('[STREAM1] a hello opens a stream: its secret first, then the welcome; the shop’s page may read it', async () => {
    const stream = await TestStream.open(await server.person());
    expect(stream.status).toBe(200);
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    expect(stream.headers.get('access-control-allow-origin')).toBe(SHOP);
    expect(stream.headers.get('cache-control')).toContain('no-transform');
    expect(Buffer.from(await stream.id(), 'base64url')).toHaveLength(32);
    expect(await stream.next('welcome')).toMatchObject({ mode: 'open', epoch: server.ctx.epoch });
    expect(stream.events[0]?.name).toBe('stream');
    stream.leave();
  });

  test('[STREAM2] frames that are posted are handled in their order, and what happens comes on the stream', async () => {
    const [asker, other] = [await server.person(), await server.person()];
    const [stream, socket] = [await TestStream.open(asker), await other.connect()];
    const answer = await stream.send(ask('Pointure ?'), { op: 'ping' });
    expect(answer.status).toBe(204);
    const { conversation } = await stream.next('ack');
    await stream.next('pong');
    const ops = stream.frames().map(({ op }) => op);
    expect(ops.indexOf('ack')).toBeLessThan(ops.indexOf('pong'));
    await stream.send({ op: 'subscribe', conversationId: conversation!.id, lastSeq: 0, epoch: null });
    await stream.next('subscribed');
    await socket.write('Le 42.', conversation!.id, 'Malik');
    expect(await stream.next('event')).toMatchObject({ event: { message: { text: 'Le 42.' } } });
    stream.leave();
  });

  test('[STREAM3] a page that may not open a socket may not open a stream', async () => {
    const person = await server.person();
    const hello = { op: 'hello', version: 1, site: 'demo', token: person.token, page: PAGE };
    for (const origin of ['https://shop.test.evil.example', 'http://shop.test', 'null']) {
      const refused = await person.request('POST', '/api/stream', hello, { origin });
      expect([origin, refused.status]).toEqual([origin, 403]);
    }
  });

  test('[STREAM4] what a socket is closed for closes a stream, with the same code', async () => {
    const person = await server.person();
    const forged = await TestStream.open(person, { token: 'forged' });
    expect(await forged.event('close')).toMatchObject({ code: CLOSE.badToken });
    const old = await TestStream.open(person, { version: 0 });
    expect(await old.event('close')).toMatchObject({ code: CLOSE.unsupportedVersion });
    const wrong = await TestStream.open(person);
    await wrong.next('welcome');
    await wrong.send({ op: 'shout' });
    expect(await wrong.event('close')).toMatchObject({ code: CLOSE.badFrame });
    const flood = await TestStream.open(await server.person());
    await flood.next('welcome');
    const pings = Array.from({ length: LIMITS.frames.perTenSeconds + 1 }, () => ({ op: 'ping' }));
    await flood.send(...pings);
    expect(await flood.event('close')).toMatchObject({ code: CLOSE.policy });
  });

  test('[STREAM5] a stream that is gone, or was never there, answers 404 to its frames', async () => {
    const person = await server.person();
    const stream = await TestStream.open(person);
    await stream.next('welcome');
    stream.leave();
    await expect.poll(async () => (await stream.send({ op: 'ping' })).status).toBe(404);
    expect((await person.post(`/api/stream/${'A'.repeat(43)}`, [{ op: 'ping' }])).status).toBe(404);
    expect(server.hub.directory.fromAddress(person.address)).toBe(0);
  });

  test('[STREAM6] a frame as deep as a body may be is not one, and closes the stream', async () => {
    const person = await server.person();
    const stream = await TestStream.open(person);
    const depth = LIMITS.frame.bytes * 2;
    const answer = await fetch(`${person.base}/api/stream/${await stream.id()}`, {
      method: 'POST',
      headers: { origin: SHOP, 'x-forwarded-for': person.address, 'content-type': 'application/json' },
      body: '['.repeat(depth) + ']'.repeat(depth),
    });
    expect(answer.status).toBe(204);
    expect(await stream.event('close')).toMatchObject({ code: CLOSE.badFrame });
  });

  test('[STREAM6] a body that is no list of frames, or too large, is refused and the stream stays', async () => {
    const stream = await TestStream.open(await server.person());
    await stream.next('welcome');
    const person = await server.person();
    const path = `/api/stream/${await stream.id()}`;
    expect((await person.post(path, { op: 'ping' })).status).toBe(400);
    expect((await person.post(path, ['x'.repeat(LIMITS.frame.bytes * LIMITS.frame.together)])).status).toBe(
      413,
    );
    expect((await stream.send({ op: 'ping' })).status).toBe(204);
    await stream.next('pong');
    stream.leave();
  });

  test('[STREAM7] connections of one address are counted whatever carries them', async () => {
    const person = await server.person();
    const streams: TestStream[] = [];
    for (let count = 0; count < LIMITS.connections.person; count += 1) {
      const stream = await TestStream.open(person);
      await stream.next('welcome');
      streams.push(stream);
    }
    const one = await TestStream.open(person);
    expect(await one.event('close')).toMatchObject({ code: CLOSE.overload });
    for (const stream of streams) stream.leave();
  });

  test('[STREAM8] a stream nobody reads is closed like a slow socket, and others do not notice', async () => {
    const [slow, writer] = [await server.person(), await server.person('moderator')];
    const socket = await writer.connect();
    const unread = await openUnread(slow);
    await expect.poll(() => server.hub.directory.ofPerson(slow.id).length).toBe(1);
    const [connection] = server.hub.directory.ofPerson(slow.id);
    const message = 'x'.repeat(16_000);
    let sent = 0;
    while (connection?.state.name === 'ready') {
      server.hub.send(connection, { op: 'error', code: 'filler', message });
      sent += message.length;
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(sent).toBeGreaterThan(LIMITS.outgoing.bytes);
    await socket.quiet(server.hub);
    await expect.poll(() => server.hub.directory.fromAddress(slow.address), { timeout: 10_000 }).toBe(0);
    unread.destroy();
  });

  test('[STREAM9] a server that stops says so on every stream', async () => {
    const other = await startTestServer();
    const stream = await TestStream.open(await other.person());
    await stream.next('welcome');
    const stopped = other.stop();
    expect(await stream.event('close')).toMatchObject({ code: CLOSE.restart });
    await stopped;
  });
});

/** Opens a stream and never reads on after its first events. */
async function openUnread(person: Person) {
  const hello = { op: 'hello', version: 1, site: person.site, token: person.token, page: PAGE };
  const opening = request(`${person.base}/api/stream`, {
    method: 'POST',
    headers: { origin: SHOP, 'x-forwarded-for': person.address, 'content-type': 'application/json' },
  });
  opening.end(JSON.stringify(hello));
  const [response] = (await once(opening, 'response')) as [IncomingMessage];
  response.pause();
  return response;
}
