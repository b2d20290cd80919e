import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { transaction } from '../../db/database.ts';
import { claimNotices, takeUpInterrupted } from '../../db/notice-queue.ts';
import { PLAIN_PERSON } from '../../db/plain-rows.ts';
import { readerOf } from '../../db/sqlite/dialect.ts';
import { LIMITS } from '../../server/limits.ts';
import type { NoticeHealth } from '../../server/protocol/notifications.ts';
import { askedQueries } from './asked-queries.ts';
import type { Person } from './harness.ts';
import { openStage, type Stage } from './notice-stage.ts';

let stage: Stage;
let expert: Person;
beforeEach(async () => {
  stage = await openStage();
  expert = await stage.person('expert');
});
afterEach(() => stage.close());

/** Something a member is told whatever the hour: an offer, that waits for an answer. */
async function offer(person = expert) {
  const id = `offer ${person.id}`;
  await transaction(stage.ctx.db, (tx) =>
    tx
      .insertInto('promotion')
      .values({
        id,
        site_id: 'demo',
        person_id: person.id,
        role: 'moderator',
        created_by: person.id,
        created_at: stage.now(),
        expires_at: stage.now() + 90 * 24 * 60 * 60_000,
        outcome: null,
        ended_at: null,
        email: null,
        code_hash: null,
        code_expires_at: null,
        code_tries: 0,
      })
      .onConflict((oc) => oc.doNothing())
      .execute(),
  );
  await stage.notice(person, { kind: 'promotion', subject_id: id });
}

async function mailTo(person: Person, email: string) {
  const { account_id } = await stage.ctx.db
    .selectFrom('person')
    .select('account_id')
    .where('id', '=', person.id)
    .executeTakeFirstOrThrow();
  await transaction(stage.ctx.db, (tx) =>
    tx
      .updateTable('user')
      .set({ email })
      .where('id', '=', account_id ?? '')
      .execute(),
  );
}

async function health(): Promise<NoticeHealth> {
  const manager = await stage.person('manager');
  return (await (await manager.get('/api/back-office/demo/notices')).json()) as NoticeHealth;
}

describe('what cannot be sent', () => {
  test('[NOTE50] is tried again with growing waits, then given up; managers see it', async () => {
    await stage.device(expert, '/push/expert');
    await mailTo(expert, 'refused@example.com');
    await transaction(stage.ctx.db, (tx) => tx.updateTable('user').set({ emailVerified: 0 }).execute());
    stage.service.answer(500);
    await offer();
    await stage.tell();
    expect(await health()).toMatchObject({ retried: 1, failed: 0, lastFailure: stage.now() });
    for (const wait of LIMITS.notices.retryMs) {
      await stage.pass(wait - 1);
      expect(await stage.outcomes(expert)).toEqual([null]);
      await stage.pass(1);
    }
    expect(await stage.outcomes(expert)).toEqual(['failed']);
    expect(await health()).toMatchObject({ retried: 0, failed: 1, waiting: 0 });
    const audit = await stage.ctx.db
      .selectFrom('audit_log')
      .selectAll()
      .where('act', '=', 'notice.failed')
      .execute();
    expect(audit).toHaveLength(1);
  });

  test('[NOTE51] a device that listens no longer is forgotten, and mail takes its place', async () => {
    await stage.device(expert, '/push/expert');
    stage.service.answer(410);
    await offer();
    await stage.tell();
    await stage.tell();
    expect(stage.sink.mails).toHaveLength(1);
    expect(await stage.outcomes(expert)).toEqual(['mailed']);
    expect(await stage.ctx.db.selectFrom('push_subscription').selectAll().execute()).toEqual([]);
  });

  test('[NOTE52] a push service that fails again and again gives way to mail', async () => {
    await stage.device(expert, '/push/expert');
    stage.service.answer(500);
    await offer();
    await stage.tell();
    for (const wait of LIMITS.notices.retryMs.slice(0, 2)) await stage.pass(wait);
    expect(stage.sink.mails).toHaveLength(1);
    expect(await stage.outcomes(expert)).toEqual(['mailed']);
  });

  test('[NOTE53] a mailbox that does not exist is not tried again', async () => {
    await mailTo(expert, 'refused@example.com');
    await offer();
    await stage.tell();
    expect(await stage.outcomes(expert)).toEqual(['refused']);
  });

  test('[NOTE54] who is told by a mail server that is gone waits; who has a device does not', async () => {
    await stage.sink.stop();
    const others = await Promise.all([1, 2, 3].map(() => stage.person('expert')));
    for (const person of [expert, ...others]) await offer(person);
    await stage.tell();
    const late = await stage.person('expert');
    await stage.device(late, '/push/late');
    await offer(late);
    await offer();
    await stage.tell();
    expect(await stage.outcomes(late)).toEqual(['pushed']);
    const tries = await stage.ctx.db.selectFrom('notice_try').selectAll().execute();
    expect(tries.length).toBeLessThanOrEqual(4);
    expect(await stage.outcomes(expert)).toEqual([null, null]);
  });
});

