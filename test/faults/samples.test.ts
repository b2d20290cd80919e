import { sign } from 'hono/jwt';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addSite, type Person, startTestServer, type TestServer } from '../server/harness.ts';
import { framesIn, openRaw, openWebSocket, upgradeRequest, webSocketFrame } from './raw-socket.ts';

let server: TestServer;
let visitor: Person;
beforeAll(async () => {
  server = await startTestServer();
  visitor = await server.person();
});
afterAll(() => server.stop());

const statusOf = (answer: Buffer) => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer.toString('latin1'))?.[1] ?? 0);

/** What the server answers to these bytes, when it has closed the connection. */
async function answerTo(bytes: string): Promise<Buffer> {
  const raw = await openRaw(server.url, '127.3.3.3');
  raw.socket.write(bytes);
  await raw.closed;
  return raw.received();
}

describe('handshakes', () => {
  test('[I10g] two thousand headers open nothing', async () => {
    const many = Object.fromEntries(Array.from({ length: 2000 }, (_, i) => [`X-${i}`, 'a']));
    expect(statusOf(await answerTo(upgradeRequest(many)))).toBe(431);
  });

  test('[I10h] a token in the address is no token', async () => {
    const raw = await openRaw(server.url, '127.3.3.4');
    raw.socket.write(upgradeRequest({}, `/api/socket?token=${visitor.token}&site=demo`));
    await raw.until((bytes) => bytes.includes('\r\n\r\n'));
    raw.socket.write(webSocketFrame('{"op":"subscribe","conversationId":"x","lastSeq":0,"epoch":null}'));
    const bytes = await raw.until((received) => framesIn(received).some(({ opcode }) => opcode === 8));
    expect(framesIn(bytes).at(-1)?.payload.readUInt16BE(0)).toBe(4400);
    raw.socket.destroy();
  });

  test('[I10i] a message in 120,000 parts of one byte is closed long before its end', async () => {
    const raw = await openWebSocket(server.url, '127.3.3.5');
    if (!raw) throw new Error('no socket');
    const part = (i: number) => webSocketFrame('a', { opcode: i === 0 ? 1 : 0, fin: false });
    for (let i = 0; i < 120_000 && !raw.isClosed(); i += 1000) {
      raw.socket.write(Buffer.concat(Array.from({ length: 1000 }, (_, j) => part(i + j))));
      await new Promise((done) => setImmediate(done));
    }
    await raw.closed;
    expect([1008, 1009]).toContain(framesIn(raw.received()).at(-1)?.payload.readUInt16BE(0));
  });

  test('[I10j] a hundred subscriptions to one conversation are one, and one unsubscription ends it', async () => {
    const [asker, reader] = [await server.person(), await server.person()];
    const [a, r] = [await asker.connect(), await reader.connect()];
    const { conversation } = await a.ask('Combien de fois ?');
    const subscribe = { op: 'subscribe', conversationId: conversation.id, lastSeq: 0, epoch: null } as const;
    for (let i = 0; i < 90; i += 1) r.send(subscribe);
    await r.quiet(server.hub);
    await a.write('Une fois', conversation.id);
    await r.quiet(server.hub);
    const events = () => r.frames.filter((frame) => frame.op === 'event').length;
    expect(events()).toBe(1);
    r.send({ op: 'unsubscribe', conversationId: conversation.id });
    await r.quiet(server.hub);
    await a.write('Plus rien', conversation.id);
    await r.quiet(server.hub);
    expect(events()).toBe(1);
  });
});

