import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { transaction } from '../../db/database.ts';
import { totalPoints } from '../../db/point-entries.ts';
import { creditFirstAnswers } from '../../server/jobs/credit-first-answers.ts';
import { retain } from '../../server/jobs/retention.ts';
import { LIMITS } from '../../server/limits.ts';
import { creditAccepted, creditThanks } from '../../server/recognition/credit.ts';
import { withdrawAccepted, withdrawThanks } from '../../server/recognition/take-back.ts';
import { type Person, startTestServer, type TestServer } from './harness.ts';

let server: TestServer;
let now: number;
beforeEach(async () => {
  now = Date.UTC(2030, 4, 10, 12);
  server = await startTestServer({ clock: { now: () => now } });
});
afterEach(() => server.stop());

const messageOf = async (id: string) =>
  await server.ctx.db.selectFrom('message').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const giverOf = (person: Person) => ({ personId: person.id, address: person.address });

/** A question of a new asker with an answer of `expert` in it. */
async function answered(expert: Person, asker?: Person) {
  const who = asker ?? (await server.person());
  const { conversation } = await (await who.connect()).ask('Est-ce qu’elle taille grand ?');
  const { message } = await (await expert.connect()).write('Prenez votre taille', conversation.id, null);
  await leaveFirstAnswers();
  return { asker: who, conversationId: conversation.id, answer: await messageOf(message.id) };
}

/** First answers are credited every few seconds: not amid a test about something else. */
async function leaveFirstAnswers(): Promise<void> {
  await server.ctx.db.updateTable('first_answer').set({ settled_at: now }).execute();
}

type Message = Awaited<ReturnType<typeof messageOf>>;
const thank = (by: Person, message: Message) =>
  transaction(server.ctx.db, (tx) => creditThanks(server.ctx, tx, giverOf(by), message));
const unthank = (by: Person, message: Message) =>
  transaction(server.ctx.db, (tx) => withdrawThanks(server.ctx, tx, { personId: by.id }, message));
const accept = (by: Person, message: Message) =>
  transaction(server.ctx.db, (tx) => creditAccepted(server.ctx, tx, giverOf(by), message));
const unaccept = (message: Message) =>
  transaction(server.ctx.db, (tx) => withdrawAccepted(server.ctx, tx, message));

const ledger = async (person: Person) => {
  const rows = await server.ctx.db
    .selectFrom('point_entry')
    .select(['source', 'why', 'points'])
    .where('person_id', '=', person.id)
    .orderBy('number')
    .execute();
  return rows.map(({ source, why, points }) => `${source} ${why} ${points}`);
};
const points = (person: Person) => totalPoints(server.ctx.db, person.id);

describe('what counts', () => {
  test('[POINT2] thanks are worth 2, an accepted answer 5, the first answer to a question 1', async () => {
    const expert = await server.person('expert');
    const { asker, answer } = await answered(expert);
    await server.ctx.db.updateTable('first_answer').set({ settled_at: null }).execute();
    await creditFirstAnswers(server.ctx);
    await thank(asker, answer);
    await accept(asker, answer);
    expect(await ledger(expert)).toEqual([
      'first-answer credited 1',
      'thanks credited 2',
      'accepted credited 5',
    ]);
    await creditFirstAnswers(server.ctx);
    await thank(asker, answer);
    expect(await points(expert)).toBe(8);
  });

  test('[POINT3] only the first answer is a first answer, and the asker’s own is none', async () => {
    const [expert, second] = [await server.person('expert'), await server.person('expert')];
    const asker = await server.person();
    const socket = await asker.connect();
    const { conversation } = await socket.ask('Une question');
    await socket.write('Je précise', conversation.id);
    await (await expert.connect()).write('Oui', conversation.id, null);
    await (await second.connect()).write('Moi aussi', conversation.id, null);
    await creditFirstAnswers(server.ctx);
    expect([await points(expert), await points(second), await points(asker)]).toEqual([1, 0, 0]);
  });

  test('[POINT4] an answer that was held is a first answer when it is released', async () => {
    const [answerer, moderator] = [await server.person(), await server.person('moderator')];
    const { conversation } = await (await (await server.person()).connect()).ask('Une question');
    const { message } = await (await answerer.connect()).write('Quel connard', conversation.id, 'Paul');
    await creditFirstAnswers(server.ctx);
    expect(await points(answerer)).toBe(0);
    await moderator.post(`/api/moderation/messages/${message.id}`, {
      site: 'demo',
      act: 'release',
      reason: null,
    });
    await creditFirstAnswers(server.ctx);
    expect(await points(answerer)).toBe(1);
  });
});

