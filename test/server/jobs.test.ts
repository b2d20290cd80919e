/** What works in the background: one thing that fails keeps nothing else, and a stop ends it. */
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { tellExperts } from '../../server/actions/tell-experts.ts';
import { createAgainLater } from '../../server/jobs/again-later.ts';
import { creditFirstAnswers } from '../../server/jobs/credit-first-answers.ts';
import { makeInvitations } from '../../server/jobs/make-invitations.ts';
import { LIMITS } from '../../server/limits.ts';
import { awardEverybody } from '../../server/recognition/award-everybody.ts';
import { answered } from './exchange/acts.ts';
import { startTestServer, type TestServer } from './harness.ts';
import { bulk } from './inviting.ts';

let now = Date.parse('2026-05-01T10:00:00Z');
let server: TestServer;
beforeEach(async () => {
  server = await startTestServer({ clock: { now: () => now } });
});
afterEach(() => server.stop());

/** From now on the database refuses this. */
async function refuse(what: string): Promise<void> {
  await sql`create trigger refused before ${sql.raw(what)} begin select raise(abort, 'refused'); end`.execute(
    server.ctx.db,
  );
}

test('[POINT26] a first answer that cannot be credited keeps no other, is tried again, and given up', async () => {
  const [first, second] = [await answered(server), await answered(server)];
  await refuse(`insert on point_entry when new.conversation_id = '${first.conversationId}'`);
  const again = createAgainLater(server.ctx);
  const credit = () => creditFirstAnswers(server.ctx, () => false, again);
  const due = async () => {
    const query = server.ctx.db.selectFrom('first_answer').select('conversation_id');
    return (await query.where('settled_at', 'is', null).execute()).map((row) => row.conversation_id);
  };
  expect(await due()).toEqual([first.conversationId, second.conversationId].toSorted());
  await credit();
  expect(await due()).toEqual([first.conversationId]);
  for (const wait of LIMITS.jobs.retryMs) {
    expect(await due()).toEqual([first.conversationId]);
    now += wait;
    await credit();
  }
  expect(await due()).toEqual([]);
});

test('[BADGE8] who cannot be given a badge keeps nobody from it, and a stop ends the giving', async () => {
  const experts = await Promise.all([1, 2, 3].map(() => server.person('expert')));
  const manager = await server.person('manager');
  for (const { id } of experts)
    await manager.post(`/api/back-office/demo/people/${id}/points`, { points: 50, reason: 'Merci' });
  const [unlucky] = experts.map(({ id }) => id).toSorted();
  const badge = { id: 'guide', site_id: 'demo', position: 0, name_fr: 'Guide', name_en: 'Guide' };
  const rule = { icon: 'star', colour: 'green', rule: 'points', needed: 10, topic: null } as const;
  await server.ctx.db
    .insertInto('badge')
    .values({ ...badge, ...rule, created_at: now, ended_at: null })
    .execute();
  await refuse(`insert on badge_award when new.person_id = '${unlucky}'`);
  const given = async () =>
    (await server.ctx.db.selectFrom('badge_award').select('person_id').execute()).length;
  const stopped = new AbortController();
  stopped.abort();
  await awardEverybody({ ...server.ctx, stopping: stopped }, 'demo');
  expect(await given()).toBe(0);
  await awardEverybody(server.ctx, 'demo');
  expect(await given()).toBe(2);
});

test('[BULK25] people of a list who cannot be invited now keep nobody else, and are not forgotten', async () => {
  const office = bulk(await server.person('manager'));
  for (const name of ['first', 'second']) {
    await refuseOnly(name);
    const preview = await office.read(`${name}@example.com`);
    await office.confirm(preview.id);
  }
  const again = createAgainLater(server.ctx);
  await makeInvitations(server.ctx, () => false, again);
  const invited = async () =>
    (await server.ctx.db.selectFrom('invitation').select('email').execute()).map(({ email }) => email);
  expect(await invited()).toEqual(['second@example.com']);
  await sql`drop trigger refused`.execute(server.ctx.db);
  now += LIMITS.jobs.retryMs[0]!;
  await makeInvitations(server.ctx, () => false, again);
  expect((await invited()).toSorted()).toEqual(['first@example.com', 'second@example.com']);
});

async function refuseOnly(name: string): Promise<void> {
  if (name === 'first') await refuse(`insert on invitation when new.email = 'first@example.com'`);
}

test('[WAIT40] A question that cannot be told keeps no other, and is told a minute later.', async () => {
  await server.person('expert');
  const asker = await (await server.person()).connect();
  const asked = [await asker.ask('Une première question'), await asker.ask('Une seconde')];
  const [bad, good] = asked.map(({ conversation }) => conversation.id) as [string, string];
  await sql`delete from question_wave`.execute(server.ctx.db);
  await sql`delete from notice`.execute(server.ctx.db);
  now += 1000;
  const row = (id: string, due_at: number) => ({
    conversation_id: id,
    site_id: 'demo',
    next: 'first' as const,
    due_at,
  });
  await refuse(`insert on notice when new.conversation_id = '${bad}'`);
  await server.ctx.db
    .insertInto('question_wave')
    .values([row(bad, now - 2), row(good, now - 1)])
    .execute();
  await tellExperts(server.ctx);
  const told = async () =>
    (await server.ctx.db.selectFrom('notice').select('conversation_id').orderBy('number').execute()).map(
      (one) => one.conversation_id,
    );
  expect(await told()).toEqual([good]);
  await sql`drop trigger refused`.execute(server.ctx.db);
  await tellExperts(server.ctx);
  expect(await told()).toEqual([good]);
  now += 60_000;
  await tellExperts(server.ctx);
  expect(await told()).toEqual([good, bad]);
});
