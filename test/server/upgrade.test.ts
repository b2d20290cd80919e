import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { LIMITS } from '../../server/limits.ts';
import { CLOSE } from '../../server/protocol/frames.ts';
import { issueVisitorToken, readVisitorToken } from '../../server/visitor-token.ts';
import { type Crowd, fromStart, range, startCrowd } from './crowd.ts';
import { addSite, SHOP } from './harness.ts';
import { RawClient } from './raw-client.ts';

let crowd: Crowd;
afterEach(async () => {
  vi.restoreAllMocks();
  await crowd.stop();
});

async function answerTo(headers: Record<string, string>): Promise<string> {
  const client = new RawClient(crowd.server.url, headers);
  await client.until(({ head }) => head !== '');
  client.socket.destroy();
  return client.head;
}

describe('refused before anything is asked', () => {
  test('[FAN18] too many attempts of one address are answered 429 without a question to the database', async () => {
    crowd = await startCrowd();
    const from = { 'x-forwarded-for': '198.51.100.7' };
    for (const _ of range(1, LIMITS.requests.upgradesPerMinute)) await answerTo({ ...from, origin: 'null' });
    const { ctx } = crowd.server;
    const { db } = ctx;
    ctx.db = new Proxy(db, {
      get() {
        throw new Error('the database was asked');
      },
    });
    const answers = await Promise.all(range(1, 20).map(() => answerTo(from)));
    ctx.db = db;
    for (const answer of answers) expect(answer).toMatch(/^HTTP\/1\.1 429 .*\r\nRetry-After: \d+/);
    expect(await answerTo({ 'x-forwarded-for': '198.51.100.8' })).toMatch(/^HTTP\/1\.1 101 /);
  });

  test('[FAN19] one address opens so many connections and no more, also at the same moment', async () => {
    crowd = await startCrowd();
    const from = { 'x-forwarded-for': '198.51.100.9' };
    const all = range(1, LIMITS.connections.address + 5).map(() => new RawClient(crowd.server.url, from));
    await Promise.all(all.map((client) => client.until(({ head }) => head !== '')));
    expect(crowd.server.hub.directory.fromAddress('198.51.100.9')).toBe(LIMITS.connections.address);
    expect(await answerTo(from)).toMatch(/^HTTP\/1\.1 429 /);
    for (const client of all) client.socket.destroy();
    await vi.waitFor(() => expect(crowd.server.hub.directory.fromAddress('198.51.100.9')).toBe(0));
    expect(await answerTo(from)).toMatch(/^HTTP\/1\.1 101 /);
  });

  test('[FAN20] an origin no site allows is answered 403, one that was just added is let in', async () => {
    crowd = await startCrowd();
    const origin = 'https://new.test';
    expect(await answerTo({ origin })).toMatch(/^HTTP\/1\.1 403 /);
    await addSite(crowd.server.ctx, 'new', { allowed_origins: JSON.stringify([origin]) });
    expect(await answerTo({ origin })).toMatch(/^HTTP\/1\.1 101 /);
  });

  test('[FAN24] while it stops, newcomers are answered 503 and when to come back', async () => {
    crowd = await startCrowd();
    crowd.server.hub.stopping = true;
    expect(await answerTo({})).toMatch(/^HTTP\/1\.1 503 .*\r\nRetry-After: 2\r\n/);
  });

  test('[FAN49] who began to ask before it stops is not let in while it stops', async () => {
    crowd = await startCrowd();
    const { server } = crowd;
    const headers = { origin: SHOP, 'content-length': '2' };
    const asking = request(`${server.url}/api/stream`, { method: 'POST', headers });
    const arrived = vi.spyOn(server.ctx.pace, 'takeUpgrade');
    asking.write('{');
    await vi.waitFor(() => expect(arrived).toHaveBeenCalled());
    server.hub.stopping = true;
    asking.end('}');
    const [answer] = (await once(asking, 'response')) as [IncomingMessage];
    expect(answer.statusCode).toBe(503);
    expect(answer.headers['retry-after']).toBe('2');
    expect(server.hub.directory.all().size).toBe(0);
  });

  test('[FAN21] a stop answers what is under way, takes in nothing more, and says goodbye to everybody', async () => {
    crowd = await startCrowd();
    const a = await crowd.writer();
    const { conversation } = await a.ask('On ferme ?');
    const r = await crowd.reader(1, fromStart(conversation.id));
    let judgeNow = () => {};
    const asked = new Promise<void>((resolve) => {
      const { filterOf } = crowd.server.ctx;
      crowd.server.ctx.filterOf = async (siteId) => {
        resolve();
        await new Promise<void>((go) => {
          judgeNow = go;
        });
        return await filterOf(siteId);
      };
    });
    const silent = new RawClient(crowd.server.url, {});
    await silent.until(({ head }) => head !== '');
    const id = a.post('Juste avant', conversation.id);
    await asked;
    const stopped = crowd.server.close();
    crowd.server.close = () => stopped;
    a.post('Juste après', conversation.id);
    judgeNow();
    await a.next('ack', ({ clientMessageId }) => clientMessageId === id);
    expect(await a.closed).toBe(CLOSE.restart);
    await Promise.all([r.ended, silent.ended]);
    expect([r.closeCode, silent.closeCode]).toEqual([CLOSE.restart, CLOSE.restart]);
    expect(r.frames.filter(({ op }) => op === 'event')).toHaveLength(1);
    expect(a.frames.filter(({ op }) => op === 'ack')).toHaveLength(2);
    await stopped;
  });
});

