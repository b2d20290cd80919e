import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type CommitMessage, commitMessage, rightsNow } from '../../db/commit-message.ts';
import { type Db, openSqlite } from '../../db/connect.ts';
import { transaction } from '../../db/database.ts';
import { migrateToLatest } from '../../db/migrator.ts';
import type { MessageStateValue } from '../../db/schema.ts';
import { writeThreadOf } from '../../db/sqlite/dialect.ts';
import { AUTHOR, conversationRow, messageRow, personRow, siteRow } from './rows.ts';

const PEOPLE = ['ines', 'malik', 'sonia'];
const STATES: MessageStateValue[] = ['published', 'held', 'rejected'];
let folder: string;
let db: Db;
let made = 0;
let run = 0;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'entraide-sums-'));
  db = openSqlite(join(folder, 'entraide.db'));
  await migrateToLatest(db);
  await transaction(db, async (tx) => {
    await tx.insertInto('site').values(siteRow({})).execute();
    for (const id of PEOPLE) await tx.insertInto('person').values(personRow({ id })).execute();
  });
});
afterEach(async () => {
  await db.destroy();
  rmSync(folder, { recursive: true });
});

type Sent = {
  place: string;
  author: string;
  state: MessageStateValue;
  is: 'new' | 'again' | 'bad' | 'first';
};

/** So that the first answer of each is among what is sent. */
async function newConversations(): Promise<void> {
  run += 1;
  await transaction(db, async (tx) => {
    for (const place of ['c', 'd']) {
      const row = conversationRow({ id: `${place}${run}`, author_id: 'ines', last_seq: 0 });
      await tx.insertInto('conversation').values(row).execute();
    }
  });
}

/** One more; the same once more, one of nobody, one with a conversation of its own. */
function send({ place, author, state, is }: Sent): Promise<unknown> {
  const at = ++made;
  const own = is === 'first' ? `own-${at}` : `${place}${run}`;
  const conversation: CommitMessage['conversation'] =
    is === 'first'
      ? { insert: conversationRow({ id: own, author_id: author, last_seq: 0 }) }
      : { id: own, state: 'open', isPublished: true };
  const message = messageRow({
    id: `m${at}`,
    conversation_id: own,
    author_id: is === 'bad' ? 'nobody' : author,
    client_message_id: is === 'again' ? 'once' : `c${at}`,
    state,
    is_question: is === 'first' ? 1 : 0,
    created_at: at,
    published_at: state === 'published' ? at : null,
  });
  const rest = { rights: rightsNow(db), person: null, hits: [], audit: null };
  return commitMessage(db, { ...rest, conversation, message }, AUTHOR);
}

const rows = async (query: string) => (await sql.raw(query).execute(db)).rows;

const kept = async () => ({
  conversations: await rows(
    `select id, messages, answers, first_answer_at as first, last_seq from conversation order by id`,
  ),
  people: await rows('select id, published, rejected from person order by id'),
  waiting: await rows('select message_id as id, kinds, since, conversation_id from waiting order by 1'),
  first: await rows('select conversation_id, message_id from first_answer order by 1'),
});

const answersOf = (what: string) => `(select ${what} from message where conversation_id = c.id
  and state = 'published' and author_id <> c.author_id)`;
const writtenIn = (state: string) =>
  `(select count(*) from message where author_id = p.id and state = '${state}')`;

const counted = async () => ({
  conversations: await rows(
    `select id, (select count(*) from message where conversation_id = c.id) as messages,
       ${answersOf('count(*)')} as answers, ${answersOf('min(published_at)')} as first,
       (select count(*) from conversation_event where conversation_id = c.id) as last_seq
     from conversation as c order by id`,
  ),
  people: await rows(
    `select id, ${writtenIn('published')} as published, ${writtenIn('rejected')} as rejected
     from person as p order by id`,
  ),
  waiting: await rows(
    `select id, 1 as kinds, created_at as since, conversation_id from message where state = 'held' order by 1`,
  ),
  first: await rows(
    `select c.id as conversation_id, message.id as message_id from conversation as c
     join message on message.conversation_id = c.id and message.published_at = ${answersOf('min(published_at)')}
     order by 1`,
  ),
});

const sent = fc.record<Sent>({
  place: fc.constantFrom('c', 'd'),
  author: fc.constantFrom(...PEOPLE),
  state: fc.constantFrom(...STATES),
  is: fc.constantFrom('new', 'new', 'new', 'again', 'bad', 'first'),
});

test('[STORE27] what messages count for is what a count gives, whoever shared their commit and whoever failed in it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(sent, { minLength: 1, maxLength: 12 }), fc.nat(11), async (group, between) => {
      await newConversations();
      const before = writeThreadOf(db).figures.commits;
      const asked: Promise<unknown>[] = [];
      for (const [at, each] of group.entries()) {
        // Settles what came before it in the same transaction.
        if (at === between) asked.push(sql`update site set name = name`.execute(db));
        asked.push(send(each));
      }
      await Promise.allSettled(asked);
      if (group.every(({ is }) => is !== 'bad')) expect(writeThreadOf(db).figures.commits).toBe(before + 1);
      expect(await kept()).toEqual(await counted());
    }),
    { numRuns: 80 },
  );
});