describe('what counts for nothing, and says why', () => {
  const why = async (person: Person) => (await ledger(person)).at(-1);

  test('[POINT5] one’s own message, a newcomer’s thanks and the same network are worth 0', async () => {
    const expert = await server.person('expert');
    const { answer, asker } = await answered(expert);
    await thank(expert, answer);
    expect(await why(expert)).toBe('thanks own 0');
    await thank(await server.person(), answer);
    expect(await why(expert)).toBe('thanks newcomer 0');
    const neighbour = { personId: asker.id, address: expert.address };
    await transaction(server.ctx.db, (tx) => creditThanks(server.ctx, tx, neighbour, answer));
    expect(await why(expert)).toBe('thanks same-network 0');
    expect(await points(expert)).toBe(0);
  });

  test('[POINT6] a pair counts once a day for each kind, and so does a network', async () => {
    const expert = await server.person('expert');
    const first = await answered(expert);
    const { answer: other } = await answered(expert, first.asker);
    await thank(first.asker, first.answer);
    await thank(first.asker, other);
    expect(await why(expert)).toBe('thanks same-pair 0');
    const { asker: housemate } = await answered(await server.person('expert'));
    await transaction(server.ctx.db, (tx) =>
      creditThanks(server.ctx, tx, { personId: housemate.id, address: first.asker.address }, other),
    );
    expect(await why(expert)).toBe('thanks network-today 0');
    now += LIMITS.recognition.dayMs + 1;
    const { answer: next } = await answered(expert, first.asker);
    await thank(first.asker, next);
    expect(await why(expert)).toBe('thanks credited 2');
  });

  test('[POINT7] of two who thank each other only the first counts', async () => {
    const [one, two] = [await server.person('expert'), await server.person('expert')];
    const a = await answered(one);
    const b = await answered(two);
    await thank(two, a.answer);
    now += LIMITS.recognition.dayMs + 1;
    await thank(one, b.answer);
    expect([await ledger(one), await ledger(two)]).toEqual([['thanks credited 2'], ['thanks ring 0']]);
  });

  test('[POINT8] a pair, a giver and a person have their limits', async () => {
    const { dayMs, pairAMonth, givenADay, pointsADay } = LIMITS.recognition;
    const [expert, fan] = [await server.person('expert'), await server.person('expert')];
    const { answer } = await answered(expert);
    const copy = (id: string, author: Person): Message => ({ ...answer, id, author_id: author.id });
    for (let day = 0; day <= pairAMonth / 2; day++) {
      await thank(fan, copy(`day-${day}`, expert));
      now += dayMs + 1;
    }
    expect(await why(expert)).toBe('thanks pair-month 0');
    expect(await points(expert)).toBe(Math.floor(pairAMonth / 2) * 2);

    const thanked = await Promise.all(
      Array.from({ length: givenADay / 2 + 1 }, () => server.person('expert')),
    );
    for (const each of thanked) await thank(fan, copy(`to-${each.id}`, each));
    expect(await why(thanked.at(-1)!)).toBe('thanks giver-day 0');
    expect(await why(thanked[0]!)).toBe('thanks credited 2');

    for (const each of thanked) await accept(each, copy('popular', expert));
    expect(await why(expert)).toBe('accepted day-limit 0');
    expect(await points(expert)).toBe(Math.floor(pairAMonth / 2) * 2 + pointsADay);
  });
});

