import fc from 'fast-check';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { closeAlert, insertAlert } from '../../db/alerts.ts';
import { addAuditEntry, listAuditLog } from '../../db/audit-log.ts';
import { describeTargets } from '../../db/audit-targets.ts';
import type { Db } from '../../db/connect.ts';
import { countMessages, listHeads } from '../../db/conversation-heads.ts';
import {
  eraseConversation,
  listAllConversations,
  listConversations,
  updateConversation,
} from '../../db/conversations.ts';
import { type Tx, transaction } from '../../db/database.ts';
import { listEventsWithMessages } from '../../db/events-with-messages.ts';
import { findMessage, listMessages, moveMessage } from '../../db/messages.ts';
import { listPeople } from '../../db/people.ts';
import { listAround } from '../../db/queue-cards.ts';
import { insertReport, reopenReports, settleReports } from '../../db/reports.ts';
import { countQueue, listQueue } from '../../db/review-queue.ts';
import type { MessageStateValue } from '../../db/schema.ts';
import { plansSince, rememberStatements } from '../bench/queries/plans.ts';
import { ask, openCommunity, say } from './community.ts';

let db: Db;
beforeEach(async () => {
  db = await openCommunity();
});
afterEach(() => db.destroy());

const STATES: MessageStateValue[] = ['published', 'held', 'rejected', 'hidden', 'removed'];
const AUTHORS = ['ines', 'malik', 'sonia'];
const report = (tx: Tx, messageId: string, at: number) =>
  insertReport(tx, {
    id: `r-${messageId}-${at}`,
    site_id: 's',
    message_id: messageId,
    person_id: `p${at}`,
    network: 'n',
    reason: 'spam',
    created_at: at,
    weight: 100,
    standing: 1,
  });
const alert = (tx: Tx, messageId: string, at: number) =>
  insertAlert(tx, {
    id: `a-${messageId}`,
    site_id: 's',
    message_id: messageId,
    conversation_id: null,
    person_id: null,
    degree: 'look',
    raised_by: 'sonia',
    note: '',
    created_at: at,
    taken_by: null,
    taken_at: null,
    answer: null,
    answered_by: null,
    answered_at: null,
    closed_at: null,
    closed_by: null,
  });

const SETTLED = { outcome: 'dismissed', act: 7, at: 9 } as const;