describe('one that cannot be told', () => {
  /** A question of a page whose address is none: nothing leads there. */
  async function spoiled(person: Person): Promise<void> {
    const asker = await (await stage.person()).connect();
    const { conversation } = await asker.ask('Une question sur une page sans adresse');
    const { db } = stage.ctx;
    await transaction(db, (tx) =>
      tx.updateTable('conversation').set({ page_url: '' }).where('id', '=', conversation.id).execute(),
    );
    await stage.notice(person, { conversation_id: conversation.id });
  }

  test('[NOTE69] is tried again with growing waits, then given up; the others are told meanwhile', async () => {
    const other = await stage.person('expert');
    await spoiled(expert);
    await offer(other);
    await stage.tell();
    expect([await stage.outcomes(expert), await stage.outcomes(other)]).toEqual([[null], ['mailed']]);
    for (const wait of LIMITS.notices.retryMs) await stage.pass(wait);
    expect(await stage.outcomes(expert)).toEqual(['failed']);
  });

  test('[NOTE70] nor does one that cannot even be looked at keep the others', async () => {
    const other = await stage.person('expert');
    const reader = readerOf(stage.ctx.db)!;
    const { run } = reader;
    vi.spyOn(reader, 'run').mockImplementation((sql, parameters) => {
      if (sql.includes('push_subscription') && parameters.includes(expert.id))
        throw new Error('a row that cannot be read');
      return run(sql, parameters);
    });
    await offer();
    await offer(other);
    await stage.tell();
    expect([await stage.outcomes(expert), await stage.outcomes(other)]).toEqual([[null], ['mailed']]);
    for (const wait of LIMITS.notices.retryMs) await stage.pass(wait);
    expect(await stage.outcomes(expert)).toEqual(['failed']);
  });

  test('[NOTE71] however long the queue, no question to the database grows with it, and everybody is told', async () => {
    const [busy, last] = [await stage.person('expert'), await stage.person('expert')];
    const people = Array.from({ length: 300 }, (_, i) => `nobody ${i}`);
    const { db } = stage.ctx;
    await transaction(db, (tx) => tx.insertInto('person').values(people.map(personRow)).execute());
    // More than one person is told of in a round, before everybody else.
    for (let i = 0; i < 1000; i += 1) await stage.notice(busy, {});
    for (const id of people) await stage.notice(Object.assign(Object.create(expert), { id }) as Person, {});
    await offer(last);
    const asked = askedQueries(db);
    await stage.tell();
    const longest = Math.max(...asked.all().map(({ parameters }) => parameters.length));
    expect(longest).toBeLessThan(250);
    expect(await stage.outcomes(last)).toEqual(['mailed']);
    const left = await db.selectFrom('notice').select('person_id').where('done_at', 'is', null).execute();
    expect(new Set(left.map((row) => row.person_id))).toEqual(new Set([busy.id]));
  });

  const personRow = (id: string) => ({
    id,
    site_id: 'demo',
    role: 'visitor' as const,
    name: 'Nobody',
    account_id: null,
    address: null,
    created_at: 0,
    last_seen_at: null,
    ...PLAIN_PERSON,
  });
});