describe('what is taken back', () => {
  test('[POINT9] withdrawn thanks and a withdrawn acceptance are entries of their own', async () => {
    const expert = await server.person('expert');
    const { answer, asker } = await answered(expert);
    await thank(asker, answer);
    await accept(asker, answer);
    await unthank(asker, answer);
    await unaccept(answer);
    await unaccept(answer);
    expect(await ledger(expert)).toEqual([
      'thanks credited 2',
      'accepted credited 5',
      'thanks withdrawn -2',
      'accepted withdrawn -5',
    ]);
    await thank(asker, answer);
    expect(await points(expert)).toBe(2);
  });

  test('[POINT10] a hidden message is worth nothing until it is seen again; a removed one stays so', async () => {
    const [expert, moderator] = [await server.person('expert'), await server.person('moderator')];
    const { answer, asker } = await answered(expert);
    await thank(asker, answer);
    await accept(asker, answer);
    const act = (name: string) =>
      moderator.post(`/api/moderation/messages/${answer.id}`, { site: 'demo', act: name, reason: null });
    await act('hide');
    expect(await points(expert)).toBe(0);
    await unaccept(answer);
    await act('restore');
    expect(await ledger(expert)).toEqual([
      'thanks credited 2',
      'accepted credited 5',
      'thanks gone -2',
      'accepted gone -5',
      'accepted withdrawn 0',
      'thanks back 2',
    ]);
    await act('remove');
    expect(await points(expert)).toBe(0);
  });

  test('[POINT11] with its conversation a message loses its points, gets them back, and is erased', async () => {
    const [expert, manager, moderator] = [
      await server.person('expert'),
      await server.person('manager'),
      await server.person('moderator'),
    ];
    const { answer, asker, conversationId } = await answered(expert);
    await thank(asker, answer);
    const path = `/api/back-office/demo/conversations/${conversationId}`;
    await manager.request('DELETE', path, { reason: null });
    expect(await points(expert)).toBe(0);
    await manager.post(`${path}/restore`, {});
    expect(await points(expert)).toBe(2);
    const hide = { site: 'demo', act: 'hide', reason: null };
    await moderator.post(`/api/moderation/messages/${answer.id}`, hide);
    await manager.request('DELETE', path, { reason: null });
    await manager.post(`${path}/restore`, {});
    expect(await points(expert)).toBe(0);
    await manager.request('DELETE', path, { reason: null });
    now += LIMITS.retention.deletedMs + 1;
    await retain(server.ctx);
    expect(await ledger(expert)).toEqual([]);
    expect(await server.ctx.db.selectFrom('first_answer').selectAll().execute()).toEqual([]);
  });

  test('[POINT12] the trace of a network goes when whole addresses do', async () => {
    const expert = await server.person('expert');
    const { answer, asker } = await answered(expert);
    await thank(asker, answer);
    const networks = async () =>
      (await server.ctx.db.selectFrom('point_entry').select('network').execute()).map((row) => row.network);
    expect(await networks()).toEqual([expect.stringMatching(/^[\w-]{43}$/)]);
    now += LIMITS.retention.addressFullMs + 1;
    await retain(server.ctx);
    expect(await networks()).toEqual([null]);
  });
});

test('[POINT13] switched off, nothing is written; switched on again, nothing was lost', async () => {
  const [expert, manager] = [await server.person('expert'), await server.person('manager')];
  const first = await answered(expert);
  await thank(first.asker, first.answer);
  const set = (recognition: boolean) =>
    manager.request('PATCH', '/api/back-office/demo/site', { community: { recognition } });
  expect((await set(false)).status).toBe(200);
  await accept(first.asker, first.answer);
  await creditFirstAnswers(server.ctx);
  expect(await ledger(expert)).toEqual(['thanks credited 2']);
  await set(true);
  await accept(first.asker, first.answer);
  expect(await points(expert)).toBe(7);
});

test('[POINT22] thanks and acceptance are credited with the act itself, and move with a changed mind', async () => {
  const [first, second] = [await server.person('expert'), await server.person('expert')];
  const { asker, answer, conversationId } = await answered(first);
  const { message: other } = await (await second.connect()).write(
    'Ou une demi de plus',
    conversationId,
    null,
  );
  const say = async (id: string, act: string, body: object) =>
    (await asker.post(`/api/widget/messages/${id}/${act}`, { site: 'demo', ...body })).status;
  expect(await say(answer.id, 'thank', { thanks: true })).toBe(204);
  expect(await say(answer.id, 'thank', { thanks: true })).toBe(204);
  expect(await say(answer.id, 'accept', { accepted: true })).toBe(204);
  expect(await points(first)).toBe(7);
  expect(await say(other.id, 'accept', { accepted: true })).toBe(204);
  expect([await points(first), await points(second)]).toEqual([2, 5]);
  expect(await say(answer.id, 'thank', { thanks: false })).toBe(204);
  expect(await ledger(first)).toEqual([
    'thanks credited 2',
    'accepted credited 5',
    'accepted withdrawn -5',
    'thanks withdrawn -2',
  ]);
});

test('[POINT23] an answer its author deletes takes its points with it, and its acceptance', async () => {
  const expert = await server.person('expert');
  const { asker, answer } = await answered(expert);
  await asker.post(`/api/widget/messages/${answer.id}/thank`, { site: 'demo', thanks: true });
  await asker.post(`/api/widget/messages/${answer.id}/accept`, { site: 'demo', accepted: true });
  expect((await expert.post(`/api/widget/messages/${answer.id}/delete`, { site: 'demo' })).status).toBe(204);
  expect(await points(expert)).toBe(0);
  expect((await ledger(expert)).slice(2)).toEqual(['accepted withdrawn -5', 'thanks gone -2']);
});

test('[POINT24] a community manager may thank and accept all day, up to the limit of each author', async () => {
  const [expert, manager] = [await server.person('expert'), await server.person('manager')];
  const { answer } = await answered(expert);
  const copy = (n: number): Message => ({ ...answer, id: `copy-${n}` });
  const most = LIMITS.recognition.pointsADay / 5;
  for (let n = 0; n <= most; n++) await accept(manager, copy(n));
  expect(await points(expert)).toBe(LIMITS.recognition.pointsADay);
  expect((await ledger(expert)).at(-1)).toBe('accepted day-limit 0');
});