describe('lists and counts', () => {
  test('[QUERY1] what is counted while it is written is what a count gives', async () => {
    await ask(db, { id: 'c' });
    await ask(db, { id: 'd' }, { state: 'held', seq: null });
    const place = fc.constantFrom('c', 'd');
    const step = fc.record({
      place,
      author: fc.constantFrom(...AUTHORS),
      from: fc.constantFrom(...STATES),
      to: fc.constantFrom(...STATES),
    });
    let made = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
        for (const { place: conversation_id, author: author_id, from, to } of steps) {
          const id = `m${++made}`;
          await say(db, { id, conversation_id, author_id, state: from });
          await transaction(db, (tx) => moveMessage(tx, id, from, to, {}));
        }
        expect(await counted()).toEqual(await recounted());
      }),
      { numRuns: 15 },
    );
    await transaction(db, (tx) => eraseConversation(tx, 'c'));
    expect(await counted()).toEqual(await recounted());
  }, 30_000);

  test('[QUERY2] the queue is what the rows say, whatever happened', async () => {
    for (const id of ['c', 'd']) await ask(db, { id });
    await say(
      db,
      { id: 'h', state: 'held', created_at: 5 },
      { id: 'p', conversation_id: 'd' },
      { id: 'q', conversation_id: 'd' },
    );
    const steps: [string, (tx: Tx) => Promise<unknown>, string[], object][] = [
      ['reported', (tx) => report(tx, 'p', 3), ['p', 'h'], { all: 2, held: 1, reported: 1 }],
      ['reported again', (tx) => report(tx, 'p', 4), ['p', 'h'], { all: 2, reported: 1 }],
      ['alerted', (tx) => alert(tx, 'p', 2), ['p', 'h'], { all: 2, alert: 1 }],
      ['held and alerted', (tx) => alert(tx, 'h', 1), ['h', 'p'], { all: 2, alert: 2 }],
      ['deleted', (tx) => updateConversation(tx, 'd', { state: 'deleted' }), ['h'], { all: 1, reported: 0 }],
      ['reported while deleted', (tx) => report(tx, 'q', 9), ['h'], { all: 1 }],
      [
        'restored',
        (tx) => updateConversation(tx, 'd', { state: 'open' }),
        ['h', 'p', 'q'],
        { all: 3, reported: 2 },
      ],
      ['resolved', (tx) => settleReports(tx, 'p', SETTLED), ['h', 'p', 'q'], { reported: 1, alert: 2 }],
      ['reopened', (tx) => reopenReports(tx, SETTLED.act), ['h', 'p', 'q'], { reported: 2, alert: 2 }],
      ['resolved again', (tx) => settleReports(tx, 'p', SETTLED), ['h', 'p', 'q'], { reported: 1 }],
      ['closed', (tx) => closeAlert(tx, 'a-p', 'ines', 9), ['h', 'q'], { all: 2, alert: 1 }],
      ['released', (tx) => moveMessage(tx, 'h', 'held', 'published', {}), ['h', 'q'], { held: 0, all: 2 }],
      ['erased', (tx) => eraseConversation(tx, 'd'), ['h'], { all: 1, reported: 0 }],
    ];
    for (const [what, step, waiting, counts] of steps) {
      await transaction(db, step);
      expect(
        (await listQueue(db, 's', null, 10)).map((entry) => entry.message_id),
        what,
      ).toEqual(waiting);
      expect(await countQueue(db, 's'), what).toMatchObject(counts);
    }
    expect(await listQueue(db, 's', 'held', 10)).toEqual([]);
    expect(await listQueue(db, 's', 'alert', 10)).toEqual([{ message_id: 'h', since: 1 }]);
    expect(await countQueue(db, 'other')).toEqual({ all: 0, held: 0, reported: 0, alert: 0 });
  });

  test('[QUERY3] page after page, every conversation once', async () => {
    const states = ['open', 'answered', 'closed', 'deleted'] as const;
    for (let at = 0; at < 24; at++) {
      const hidden = at % 6 === 5 ? { published_at: null } : {};
      await ask(db, {
        id: `c${at}`,
        last_activity_at: at >> 2,
        state: states[at % 4]!,
        page_key: `p${at % 2}`,
        ...hidden,
      });
    }
    const newestFirst = (a: number, b: number) => (b >> 2) - (a >> 2) || (`c${a}` < `c${b}` ? 1 : -1);
    const expected = (keep: (at: number) => boolean) =>
      Array.from({ length: 24 }, (_, at) => at)
        .filter(keep)
        .sort(newestFirst)
        .map((at) => `c${at}`);
    const isPublic = (at: number) => at % 4 !== 3 && at % 6 !== 5;
    const scopes = [
      [{ kind: 'site' }, isPublic],
      [{ kind: 'page', pageKey: 'p1' }, (at: number) => isPublic(at) && at % 2 === 1],
      [{ kind: 'mine', authorId: 'ines' }, (at: number) => at % 4 !== 3],
    ] as const;
    for (const [scope, keep] of scopes)
      expect(
        await pages((before) => listConversations(db, { siteId: 's', scope, before, limit: 5 })),
      ).toEqual(expected(keep));
    for (const state of [null, ...states])
      expect(
        await pages((before) => listAllConversations(db, { siteId: 's', state, before, limit: 5 })),
      ).toEqual(expected((at) => (state ? states[at % 4] === state : at % 4 !== 3)));
  });
});

