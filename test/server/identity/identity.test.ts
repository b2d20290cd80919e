import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listIdentitySecrets } from '../../../db/identity-secrets.ts';
import { totalPoints } from '../../../db/point-entries.ts';
import type { IdentifyAnswer } from '../../../server/protocol/identity.ts';
import { addSite, type Person, startTestServer, type TestServer } from '../harness.ts';
import { type Claims, claimsOf, identify, newSecret, sign } from './shop.ts';

const DAY = 24 * 60 * 60 * 1000;
let now = Date.UTC(2026, 10, 22, 12);
let server: TestServer;
let manager: Person;
let secret: string;
beforeAll(async () => {
  server = await startTestServer({ clock: { now: () => now } });
  manager = await server.person('manager');
  secret = (await newSecret(manager)).text;
});
afterAll(() => server.stop());

const claims = (customerId: string, changes: Claims = {}) => ({ ...claimsOf(customerId, now), ...changes });
const jwtOf = (customerId: string, changes: Claims = {}) => sign(claims(customerId, changes), secret);

/** Somebody's browser, identified by the shop. */
async function customer(id: string, changes: Claims = {}): Promise<Person> {
  const person = await server.person();
  const answer = await identify(person, jwtOf(id, changes));
  expect(answer.status).toBe(200);
  person.take((await answer.json()) as IdentifyAnswer);
  return person;
}

async function refused(jwt: string): Promise<{ status: number; body: string }> {
  const answer = await identify(await server.person(), jwt);
  const body = (await answer.json()) as { error: { code: string; message: string } };
  return { status: answer.status, body: `${body.error.code} ${body.error.message}` };
}

