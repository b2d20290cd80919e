import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertBan } from '../../../db/bans.ts';
import { transaction } from '../../../db/database.ts';
import { range } from '../crowd.ts';
import { type Person, startTestServer, type TestServer } from '../harness.ts';
import { acts, answered } from './acts.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

test('[EXCH1] thanks count once a person, reach who reads live, and can be taken back', async () => {
  const { asker, a, conversationId, answer } = await answered(server);
  const reader = await server.person();
  expect(await acts(asker).thank(answer.id)).toBe('done');
  expect(await a.next('thanks')).toMatchObject({ messageId: answer.id, thanks: 1 });
  expect(await acts(asker).thank(answer.id)).toBe('done');
  expect(await acts(reader).thank(answer.id)).toBe('done');
  expect(await a.next('thanks')).toMatchObject({ thanks: 2 });
  expect(await acts(asker).thank(answer.id, false)).toBe('done');
  expect(await acts(asker).thank(answer.id, false)).toBe('done');
  expect(await a.next('thanks')).toMatchObject({ thanks: 1 });
  const again = await (await asker.connect()).subscribe(conversationId);
  expect(again).toMatchObject({ thanks: { [answer.id]: 1 }, thanked: [] });
});

test('[EXCH2] who comes back is told every count and what they themselves thank for, and no one else’s', async () => {
  const { conversationId, answer, question } = await answered(server);
  const [thanker, stranger] = [await server.person(), await server.person()];
  await acts(thanker).thank(answer.id);
  await acts(thanker).thank(question.id);
  const first = await (await stranger.connect()).subscribe(conversationId);
  expect(first.thanked).toEqual([]);
  expect(first.thanks).toEqual({ [answer.id]: 1, [question.id]: 1 });
  const mine = await (await thanker.connect()).subscribe(conversationId);
  expect(mine.thanked.toSorted()).toEqual([answer.id, question.id].toSorted());
  const second = await (await stranger.connect()).subscribe(conversationId);
  expect(second.thanked).toEqual([]);
  await acts(stranger).thank(answer.id);
  await server.hub.settled();
  const third = await (await (await server.person()).connect()).subscribe(conversationId);
  expect(third.thanks).toEqual({ [answer.id]: 2, [question.id]: 1 });
});

test('[EXCH3] nobody thanks for their own, for what they cannot read, or while they are banned', async () => {
  const { expert, b, conversationId, answer } = await answered(server);
  expect(await acts(expert).thank(answer.id)).toBe('own-message');
  const { message: held } = await b.write('Espèce de connard', conversationId, null);
  const stranger = await server.person();
  expect(await acts(stranger).thank(held.id)).toBe('not-found');
  expect(await acts(stranger).thank('no-such-message')).toBe('not-found');
  const moderator = await server.person('moderator');
  await acts(moderator).moderate(answer.id, 'hide');
  expect(await acts(stranger).thank(answer.id)).toBe('not-found');
  await acts(moderator).moderate(answer.id, 'restore');
  const banned = await server.person('expert');
  await ban(banned.id);
  expect(await acts(banned).thank(answer.id)).toBe('banned');
  const rows = await server.ctx.db
    .selectFrom('thank')
    .selectAll()
    .where('message_id', '=', answer.id)
    .execute();
  expect(rows).toEqual([]);
});

test('[EXCH4] how many thank for what is hidden is told to nobody', async () => {
  const { asker, a, conversationId, answer } = await answered(server);
  await acts(asker).thank(answer.id);
  const moderator = await server.person('moderator');
  await acts(moderator).moderate(answer.id, 'hide');
  await a.quiet(server.hub);
  const seen = await (await (await server.person()).connect()).subscribe(conversationId);
  expect(seen.thanks).toEqual({});
  expect(JSON.stringify(seen.events.filter(({ seq }) => seq > 1))).not.toContain('"thanks"');
});

test('[EXCH5] of one network no more than three count', async () => {
  const { conversationId, answer } = await answered(server);
  for (let i = 0; i < 5; i += 1) {
    const one = await server.person();
    const same = Object.assign(one, { address: '198.51.100.7' });
    expect(await acts(same).thank(answer.id)).toBe('done');
  }
  const seen = await (await (await server.person()).connect()).subscribe(conversationId);
  expect(seen.thanks).toEqual({ [answer.id]: 3 });
});

test('[EXCH6] tapping without end is slowed down', async () => {
  const { asker, answer } = await answered(server);
  const outcomes = new Set<string>();
  for (let i = 0; i < 40; i += 1) outcomes.add(await acts(asker).thank(answer.id, i % 2 === 0));
  expect(outcomes).toEqual(new Set(['done', 'too-many']));
});

async function ban(personId: string): Promise<void> {
  await transaction(server.ctx.db, (tx) =>
    insertBan(tx, {
      id: crypto.randomUUID(),
      site_id: 'demo',
      person_id: personId,
      reason: 'spam',
      created_by: null,
      created_at: 0,
      expires_at: null,
      lifted_at: null,
    }),
  );
}

test('[EXCH7] in a conversation with hundreds of thanks everybody is still told what they themselves thank for', async () => {
  const { conversationId, answer } = await answered(server);
  const [thanker, stranger] = [await server.person(), await server.person()];
  const thankedOf = async (person: Person) =>
    (await (await person.connect()).subscribe(conversationId)).thanked;
  await thankFor(conversationId, answer.id, range(1, 199));
  await acts(thanker).thank(answer.id);
  expect([await thankedOf(thanker), await thankedOf(stranger)]).toEqual([[answer.id], []]);
  await thankFor(conversationId, answer.id, range(200, 400));
  expect([await thankedOf(thanker), await thankedOf(stranger)]).toEqual([[answer.id], []]);
  await acts(thanker).thank(answer.id, false);
  await acts(stranger).thank(answer.id);
  expect([await thankedOf(thanker), await thankedOf(stranger)]).toEqual([[], [answer.id]]);
});

/** Thanks of people who are nowhere else, and stand before everybody. */
async function thankFor(conversationId: string, messageId: string, people: number[]): Promise<void> {
  const rows = people.map((i) => ({
    message_id: messageId,
    person_id: `#${i}`,
    site_id: 'demo',
    conversation_id: conversationId,
    network: `network ${i}`,
    created_at: i,
    withdrawn_at: null,
  }));
  await transaction(server.ctx.db, (tx) => tx.insertInto('thank').values(rows).execute());
}
