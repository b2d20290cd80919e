import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LIMITS } from '../../server/limits.ts';
import { CLOSE } from '../../server/protocol/frames.ts';
import { PAGE, startTestServer, type TestServer, TestSocket } from './harness.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const seqs = (events: { seq: number }[]) => events.map((event) => event.seq);

describe('resuming', () => {
  test('[RT1] who was away gets exactly what is missing, then live', async () => {
    const [asker, reader] = [await server.person('expert'), await server.person()];
    const [a, r] = [await asker.connect(), await reader.connect()];
    const { conversation } = await a.ask('Suite ?');
    const first = await r.subscribe(conversation.id);
    r.socket.terminate();
    await r.closed;
    await a.write('Deux', conversation.id);
    await a.write('Trois', conversation.id);
    const back = await reader.connect();
    const resumed = await back.subscribe(conversation.id, 1, first.epoch);
    expect(seqs(resumed.events)).toEqual([2, 3]);
    await a.write('Quatre', conversation.id);
    expect((await back.next('event')).event.seq).toBe(4);
  });

  test('[RT2] a position of another life of the database, or ahead of it, gets resync', async () => {
    const person = await server.person();
    const socket = await person.connect();
    const { conversation } = await socket.ask('Époque ?');
    for (const position of [
      { lastSeq: 1, epoch: 'another' },
      { lastSeq: 1, epoch: null },
      { lastSeq: 99, epoch: server.ctx.epoch },
    ]) {
      socket.send({ op: 'subscribe', conversationId: conversation.id, ...position });
      expect(await socket.next('resync')).toEqual({ op: 'resync', conversationId: conversation.id });
    }
  });

  test('[RT3] nothing falls between history and live, nothing comes twice, while many write', async () => {
    const writers = await Promise.all(Array.from({ length: 8 }, () => server.person('expert')));
    const sockets = await Promise.all(writers.map((writer) => writer.connect()));
    const { conversation } = await sockets[0]!.ask('Tous ensemble');
    const reader = await server.person();
    const readers: TestSocket[] = [];
    const writing = sockets.map(async (socket, w) => {
      for (let i = 0; i < 10; i++) {
        await socket.write(`message ${w}-${i}`, conversation.id, null);
        if (i % 3 === 0 && readers.length < 8) {
          const late = await reader.connect();
          readers.push(late);
          late.send({ op: 'subscribe', conversationId: conversation.id, lastSeq: 0, epoch: null });
        }
      }
    });
    await Promise.all(writing);
    const stored = await server.ctx.db
      .selectFrom('message')
      .select(['id', 'seq'])
      .where('conversation_id', '=', conversation.id)
      .orderBy('seq')
      .execute();
    expect(stored.map((row) => row.seq)).toEqual(Array.from({ length: 81 }, (_, i) => i + 1));
    for (const late of readers) {
      await late.quiet(server.hub);
      const seen = late.frames.flatMap((frame) =>
        frame.op === 'subscribed' ? frame.events : frame.op === 'event' ? [frame.event] : [],
      );
      expect(seen.map((event) => (event.kind === 'message' ? event.message.id : ''))).toEqual(
        stored.map((row) => row.id),
      );
    }
  });

  test('[RT4] typing and presence reach the others, not oneself', async () => {
    const [one, two] = [await server.person(), await server.person()];
    const [a, b] = [await one.connect(), await two.connect()];
    const { conversation } = await a.ask('Qui écrit ?', 'Inès');
    await a.subscribe(conversation.id);
    await b.subscribe(conversation.id);
    a.send({ op: 'typing', conversationId: conversation.id });
    expect(await b.next('typing')).toMatchObject({ name: 'Inès' });
    await a.quiet(server.hub);
    expect(a.frames.some((frame) => frame.op === 'typing')).toBe(false);
    expect((await b.next('presence')).here).toBeGreaterThanOrEqual(2);
  });
});