describe('the shop’s word', () => {
  test('[IDENT1] a customer is one person on every device, with the shop’s name and its word for it', async () => {
    const [first, second] = [await customer('c-1'), await customer('c-1')];
    expect(second.id).toBe(first.id);
    const { message } = await (await second.connect()).ask('Taille-t-elle grand ?', 'Somebody else');
    expect(message.author).toMatchObject({
      id: first.id,
      name: 'Inès Faure',
      verified: true,
      role: 'visitor',
    });
  });

  test('[IDENT2] whatever is not the shop’s word on this site now is refused alike', async () => {
    await addSite(server.ctx, 'other');
    const seconds = Math.floor(now / 1000);
    const other = await newSecret(await server.person('manager', 'other'));
    const good = jwtOf('c-2');
    const [header, payload, signature] = good.split('.') as [string, string, string];
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    const wrong: Record<string, string> = {
      nonsense: 'nonsense',
      unsigned: `${header}.${payload}.`,
      'alg none': `${none}.${payload}.`,
      'alg none, signed': sign(claims('c-2'), secret, { alg: 'none' }),
      'another algorithm': sign(claims('c-2'), secret, { alg: 'HS512' }),
      'critical header': sign(claims('c-2'), secret, { alg: 'HS256', crit: ['b64'], b64: false }),
      'another payload': `${header}.${Buffer.from(JSON.stringify(claims('boss'))).toString('base64url')}.${signature}`,
      'more parts': `${good}.x`,
      'another site’s secret': sign(claims('c-2'), other.text),
      'a guessed secret': sign(claims('c-2'), 'secret'),
      'an empty secret': sign(claims('c-2'), ''),
      'the server’s own secret': sign(claims('c-2'), server.ctx.tokenSecret),
      'another audience': jwtOf('c-2', { aud: 'entraide:other' }),
      'no audience': jwtOf('c-2', { aud: undefined }),
      'no subject': jwtOf('c-2', { sub: undefined }),
      'an empty subject': jwtOf(''),
      'a long subject': jwtOf('x'.repeat(129)),
      'a subject that is no text': jwtOf('c-2', { sub: 12 }),
      'no end': jwtOf('c-2', { exp: undefined }),
      'no beginning': jwtOf('c-2', { iat: undefined }),
      over: jwtOf('c-2', { iat: seconds - 3600, exp: seconds - 61 }),
      'too long': jwtOf('c-2', { exp: seconds + 24 * 3600 + 1 }),
      'from the future': jwtOf('c-2', { iat: seconds + 61 }),
      'not yet': jwtOf('c-2', { nbf: seconds + 61 }),
      'our own visitor token': (await server.person()).token,
    };
    const answers = await Promise.all(
      Object.entries(wrong).map(async ([what, jwt]) => [what, await refused(jwt)] as const),
    );
    const alike = { status: 401, body: 'bad-identity This identity does not count here.' };
    expect(answers.filter(([, answer]) => JSON.stringify(answer) !== JSON.stringify(alike))).toEqual([]);
    expect((await identify(await server.person(), good)).status).toBe(200);
  });

  test('[IDENT3] clocks may differ by a minute, and the word may last a day', async () => {
    const seconds = Math.floor(now / 1000);
    await customer('c-3', { iat: seconds + 59, exp: seconds + 59 + 24 * 3600 });
    await customer('c-3', { iat: seconds - 3600, exp: seconds - 59, aud: ['entraide:demo', 'x'] });
  });

  test('[IDENT4] what an anonymous browser wrote follows the customer, and its token is dead', async () => {
    const known = await customer('c-4');
    await (await known.connect()).ask('Une première question');
    const visitor = await server.person();
    const { message, conversation } = await (await visitor.connect()).ask('Une autre', 'Anonyme');
    const helper = await server.person();
    const helping = await helper.connect();
    await helping.write('Une réponse', conversation.id, 'Paul');
    const [old, oldId] = [visitor.token, visitor.id];
    const answer = (await (await identify(visitor, jwtOf('c-4'))).json()) as IdentifyAnswer;
    expect(answer.me).toMatchObject({ id: known.id, name: 'Inès Faure' });
    expect((await visitor.get('/api/widget/conversations?site=demo&scope=mine')).status).toBe(401);
    visitor.take(answer);
    const mine = await (await visitor.get('/api/widget/conversations?site=demo&scope=mine')).json();
    expect(mine.conversations.map((row: { id: string }) => row.id)).toContain(conversation.id);
    expect(mine.conversations).toHaveLength(2);
    const seen = await (await known.connect()).subscribe(conversation.id);
    expect(seen.events[0]).toMatchObject({
      message: { id: message.id, mine: true, author: { verified: true } },
    });
    expect(seen.conversation).toMatchObject({ mine: true, answers: 1 });
    const people = await manager.get('/api/back-office/demo/people');
    const rows = ((await people.json()) as { items: { id: string; published: number }[] }).items;
    expect(rows.find(({ id }) => id === known.id)).toMatchObject({ published: 2 });
    expect(rows.find(({ id }) => id === oldId)).toBeUndefined();
    visitor.token = old;
    expect((await visitor.post('/api/widget/messages', { site: 'demo' })).status).toBeGreaterThanOrEqual(400);
    expect((await identify(visitor, jwtOf('c-4b'))).status).toBe(200);
  });

  test('[IDENT33] thanks and points that two people gave each other go when they turn out to be one', async () => {
    const known = await customer('c-33');
    const visitor = await server.person();
    const { conversation } = await (await visitor.connect()).ask('Quelle taille pour moi ?', 'Anonyme');
    const { message } = await (await known.connect()).write('La vôtre', conversation.id, null);
    const thanked = await visitor.post(`/api/widget/messages/${message.id}/thank`, {
      site: 'demo',
      thanks: true,
    });
    expect(thanked.status).toBe(204);
    expect(await totalPoints(server.ctx.db, known.id)).toBe(2);
    expect((await identify(visitor, jwtOf('c-33'))).status).toBe(200);
    expect(await totalPoints(server.ctx.db, known.id)).toBe(0);
    const { thanks } = await server.ctx.db
      .selectFrom('message')
      .select('thanks')
      .where('id', '=', message.id)
      .executeTakeFirstOrThrow();
    expect(thanks).toBe(0);
  });

  test('[IDENT36] an answer accepted on a question that is one’s own is accepted no more, and worth nothing', async () => {
    const known = await customer('c-36');
    const visitor = await server.person();
    const { conversation } = await (await visitor.connect()).ask('Quelle taille pour moi ?', 'Anonyme');
    const { message } = await (await known.connect()).write('La vôtre', conversation.id, null);
    const accept = `/api/widget/messages/${message.id}/accept`;
    expect((await visitor.post(accept, { site: 'demo', accepted: true })).status).toBe(204);
    const now = () =>
      server.ctx.db
        .selectFrom('conversation')
        .select(['state', 'accepted_message_id'])
        .where('id', '=', conversation.id)
        .executeTakeFirstOrThrow();
    expect(await now()).toEqual({ state: 'answered', accepted_message_id: message.id });
    expect(await totalPoints(server.ctx.db, known.id)).toBeGreaterThan(0);
    expect((await identify(visitor, jwtOf('c-36'))).status).toBe(200);
    expect(await now()).toEqual({ state: 'open', accepted_message_id: null });
    expect(await totalPoints(server.ctx.db, known.id)).toBe(0);
    const { why, points } = await server.ctx.db
      .selectFrom('point_entry')
      .select(['why', 'points'])
      .where('message_id', '=', message.id)
      .orderBy('number', 'desc')
      .executeTakeFirstOrThrow();
    expect([why, points < 0]).toEqual(['withdrawn', true]);
  });

  test('[IDENT35] an expert without a sign-in is one still when they turn out to be a known customer', async () => {
    const known = await customer('c-35');
    const expert = await server.person();
    await (await expert.connect()).ask('Une question', 'Anonyme');
    const called = await manager.post(`/api/back-office/demo/people/${expert.id}/role`, { role: 'expert' });
    expect(called.status).toBe(204);
    const { me } = (await (await identify(expert, jwtOf('c-35'))).json()) as IdentifyAnswer;
    expect(me).toMatchObject({ id: known.id, role: 'expert' });
  });

  test('[IDENT5] a first-time customer keeps their id, and whoever kept the anonymous token is out', async () => {
    const visitor = await server.person();
    const socket = await visitor.connect();
    await socket.ask('Une question', 'Anonyme');
    const old = visitor.token;
    const answer = (await (await identify(visitor, jwtOf('c-5'))).json()) as IdentifyAnswer;
    expect(answer.me).toMatchObject({ id: visitor.id, name: 'Inès Faure' });
    expect(await socket.closed).toBe(4601);
    visitor.token = old;
    expect((await visitor.get('/api/widget/conversations?site=demo&scope=mine')).status).toBe(401);
  });

  test('[IDENT6] another customer on the same browser is somebody else, and takes nothing along', async () => {
    const first = await customer('c-6');
    const { conversation } = await (await first.connect()).ask('À moi');
    const answer = (await (await identify(first, jwtOf('c-7'))).json()) as IdentifyAnswer;
    expect(answer.me.id).not.toBe(first.id);
    first.take(answer);
    const mine = await (await first.get('/api/widget/conversations?site=demo&scope=mine')).json();
    expect(mine.conversations).toEqual([]);
    expect((await (await customer('c-6')).connect()).frames.length).toBeGreaterThan(0);
    expect(conversation.mine).toBe(true);
  });

  test('[IDENT7] a ban follows who is banned into the shop’s account, and a blocked address is not identified', async () => {
    const visitor = await server.person();
    await (await visitor.connect()).ask('Bonjour', 'Anonyme');
    const ban = { reason: 'Spam', expiresInHours: null };
    await customer('c-8');
    expect((await manager.post(`/api/back-office/demo/people/${visitor.id}/ban`, ban)).status).toBe(204);
    visitor.take((await (await identify(visitor, jwtOf('c-8'))).json()) as IdentifyAnswer);
    const sending = {
      site: 'demo',
      clientMessageId: crypto.randomUUID(),
      conversationId: null,
      text: 'x',
      name: null,
    };
    const page = { url: 'https://shop.test/a', title: 'A' };
    expect((await visitor.post('/api/widget/messages', { ...sending, page })).status).toBe(403);
    const blocked = await server.person();
    await manager.post('/api/back-office/demo/blocks', {
      range: blocked.address,
      reason: 'Flood',
      expiresInHours: 1,
    });
    expect((await identify(blocked, jwtOf('c-9'))).status).toBe(403);
  });

  test('[IDENT8] a name the filter minds is left out, and no name is asked for where the shop gives one', async () => {
    const insulting = await customer('c-10', { name: 'Gros connard' });
    const socket = await insulting.connect();
    expect(socket.frames.find((frame) => frame.op === 'welcome')).toMatchObject({ me: { name: null } });
    expect((await socket.ask('Bonjour', 'Karim')).message.author).toMatchObject({ name: 'Karim' });
    const nameless = await customer('c-11', { name: undefined });
    expect((await (await nameless.connect()).ask('Bonjour', 'Zoé')).message.author.name).toBe('Zoé');
    const renamed = await customer('c-11', { name: 'Zoé Martin' });
    expect((await (await renamed.connect()).ask('Re', 'Zoé')).message.author.name).toBe('Zoé Martin');
  });
});