describe('a stop in the middle', () => {
  test('[NOTE55] what was claimed and not known to be sent is sent after the restart; what was sent is not', async () => {
    await offer();
    await stage.tell();
    expect(stage.sink.mails).toHaveLength(1);
    await offer();
    const rows = await stage.ctx.db
      .selectFrom('notice')
      .select('number')
      .where('done_at', 'is', null)
      .execute();
    const numbers = rows.map(({ number }) => Number(number));
    await transaction(stage.ctx.db, (tx) => claimNotices(tx, numbers, stage.now()));
    await stage.tell();
    expect(stage.sink.mails).toHaveLength(1);
    await transaction(stage.ctx.db, (tx) => takeUpInterrupted(tx));
    await stage.tell();
    expect(stage.sink.mails).toHaveLength(2);
    expect(await stage.outcomes(expert)).toEqual(['mailed', 'mailed']);
  });

  test('[NOTE56] of two who claim at once one sends', async () => {
    await offer();
    const [row] = await stage.ctx.db.selectFrom('notice').select('number').execute();
    const claims = await Promise.all(
      [1, 2, 3].map(() => transaction(stage.ctx.db, (tx) => claimNotices(tx, [Number(row!.number)], 1))),
    );
    expect(claims.flat()).toHaveLength(1);
  });
});

describe('a database brought back', () => {
  test('[NOTE36] what waited in it is told to nobody: it may have been told since', async () => {
    const { settleEveryNotice } = await import('../../db/notice-queue.ts');
    await offer();
    await settleEveryNotice(stage.ctx.db, stage.now());
    await stage.pass(1000);
    expect(stage.sink.mails).toEqual([]);
    expect(await stage.outcomes(expert)).toEqual(['restored']);
  });
});

describe('an alert', () => {
  test('[NOTE57] is told to managers while none of them is there, until somebody sees to it', async () => {
    const [manager, moderator] = [await stage.person('manager'), await stage.person('moderator')];
    const { message } = await (await (await stage.person()).connect()).ask('Taillent-elles grand ?');
    const raise = () =>
      moderator.post('/api/moderation/alerts', {
        site: 'demo',
        about: { kind: 'message', id: message.id },
        note: 'SECRET',
        degree: 'now',
      });
    const socket = await manager.connect();
    expect((await raise()).status).toBe(201);
    await stage.pass(LIMITS.moderator.urgentMs);
    expect(stage.sink.mails).toEqual([]);
    socket.socket.close();
    await socket.closed;
    await stage.pass(LIMITS.notices.presentMs);
    expect(stage.sink.mails.map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/^Alerte de moderator/),
    ]);
    expect(stage.sink.mails[0]?.text).not.toContain('SECRET');
    expect(await stage.outcomes(moderator)).toEqual([]);
    // Another, which somebody takes before it leaves.
    await raise();
    await transaction(stage.ctx.db, (tx) => tx.updateTable('alert').set({ taken_at: 1 }).execute());
    await stage.tell();
    expect(await stage.outcomes(manager)).toEqual(['mailed', 'closed']);
  });
});

describe('metrics', () => {
  test('[NOTE58] what became of notices is counted by kind, and what waits', async () => {
    await offer();
    await stage.tell();
    await stage.notice(expert, { kind: 'promotion', due_at: stage.now() + 1000 });
    expect(stage.ctx.metrics.notices.entries()).toContainEqual(['promotion mailed', 1]);
    const { look } = await import('../../server/metrics/look.ts');
    expect((await look(stage.ctx)).notices).toBe(1);
  });
});

describe('the rows of notices', () => {
  test('[NOTE59] what was done with is forgotten after its time', async () => {
    const { forgetNotices } = await import('../../server/jobs/deliver-notices.ts');
    await offer();
    await stage.tell();
    await forgetNotices(stage.ctx, stage.now() + LIMITS.notices.keptMs);
    expect(await stage.outcomes(expert)).toHaveLength(1);
    await forgetNotices(stage.ctx, stage.now() + LIMITS.notices.keptMs + 1);
    expect(await stage.outcomes(expert)).toEqual([]);
  });
});