describe('rows', () => {
  test('[QUERY4] by an index: no table looked through, no list sorted', async () => {
    await db.destroy();
    rememberStatements();
    db = await openCommunity();
    await ask(db, { id: 'c' });
    const { file } = (await sql<{ file: string }>`select file from pragma_database_list`.execute(db))
      .rows[0]!;
    const scopes = [
      { kind: 'site' },
      { kind: 'page', pageKey: 'p' },
      { kind: 'mine', authorId: 'ines' },
    ] as const;
    const asked: Record<string, () => unknown> = {
      'a history page': () => listEventsWithMessages(db, 'c', 0, 100),
      'a message': () => findMessage(db, 's', 'm'),
      heads: () => listHeads(db, ['c']),
      'counts of a list': () => countMessages(db, ['c']),
      'the queue': () => listQueue(db, 's', null, 50),
      'around a queue card': () => listAround(db, ['c-q']),
      people: () => listPeople(db, 's', { q: null, role: null, before: null, limit: 50 }),
      'people of a role': () =>
        listPeople(db, 's', { q: null, role: 'expert', before: { createdAt: 1, id: '' }, limit: 50 }),
      'the audit log': () => listAuditLog(db, 's', { act: null, before: null, limit: 50 }),
      'one kind of act': () => listAuditLog(db, 's', { act: 'message.', before: 9, limit: 50 }),
      'what acts were about': () =>
        describeTargets(db, [{ target_kind: 'message', target_id: 'c-q', details: '{}' }]),
      'all of the back office': () =>
        listAllConversations(db, { siteId: 's', state: null, before: null, limit: 50 }),
      ...Object.fromEntries(
        scopes.map((scope) => [
          scope.kind,
          () => listConversations(db, { siteId: 's', scope, before: null, limit: 30 }),
        ]),
      ),
    };
    await transaction(db, (tx) =>
      addAuditEntry(tx, {
        siteId: 's',
        actorId: null,
        act: 'message.held',
        targetKind: 'message',
        targetId: 'c-q',
        reason: null,
        at: 1,
      }),
    );
    plansSince(file);
    for (const [what, ask] of Object.entries(asked)) {
      await ask();
      const plan = plansSince(file);
      expect(plan, what).toMatch(/SEARCH/);
      expect(plan, what).not.toMatch(/SCAN (?!CONSTANT)|TEMP B-TREE/);
    }
  });

  test('[QUERY5] a row has its question and the newest published answer', async () => {
    await ask(db, { id: 'c' }, { body: 'question' });
    expect(await listHeads(db, ['c'])).toMatchObject([{ body: 'question', last_text: null, answers: 0 }]);
    await say(
      db,
      { id: 'a', seq: 2, created_at: 9, body: 'first' },
      { id: 'b', seq: 3, created_at: 1, body: 'last to be published' },
      { id: 'd', author_id: 'ines', seq: null, state: 'held' },
    );
    const [head] = await listHeads(db, ['c', 'nowhere']);
    expect(head).toMatchObject({ id: 'c-q', author_name: 'Inès', answers: 2 });
    expect(head).toMatchObject({
      last_text: 'last to be published',
      last_author_name: 'Malik',
      last_author_role: 'visitor',
    });
    await transaction(db, (tx) => moveMessage(tx, 'b', 'published', 'hidden', {}));
    expect(await listHeads(db, ['c'])).toMatchObject([{ last_text: 'first', answers: 1 }]);
    expect(await countMessages(db, ['c'])).toEqual([{ id: 'c', messages: 4, held: 1 }]);
  });

  test('[QUERY6] many at once are the same as one by one', async () => {
    await ask(db, { id: 'c' });
    await say(db, ...Array.from({ length: 70 }, (_, at) => ({ id: `m${at}` })));
    for (const many of [0, 1, 2, 8, 9, 64, 65, 70]) {
      const ids = Array.from({ length: many }, (_, at) => `m${at}`);
      const rows = await listMessages(db, 's', ids);
      expect(rows.map((row) => row.id).sort()).toEqual(ids.toSorted());
      expect(rows[0]).toEqual(rows[0] && (await findMessage(db, 's', rows[0].id)));
    }
    expect(await listMessages(db, 'other', ['m1', 'm2'])).toEqual([]);
  });

  test('[QUERY7] the audit log by the beginning of an act', async () => {
    const acts = ['message.held', 'message.hidden', 'messages', 'conversation.closed', 'message.'];
    await transaction(db, async (tx) => {
      for (let at = 0; at < 20; at++)
        await addAuditEntry(tx, {
          siteId: at % 5 === 4 ? 'other' : 's',
          actorId: null,
          act: acts[at % 3]!,
          targetKind: 'x',
          targetId: null,
          reason: null,
          at,
        });
    });
    const all = await listAuditLog(db, 's', { act: null, before: null, limit: 100 });
    expect(all).toHaveLength(16);
    for (const act of ['', 'm', 'message.', 'message.hidden', 'messages', 'x', '%']) {
      const expected = all.filter((entry) => entry.act.startsWith(act));
      const [first, second] = await Promise.all([
        listAuditLog(db, 's', { act, before: null, limit: 4 }),
        listAuditLog(db, 's', { act, before: expected[3]?.id ?? 0, limit: 100 }),
      ]);
      expect([...first, ...second]).toEqual(expected);
    }
  });
});

async function pages(
  next: (
    before: { lastActivityAt: number; id: string } | null,
  ) => Promise<{ id: string; last_activity_at: number }[]>,
) {
  const ids: string[] = [];
  for (let rows = await next(null); rows.length > 0; ) {
    ids.push(...rows.map((row) => row.id));
    const last = rows.at(-1)!;
    rows = await next({ lastActivityAt: last.last_activity_at, id: last.id });
  }
  return ids;
}

async function counted() {
  const conversations = await db
    .selectFrom('conversation')
    .select(['id', 'messages', 'answers'])
    .orderBy('id')
    .execute();
  const people = await db
    .selectFrom('person')
    .select(['id', 'published', 'rejected'])
    .orderBy('id')
    .execute();
  return { conversations, people };
}

async function recounted() {
  const [messages, asked, people] = await Promise.all([
    db.selectFrom('message').selectAll().execute(),
    db.selectFrom('conversation').select(['id', 'author_id']).orderBy('id').execute(),
    db.selectFrom('person').select('id').orderBy('id').execute(),
  ]);
  const count = (keep: (row: (typeof messages)[number]) => boolean) => messages.filter(keep).length;
  return {
    conversations: asked.map(({ id, author_id: asker }) => ({
      id,
      messages: count((row) => row.conversation_id === id),
      answers: count(
        (row) => row.conversation_id === id && row.state === 'published' && row.author_id !== asker,
      ),
    })),
    people: people.map(({ id }) => ({
      id,
      published: count((row) => row.author_id === id && row.state === 'published'),
      rejected: count((row) => row.author_id === id && row.state === 'rejected'),
    })),
  };
}