describe('secrets', () => {
  test('[IDENT9] is shown once, stored sealed, for managers only', async () => {
    const moderator = await server.person('moderator');
    expect((await moderator.post('/api/back-office/demo/identity-secrets', { overlapDays: 0 })).status).toBe(
      403,
    );
    const rows = await listIdentitySecrets(server.ctx.db, 'demo');
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(JSON.stringify(rows)).not.toContain(createHash('sha256').update(secret).digest('base64url'));
    const listed = await (await manager.get('/api/back-office/demo/identity-secrets')).text();
    expect(listed).not.toContain(rows[0]?.sealed);
    expect(listed).toContain(rows[0]?.id);
  });

  test('[IDENT10] rotated with an overlap, both count for so long; then the old one and its tokens are dead', async () => {
    const old = secret;
    const before = await customer('c-20');
    secret = (await newSecret(manager, 7)).text;
    await customer('c-20');
    expect((await identify(await server.person(), sign(claims('c-20'), old))).status).toBe(200);
    expect((await before.get('/api/widget/conversations?site=demo&scope=mine')).status).toBe(200);
    now += 7 * DAY;
    manager = await server.person('manager');
    expect((await refused(sign(claims('c-20'), old))).status).toBe(401);
    expect((await before.get('/api/widget/conversations?site=demo&scope=mine')).status).toBe(401);
    await customer('c-20');
  });

  test('[IDENT11] retired now, who came in by it is out at once, also where they are connected', async () => {
    const person = await customer('c-21');
    const socket = await person.connect();
    const [current] = await listIdentitySecrets(server.ctx.db, 'demo');
    const path = `/api/back-office/demo/identity-secrets/${current?.id}/retire`;
    expect((await manager.post(path, {})).status).toBe(204);
    expect(await socket.closed).toBe(4601);
    expect((await person.get('/api/widget/conversations?site=demo&scope=mine')).status).toBe(401);
    expect((await refused(jwtOf('c-21'))).status).toBe(401);
    expect((await manager.post(path, {})).status).toBe(404);
    secret = (await newSecret(manager)).text;
    expect((await customer('c-21')).id).toBe(person.id);
  });

  test('[IDENT12] the shop’s word makes an expert the customer they are, and opens nothing of a moderator’s', async () => {
    const expert = await server.person('expert');
    const session = expert.token;
    const answer = (await (await identify(expert, jwtOf('c-30'))).json()) as IdentifyAnswer;
    expect(answer).toMatchObject({ token: session, me: { id: expert.id, role: 'expert' } });
    const elsewhere = await customer('c-30');
    expect(elsewhere.id).toBe(expert.id);
    const change = { role: 'moderator' };
    await manager.post(`/api/back-office/demo/people/${expert.id}/role`, change);
    expect((await elsewhere.get('/api/widget/conversations?site=demo&scope=mine')).status).toBe(401);
    expect((await identify(await server.person(), jwtOf('c-30'))).status).toBe(403);
    expect((await identify(expert, jwtOf('c-30'))).status).toBe(403);
    const moderator = await server.person('moderator');
    const other = (await (await identify(moderator, jwtOf('c-31'))).json()) as IdentifyAnswer;
    expect(other.me.id).not.toBe(moderator.id);
  });
});