describe('a visitor’s token', () => {
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const signed = (secret: string, header: object, claims: object) => {
    const text = `${encode(header)}.${encode(claims)}`;
    return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
  };
  const HS256 = { alg: 'HS256', typ: 'JWT' };

  test('[FAN22] names its person on its site, however often it is shown', async () => {
    crowd = await startCrowd();
    const { ctx } = crowd.server;
    const token = await issueVisitorToken(ctx, 'fast', 'somebody');
    for (const _ of range(1, 2)) {
      expect(await readVisitorToken(ctx, 'fast', token)).toMatchObject({ personId: 'somebody' });
      expect(await readVisitorToken(ctx, 'demo', token)).toBeNull();
    }
    const { clock } = ctx;
    ctx.clock = { now: () => clock.now() + LIMITS.token.visitorMs };
    expect(await readVisitorToken(ctx, 'fast', token)).toBeNull();
    ctx.clock = clock;
    expect(await readVisitorToken({ ...ctx, tokenSecret: 'another' }, 'fast', token)).toBeNull();
  });

  test('[FAN23] no forgery passes: another algorithm, signature, site, time or shape', async () => {
    crowd = await startCrowd();
    const { ctx } = crowd.server;
    const { tokenSecret: secret } = ctx;
    const iat = Math.floor(ctx.clock.now() / 1000);
    const claims = { sub: 'somebody', aud: 'entraide:fast', iat, exp: iat + 3600 };
    const read = async (token: string) => await readVisitorToken(ctx, 'fast', token);
    const right = signed(secret, HS256, claims);
    expect(await read(right)).toMatchObject({ personId: 'somebody' });
    const [header, payload, signature] = right.split('.');
    const forged = [
      `${encode({ alg: 'none', typ: 'JWT' })}.${payload}.`,
      `${encode({ alg: 'none', typ: 'JWT' })}.${payload}.${signature}`,
      signed(secret, { alg: 'HS512', typ: 'JWT' }, claims),
      signed('another secret', HS256, claims),
      `${header}.${payload}.`,
      `${header}.${payload}`,
      `${right}.${signature}`,
      `${header}.${payload}.${signature!.slice(0, -1)}`,
      `${header}.${encode({ ...claims, sub: 'another' })}.${signature}`,
      signed(secret, HS256, { ...claims, aud: 'entraide:demo' }),
      signed(secret, HS256, { ...claims, aud: ['entraide:fast'] }),
      signed(secret, HS256, { ...claims, exp: iat - 1 }),
      signed(secret, HS256, { ...claims, exp: 253_402_300_799 }),
      signed(secret, HS256, { ...claims, exp: undefined }),
      signed(secret, HS256, { ...claims, iat: '0' }),
      signed(secret, HS256, { ...claims, sub: { toString: 'somebody' } }),
      signed(secret, HS256, [claims]),
      `${header}.${payload}.${signature}${'x'.repeat(1000)}`,
    ];
    for (const token of forged) expect([token, await read(token)]).toEqual([token, null]);
  });
});