describe('who may connect', () => {
  const handshake = (headers: Record<string, string>) => new TestSocket(server.url, headers).opened;

  test('[RT5] the origin must be one of the site’s, exactly', async () => {
    for (const origin of [
      'https://shop.test.evil.com',
      'http://shop.test',
      'https://shop.test:8443',
      'https://evilshop.test',
      'null',
    ]) {
      await expect(handshake({ origin })).rejects.toThrow('403');
    }
    await expect(handshake({})).rejects.toThrow('403');
    await handshake({ origin: 'https://shop.test' });
  });

  test('[RT6] no hello, a second hello, no token, a token of another site, an unsigned one: closed with a reason', async () => {
    const visitor = await server.person();
    const header = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
    const payload = Buffer.from(
      `{"sub":"${visitor.id}","aud":"entraide:demo","iat":1,"exp":9999999999}`,
    ).toString('base64url');
    const closing = async (token: string, site = 'demo') => {
      const socket = new TestSocket(server.url, {
        origin: 'https://shop.test',
        'x-forwarded-for': '198.51.100.9',
      });
      await socket.opened;
      socket.send({ op: 'hello', version: 1, site, token, page: PAGE });
      return await socket.closed;
    };
    expect(await closing('')).toBe(CLOSE.badToken);
    expect(await closing('rubbish')).toBe(CLOSE.badToken);
    expect(await closing(`${header}.${payload}.`)).toBe(CLOSE.badToken);
    expect(await closing(visitor.token, 'nowhere')).toBe(CLOSE.unknownSite);
    const twice = await visitor.connect();
    twice.send({ op: 'hello', version: 1, site: 'demo', token: visitor.token, page: PAGE });
    expect(await twice.closed).toBe(CLOSE.badFrame);
    const silent = new TestSocket(server.url, {
      origin: 'https://shop.test',
      'x-forwarded-for': '198.51.100.9',
    });
    await silent.opened;
    silent.send({ op: 'subscribe', conversationId: 'x', lastSeq: 0, epoch: null });
    expect(await silent.closed).toBe(CLOSE.badFrame);
  });

  test('[RT7] a version this server does not speak is told to reload', async () => {
    const visitor = await server.person();
    const socket = new TestSocket(server.url, {
      origin: 'https://shop.test',
      'x-forwarded-for': visitor.address,
    });
    await socket.opened;
    socket.send({ op: 'hello', version: 2, site: 'demo', token: visitor.token, page: PAGE });
    expect(await socket.closed).toBe(CLOSE.unsupportedVersion);
  });

  test('[RT8] one person opens so many connections and no more', async () => {
    const visitor = await server.person();
    for (let i = 0; i < LIMITS.connections.person; i++) await visitor.connect();
    const socket = new TestSocket(server.url, {
      origin: 'https://shop.test',
      'x-forwarded-for': visitor.address,
    });
    await socket.opened;
    socket.send({ op: 'hello', version: 1, site: 'demo', token: visitor.token, page: PAGE });
    expect(await socket.closed).toBe(CLOSE.overload);
  });
});

