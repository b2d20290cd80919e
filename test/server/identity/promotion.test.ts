import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OfferDetails, RegularsAnswer } from '../../../server/protocol/promotion.ts';
import type { TokenAnswer } from '../../../server/protocol/widget.ts';
import { type Person, startTestServer, type TestServer } from '../harness.ts';
import { answerOften } from './regulars.ts';

const DAY = 24 * 60 * 60 * 1000;
const START = Date.UTC(2026, 10, 22, 12);
let now = START;
let server: TestServer;
let manager: Person;
let asker: Person;
beforeAll(async () => {
  server = await startTestServer({ clock: { now: () => now } });
  manager = await server.person('manager');
  asker = await server.person('expert');
});
afterAll(() => server.stop());

async function regulars(): Promise<RegularsAnswer> {
  const answer = await manager.get('/api/back-office/demo/regulars');
  expect(answer.status).toBe(200);
  return (await answer.json()) as RegularsAnswer;
}

/** A visitor who wrote once, so that they are somebody. */
async function visitor(name = 'Malik'): Promise<Person> {
  const person = await server.person();
  await (await person.connect()).ask('Une question', name);
  return person;
}

async function offer(personId: string, role: 'expert' | 'moderator' = 'expert'): Promise<string> {
  const answer = await manager.post('/api/back-office/demo/promotions', { personId, role });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}

const accept = (person: Person, id: string, email = `${person.id}@example.com`, name = 'Malik B.') =>
  person.post(`/api/widget/promotions/${id}/accept`, { site: 'demo', name, email, code: null, rules: null });

describe('regulars', () => {
  test('[IDENT20] are proposed with the evidence, best first, by a score that can be checked', async () => {
    const [good, best, expert] = [
      await visitor('Bon'),
      await visitor('Meilleur'),
      await server.person('expert'),
    ];
    const work = { askerId: asker.id, now };
    await answerOften(server.ctx, { ...work, authorId: good.id, answers: 12, thanks: 1, rejected: 1 });
    await answerOften(server.ctx, { ...work, authorId: best.id, answers: 10, thanks: 4, accepted: 2 });
    await answerOften(server.ctx, { ...work, authorId: expert.id, answers: 45, thanks: 0 });
    const { regulars: found } = await regulars();
    expect(found.map(({ id, score, proposed }) => ({ id, score, proposed }))).toEqual([
      { id: expert.id, score: 45, proposed: 'moderator' },
      { id: best.id, score: 28, proposed: 'expert' },
      { id: good.id, score: 13, proposed: 'expert' },
    ]);
    expect(found[1]?.evidence).toEqual({
      answers: 10,
      thanks: 4,
      accepted: 2,
      rejectedShare: 0,
      activeDays: 10,
    });
    expect(found[2]?.evidence.rejectedShare).toBeCloseTo(1 / 14);
  });

  test('[IDENT21] answers in one’s own questions, few, rejected or old ones propose nobody, nor does who is banned', async () => {
    const [own, few, bad, old, banned] = await Promise.all(['1', '2', '3', '4', '5'].map(visitor));
    const work = { askerId: asker.id, now, answers: 12 };
    await answerOften(server.ctx, { ...work, askerId: own!.id, authorId: own!.id });
    await answerOften(server.ctx, { ...work, authorId: few!.id, answers: 9 });
    await answerOften(server.ctx, { ...work, authorId: bad!.id, rejected: 4 });
    await answerOften(server.ctx, { ...work, authorId: old!.id, now: now - 31 * DAY });
    await answerOften(server.ctx, { ...work, authorId: banned!.id });
    await manager.post(`/api/back-office/demo/people/${banned!.id}/ban`, {
      reason: 'Spam',
      expiresInHours: null,
    });
    const ids = (await regulars()).regulars.map(({ id }) => id);
    expect(ids).toHaveLength(3);
    expect(
      (await manager.post('/api/back-office/demo/promotions', { personId: banned!.id, role: 'expert' }))
        .status,
    ).toBe(404);
    expect((await (await server.person('moderator')).get('/api/back-office/demo/regulars')).status).toBe(403);
  });

  test('[IDENT22] who was asked is not proposed again for ninety days, whatever they said', async () => {
    const person = await visitor();
    await answerOften(server.ctx, { askerId: asker.id, authorId: person.id, answers: 20, now });
    const isProposed = async () => (await regulars()).regulars.some(({ id }) => id === person.id);
    expect(await isProposed()).toBe(true);
    const id = await offer(person.id);
    expect(await isProposed()).toBe(false);
    expect((await person.post(`/api/widget/promotions/${id}/decline`, { site: 'demo' })).status).toBe(204);
    expect((await regulars()).offers[0]).toMatchObject({ personId: person.id, state: 'declined' });
    now += 89 * DAY;
    await answerOften(server.ctx, { askerId: asker.id, authorId: person.id, answers: 20, now });
    expect(await isProposed()).toBe(false);
    now += 2 * DAY;
    await answerOften(server.ctx, { askerId: asker.id, authorId: person.id, answers: 1, now });
    expect(await isProposed()).toBe(true);
  });
});