describe('HTTP', () => {
  test('[I10k] a body of a gigabyte in chunks is refused at its limit, not read to its end', async () => {
    const raw = await openRaw(server.url, '127.3.3.6');
    raw.socket.write(
      'POST /api/widget/token HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n',
    );
    const chunk = Buffer.from(`10000\r\n${'a'.repeat(65_536)}\r\n`);
    let sent = 0;
    for (; sent < 2 ** 30 && statusOf(raw.received()) === 0 && !raw.isClosed(); sent += 65_536) {
      if (!raw.socket.write(chunk)) await new Promise((done) => setTimeout(done, 5));
    }
    expect(statusOf(await raw.until((bytes) => bytes.length > 0))).toBe(413);
    expect(sent).toBeLessThan(64 * 2 ** 20);
    raw.socket.destroy();
  });

  test.each([
    '//api/widget/token',
    '/api//widget/token',
    '/static/%2e%2e/%2e%2e/package.json',
    '/static/..%2fpackage.json',
    '/%2e%2e/package.json',
  ])('[I10l] %s leads nowhere', async (path) => {
    const answer = await answerTo(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    expect(statusOf(answer)).toBe(404);
    expect(answer.toString()).not.toContain('devDependencies');
  });

  test('[I10m] no forwarded host finds its way into a link or a redirect', async () => {
    const manager = await server.person('manager');
    const headers = { 'x-forwarded-host': 'evil.test', 'x-forwarded-proto': 'https', host: 'evil.test' };
    const body = { role: 'expert', email: null, name: null };
    const invited = await manager.request('POST', '/api/back-office/demo/invitations', body, headers);
    const { link } = (await invited.json()) as { link: string };
    expect(link.startsWith(`${server.ctx.config.publicUrl}/`)).toBe(true);
    const home = await answerTo('GET / HTTP/1.1\r\nHost: evil.test\r\nConnection: close\r\n\r\n');
    expect(home.toString()).not.toContain('evil.test');
  });

  test('[I10n] searches of nothing but signs and values of the wrong kind are refused or search', async () => {
    const manager = await server.person('manager');
    const search = async (q: string) =>
      (await manager.get(`/api/back-office/demo/conversations?q=${encodeURIComponent(q)}`)).status;
    expect(await search('%'.repeat(4000))).toBe(400);
    for (const q of ['"', '*', 'a" OR "b', 'NEAR(a b', 'text:', '^', '{a b}', '-', 'AND', '"a" "', '\0']) {
      expect([q, await search(q)]).toEqual([q, 200]);
    }
    for (const site of [{}, [], 1, true, null]) {
      expect((await visitor.post('/api/widget/token', { site })).status).toBe(400);
    }
  });
});

test('[I10q] a change of nothing changes nothing, and is no failure', async () => {
  const manager = await server.person('manager');
  const last = async () => await (await manager.get('/api/back-office/demo/audit-log')).json();
  const before = await last();
  const answer = await manager.request('PATCH', '/api/back-office/demo/site', {});
  expect([answer.status, await last()]).toEqual([200, before]);
});

describe('identity', () => {
  const aud = 'entraide:demo';
  const hour = 3600;
  const forged: [what: string, claims: object, algorithm: 'HS256' | 'HS512' | 'none'][] = [
    ['without an end', { aud, iat: now() }, 'HS256'],
    ['that ends in the year 9999', { aud, iat: now(), exp: 253_370_764_800 }, 'HS256'],
    ['that is over', { aud, iat: now() - 2 * hour, exp: now() - hour }, 'HS256'],
    ['for another site', { aud: 'entraide:other', iat: now(), exp: now() + hour }, 'HS256'],
    ['for nobody', { iat: now(), exp: now() + hour }, 'HS256'],
    ['for many sites', { aud: ['entraide:other', 'entraide:more'], iat: now(), exp: now() + hour }, 'HS256'],
    ['signed another way', { aud, iat: now(), exp: now() + hour }, 'HS512'],
    ['not signed', { aud, iat: now(), exp: now() + hour }, 'none'],
  ];
  test.each(forged)('[I10o] a token %s is none', async (_, claims, algorithm) => {
    const payload = { sub: visitor.id, ...claims };
    const token =
      algorithm === 'none' ? unsigned(payload) : await sign(payload, server.ctx.tokenSecret, algorithm);
    const list = await visitor.request('GET', '/api/widget/conversations?site=demo&scope=site', undefined, {
      authorization: `Bearer ${token}`,
    });
    expect(list.status).toBe(401);
  });

  test('[I10p] a token of one site opens nothing on another, and a role in a body or a token is no role', async () => {
    await addSite(server.ctx, 'other');
    expect((await visitor.get('/api/widget/conversations?site=other&scope=site')).status).toBe(401);
    const raised = { site: 'demo', role: 'manager' };
    expect((await visitor.post('/api/widget/token', raised)).status).toBe(400);
    const claims = { sub: visitor.id, aud, iat: now(), exp: now() + hour, role: 'manager' };
    const token = await sign(claims, server.ctx.tokenSecret, 'HS256');
    const body = { site: 'demo', act: 'hide', reason: null };
    const authorization = `Bearer ${token}`;
    const act = await visitor.request('POST', '/api/moderation/messages/x', body, { authorization });
    expect(act.status).toBe(404);
  });
});

function now(): number {
  return Math.floor(Date.now() / 1000);
}

function unsigned(payload: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none', typ: 'JWT' })}.${part(payload)}.`;
}