describe('no bytes crash it', () => {
  test('[BAD1] malformed frames close that connection and nothing else', async () => {
    const bystander = await (await server.person()).connect();
    const rubbish = [
      'not json',
      '[]',
      'null',
      '"hello"',
      '{}',
      '{"op":"__proto__"}',
      '{"op":"constructor"}',
      '{"op":"send","text":{}}',
      `{"op":"subscribe","conversationId":"x","lastSeq":1e400,"epoch":null}`,
      `{"op":"subscribe","conversationId":"x","lastSeq":-1,"epoch":null}`,
      `{"op":"ping","extra":1}`,
      `${'['.repeat(5000)}${']'.repeat(5000)}`,
    ];
    for (const bytes of rubbish) {
      const socket = await (await server.person()).connect();
      socket.socket.send(bytes);
      expect([bytes.slice(0, 40), await socket.closed]).toEqual([bytes.slice(0, 40), CLOSE.badFrame]);
    }
    const large = await (await server.person()).connect();
    large.socket.send('x'.repeat(LIMITS.frame.bytes + 1));
    expect(await large.closed).toBe(1009);
    expect((await bystander.ask('Toujours là ?')).message.state).toBe('published');
  });

  test('[BAD2] a flood of frames closes the connection', async () => {
    const socket = await (await server.person()).connect();
    for (let i = 0; i <= LIMITS.frames.perTenSeconds; i++) socket.send({ op: 'ping' });
    expect(await socket.closed).toBe(CLOSE.policy);
  });

  test('[BAD3] bad requests get a clear error, no stack, no echo', async () => {
    const person = await server.person('manager');
    const cases: [string, string, unknown, number][] = [
      ['POST', '/api/widget/messages', null, 400],
      ['POST', '/api/widget/messages', [], 400],
      ['POST', '/api/widget/messages', { role: 'moderator', status: 'published', seq: 1 }, 400],
      ['POST', '/api/widget/token', { site: 'nowhere' }, 404],
      ['GET', '/api/widget/conversations?site=demo&scope=all', undefined, 400],
      ['GET', '/api/widget/conversations?site=demo&scope=site&before=%00', undefined, 400],
      ['GET', '/api/back-office/demo/library?after=1e9', undefined, 400],
      ['GET', '/api/back-office/demo/audit-log?after=-1', undefined, 400],
      ['GET', '/api/back-office/demo/conversations/1e0', undefined, 404],
      ['GET', '/api/nothing-here', undefined, 404],
      ['POST', '/api/back-office/demo/people/unknown/role', { role: 'owner' }, 400],
      ['PATCH', '/api/back-office/demo/site', { allowedOrigins: ['*'] }, 400],
    ];
    for (const [method, path, body, status] of cases) {
      const answer = await person.request(method, path, body);
      expect([path, answer.status]).toEqual([path, status]);
      const text = await answer.text();
      expect(JSON.parse(text)).toMatchObject({
        error: { requestId: expect.any(String), message: expect.any(String) },
      });
      expect(text).not.toMatch(/\.ts|node_modules| at /);
    }
  });

  test('[BAD4] JSON under another name is 415, a body too large 413, quotes and wildcards in a search just search', async () => {
    const person = await server.person('manager');
    const plain = await person.request(
      'POST',
      '/api/widget/token',
      { site: 'demo' },
      { 'content-type': 'text/plain' },
    );
    expect(plain.status).toBe(415);
    const large = await person.post('/api/widget/token', { site: 'x'.repeat(LIMITS.body.bytes) });
    expect(large.status).toBe(413);
    for (const q of ['%', '"', "' OR 1=1 --", 'a* NEAR(', '_____']) {
      const answer = await person.get(`/api/back-office/demo/conversations?q=${encodeURIComponent(q)}`);
      expect([q, answer.status]).toEqual([q, 200]);
    }
  });

  test('[BAD5] the session cookie speaks only for our own pages, a token of the widget not at all there', async () => {
    const manager = await server.person('manager');
    const undo = (headers: Record<string, string>) =>
      manager.request('POST', '/api/back-office/demo/undo', { id: '999999' }, headers);
    expect((await undo({})).status).toBe(404);
    for (const origin of ['https://shop.test', 'https://evil.test', 'null', '']) {
      expect((await undo({ origin })).status).toBe(403);
    }
    expect((await undo({ cookie: '', authorization: `Bearer ${manager.token}` })).status).toBe(401);
  });

  test('[BAD6] signed out, open connections end with the session', async () => {
    const manager = await server.person('manager');
    const office = new TestSocket(server.url, { origin: manager.office, cookie: manager.cookie });
    await office.opened;
    office.send({
      op: 'hello',
      version: 1,
      site: 'demo',
      token: '',
      page: { url: manager.office, title: '' },
    });
    await office.next('welcome');
    await manager.request('POST', '/api/sign-out', {}, { origin: manager.office, cookie: manager.cookie });
    expect(await office.closed).toBe(CLOSE.signedOut);
    const again = new TestSocket(server.url, { origin: manager.office, cookie: manager.cookie });
    await again.opened;
    again.send({
      op: 'hello',
      version: 1,
      site: 'demo',
      token: '',
      page: { url: manager.office, title: '' },
    });
    expect(await again.closed).toBe(CLOSE.badToken);
  });
});