describe('an offer', () => {
  test('[IDENT23] reaches the person where they are, at once and when they come back, and nobody else', async () => {
    const person = await visitor();
    const socket = await person.connect();
    const other = await (await visitor('Paul')).connect();
    const id = await offer(person.id);
    const rights = await socket.next('rights');
    expect(rights.me.offer).toMatchObject({ id, role: 'expert' });
    const again = await person.connect();
    expect(again.frames[0]).toMatchObject({ op: 'welcome', me: { offer: { id } } });
    await other.quiet(server.hub);
    expect(JSON.stringify(other.frames)).not.toContain(id);
    expect(
      (await manager.post('/api/back-office/demo/promotions', { personId: person.id, role: 'expert' }))
        .status,
    ).toBe(409);
    expect((await manager.request('DELETE', `/api/back-office/demo/promotions/${id}`)).status).toBe(204);
    expect((await socket.next('rights')).me.offer).toBeUndefined();
    expect((await accept(person, id)).status).toBe(404);
  });

  test('[IDENT24] accepted, makes the visitor a member who keeps name, id and history; the old token is dead', async () => {
    const person = await visitor();
    const socket = await person.connect();
    const asked = await socket.ask('Et celle-ci ?', 'Malik');
    const id = await offer(person.id);
    const details = await person.get(`/api/widget/promotions/${id}?site=demo`);
    expect((await details.json()) as OfferDetails).toEqual({
      siteName: 'Sentier',
      role: 'expert',
      name: 'Malik',
      hasAccount: false,
      provesEmail: false,
      rules: null,
    });
    const old = person.token;
    const answer = (await (await accept(person, id)).json()) as { state: string; code: string };
    expect(answer.state).toBe('joined');
    expect(await socket.closed).toBe(4601);
    expect((await person.get('/api/widget/conversations?site=demo&scope=mine')).status).toBe(401);
    const exchanged = await person.post('/api/widget/exchange', { site: 'demo', code: answer.code });
    const token = (await exchanged.json()) as TokenAnswer;
    expect(token.me).toMatchObject({ id: person.id, name: 'Malik B.', role: 'expert' });
    person.take(token);
    const seen = await (await person.connect()).subscribe(asked.conversation.id);
    expect(seen.events[0]).toMatchObject({
      message: { mine: true, author: { name: 'Malik B.', role: 'expert' } },
    });
    person.token = old;
    expect((await accept(person, id)).status).toBe(401);
  });

  test('[IDENT25] is answered by nobody else, once, in time, and not by who was banned since', async () => {
    const [person, other] = [await visitor(), await visitor()];
    const id = await offer(person.id);
    const elsewhere = await server.person('expert');
    const taken = elsewhere.id;
    const wrong = await Promise.all([
      accept(other, id),
      accept(person, 'no-such-offer'),
      accept(elsewhere, id),
    ]);
    expect(wrong.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect((await other.post(`/api/widget/promotions/${id}/decline`, { site: 'demo' })).status).toBe(404);
    const session = await server.ctx.db
      .selectFrom('user')
      .innerJoin('person', 'person.account_id', 'user.id')
      .select('user.email')
      .where('person.id', '=', taken)
      .executeTakeFirstOrThrow();
    expect((await accept(person, id, session.email)).status).toBe(409);
    expect((await accept(person, id, 'a@example.com', 'Sale connard')).status).toBe(422);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => accept(person, id, 'once@example.com')),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const late = await visitor();
    const lateId = await offer(late.id);
    await manager.post(`/api/back-office/demo/people/${late.id}/ban`, { reason: 'Spam', expiresInHours: 1 });
    expect((await accept(late, lateId)).status).toBe(404);
    const slow = await visitor();
    const slowId = await offer(slow.id);
    now += 31 * DAY;
    expect([401, 404]).toContain((await accept(slow, slowId)).status);
  });

  test('[IDENT31] is not accepted without the rules of the house, as they are now', async () => {
    const houseRules = { fr: 'Répondre avec soin.', en: null };
    await manager.request('PATCH', '/api/back-office/demo/site', { community: { houseRules } });
    const person = await visitor();
    const id = await offer(person.id);
    const details = (await (
      await person.get(`/api/widget/promotions/${id}?site=demo&locale=en`)
    ).json()) as OfferDetails;
    expect(details.rules).toMatchObject({ text: 'Répondre avec soin.', locale: 'fr' });
    const agree = (rules: string | null) =>
      person.post(`/api/widget/promotions/${id}/accept`, {
        site: 'demo',
        name: 'Malik',
        email: 'rules@example.com',
        code: null,
        rules,
      });
    expect([(await agree(null)).status, (await agree('other')).status]).toEqual([422, 422]);
    expect((await agree(details.rules?.hash ?? null)).status).toBe(200);
    const kept = await server.ctx.db
      .selectFrom('rules_acceptance')
      .select(['rules_hash', 'locale'])
      .where('person_id', '=', person.id)
      .execute();
    expect(kept).toEqual([{ rules_hash: details.rules?.hash, locale: 'fr' }]);
    await manager.request('PATCH', '/api/back-office/demo/site', {
      community: { houseRules: { fr: null, en: null } },
    });
  });

  test('[IDENT26] to an expert raises the role with one click, and is told like any notice', async () => {
    // A session of today, which the months that passed above would have ended.
    now = START;
    const expert = await server.person('expert');
    const socket = await expert.connect();
    const id = await offer(expert.id, 'moderator');
    const notices = await server.ctx.db
      .selectFrom('notice')
      .select(['kind', 'subject_id'])
      .where('person_id', '=', expert.id)
      .where('kind', '=', 'promotion')
      .execute();
    expect(notices).toEqual([{ kind: 'promotion', subject_id: id }]);
    await socket.next('rights', ({ me }) => me.offer?.id === id);
    expect(await (await accept(expert, id, '')).json()).toEqual({ state: 'joined', code: null });
    const { me } = await socket.next('rights', ({ me }) => me.role === 'moderator');
    expect(me).toMatchObject({ mayModerate: true });
    expect(me.offer).toBeUndefined();
    const log = await (await manager.get('/api/back-office/demo/audit-log?act=promotion')).json();
    expect(log.items.slice(0, 2).map(({ act }: { act: string }) => act)).toEqual([
      'promotion.accepted',
      'promotion.offered',
    ]);
  });

  test('[IDENT34] makes no account without an address', async () => {
    now = START;
    const person = await visitor();
    const id = await offer(person.id);
    expect((await accept(person, id, '')).status).toBe(400);
    expect((await accept(person, id)).status).toBe(200);
  });

  test('[IDENT32] does not outlive a lowered role, and lowers none that was raised meanwhile', async () => {
    const roleTo = async (person: Person, role: string) =>
      expect(
        (await manager.post(`/api/back-office/demo/people/${person.id}/role`, { role })).status,
      ).toBeLessThan(300);
    const roleOf = async ({ id }: Person) =>
      (await server.ctx.db.selectFrom('person').select('role').where('id', '=', id).executeTakeFirst())?.role;
    const [lowered, raised] = [await server.person('expert'), await server.person('expert')];
    const id = await offer(lowered.id, 'moderator');
    await roleTo(lowered, 'visitor');
    expect((await accept(lowered, id, '')).status).toBe(404);
    expect(await roleOf(lowered)).toBe('visitor');
    const other = await offer(raised.id, 'moderator');
    await roleTo(raised, 'manager');
    expect((await accept(raised, other, '')).status).toBe(200);
    expect(await roleOf(raised)).toBe('manager');
  });
});
