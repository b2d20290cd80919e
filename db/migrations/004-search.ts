import { type Kysely, sql } from 'kysely';
import { COUNT_EVERYTHING, TRIGGERS } from './004-triggers.ts';

/**
 * What lists, the review queue and the search read instead of counting: how many messages and answers a
 * conversation has, how many of theirs a person, what waits, and the search index, in parts.
 *
 * db/message-sums.ts counts what is inserted; triggers, SQLite's own here, what changes it later.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await addCounts(db);
  await createWaiting(db);
  await createSearchParts(db);
  await improveIndexes(db);
  for (const trigger of TRIGGERS) await sql.raw(trigger.sql).execute(db);
  for (const count of COUNT_EVERYTHING) await sql.raw(count).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const { name } of TRIGGERS) await sql.raw(`drop trigger ${name}`).execute(db);
  for (const name of INDEXES_ADDED) await db.schema.dropIndex(name).execute();
  const parts = await sql<{ id: number }>`select id from search_part`.execute(db);
  for (const { id } of parts.rows) await db.schema.dropTable(`search_${id}`).execute();
  await db.schema.dropTable('search_part').execute();
  await db.schema.dropTable('waiting').execute();
  for (const [table, column] of COUNTS) await db.schema.alterTable(table).dropColumn(column).execute();
}

const COUNTS = [
  ['conversation', 'messages'],
  ['conversation', 'answers'],
  ['person', 'published'],
  ['person', 'rejected'],
] as const;

async function addCounts(db: Kysely<unknown>): Promise<void> {
  for (const [table, column] of COUNTS)
    await db.schema
      .alterTable(table)
      .addColumn(column, 'integer', (c) => c.notNull().defaultTo(0))
      .execute();
}

async function createWaiting(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('waiting')
    .addColumn('message_id', 'text', (c) => c.primaryKey())
    .addColumn('site_id', 'text', (c) => c.notNull())
    .addColumn('conversation_id', 'text', (c) => c.notNull())
    .addColumn('kinds', 'integer', (c) => c.notNull())
    .addColumn('since', 'bigint', (c) => c.notNull())
    .execute();
  // The review queue, oldest first, and its counts: without a look at the table.
  await db.schema
    .createIndex('waiting_site')
    .on('waiting')
    .columns(['site_id', 'since', 'message_id', 'kinds'])
    .execute();
  // What a conversation that is deleted takes along.
  await db.schema.createIndex('waiting_conversation').on('waiting').columns(['conversation_id']).execute();
}

async function createSearchParts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('search_part')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('site_id', 'text', (c) => c.notNull())
    .addColumn('first', 'integer', (c) => c.notNull())
    .addColumn('last', 'integer', (c) => c.notNull())
    .addColumn('messages', 'integer', (c) => c.notNull())
    .execute();
  // A site's parts, newest first; which part a message is in.
  await db.schema.createIndex('search_part_site').on('search_part').columns(['site_id', 'last']).execute();
}

const INDEXES_ADDED = [
  'conversation_public',
  'conversation_public_page',
  'conversation_state',
  'message_question',
  'message_answer',
  'person_newest',
  'audit_log_act',
];

async function improveIndexes(db: Kysely<unknown>): Promise<void> {
  // The widget's lists of the site and of a page: no flood of unpublished questions lies in their way.
  const isPublic = sql<boolean>`published_at is not null and state <> 'deleted'`;
  await db.schema
    .createIndex('conversation_public')
    .on('conversation')
    .columns(['site_id', 'last_activity_at', 'id'])
    .where(isPublic)
    .execute();
  await db.schema
    .createIndex('conversation_public_page')
    .on('conversation')
    .columns(['site_id', 'page_key', 'last_activity_at', 'id'])
    .where(isPublic)
    .execute();
  // The back office's list, of one state or of several put together.
  await db.schema
    .createIndex('conversation_state')
    .on('conversation')
    .columns(['site_id', 'state', 'last_activity_at', 'id'])
    .execute();
  // A list row: its question, its newest answer.
  await db.schema
    .createIndex('message_question')
    .unique()
    .on('message')
    .columns(['conversation_id'])
    .where(sql<boolean>`is_question = 1`)
    .execute();
  await db.schema
    .createIndex('message_answer')
    .on('message')
    .columns(['conversation_id', 'seq'])
    .where(sql<boolean>`is_question = 0 and state = 'published'`)
    .execute();
  // The people screen, newest first, whatever the role; names are looked through in the index.
  await db.schema
    .createIndex('person_newest')
    .on('person')
    .columns(['site_id', 'created_at', 'id', 'name'])
    .execute();
  // The audit log screen, one kind of act.
  await db.schema.createIndex('audit_log_act').on('audit_log').columns(['site_id', 'act', 'id']).execute();
}
