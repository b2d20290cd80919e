import { type Kysely, type SqlBool, sql } from 'kysely';

/** Where people are told though they are not there, what they follow, and what they no longer want. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('push_subscription')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('site_id', 'text', (c) => c.notNull().references('site.id'))
    .addColumn('person_id', 'text', (c) => c.notNull())
    .addColumn('endpoint', 'text', (c) => c.notNull())
    .addColumn('p256dh', 'text', (c) => c.notNull())
    .addColumn('auth', 'text', (c) => c.notNull())
    .addColumn('locale', 'text', (c) => c.notNull())
    .addColumn('session_id', 'text')
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .execute();
  // The devices of a person; each of them once.
  await db.schema
    .createIndex('push_subscription_person')
    .unique()
    .on('push_subscription')
    .columns(['person_id', 'endpoint'])
    .execute();
  // Who is told at a device, when its browser gets another address.
  await db.schema
    .createIndex('push_subscription_endpoint')
    .on('push_subscription')
    .column('endpoint')
    .execute();

  await db.schema
    .createTable('follow')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('site_id', 'text', (c) => c.notNull().references('site.id'))
    .addColumn('conversation_id', 'text', (c) => c.notNull())
    .addColumn('person_id', 'text', (c) => c.notNull())
    .addColumn('way', 'text', (c) => c.notNull())
    .addColumn('sealed_email', 'text')
    .addColumn('locale', 'text', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('confirmed_at', 'bigint')
    .addColumn('read_seq', 'integer', (c) => c.notNull())
    .addColumn('looked_seq', 'integer', (c) => c.notNull())
    .addColumn('told', 'integer', (c) => c.notNull())
    .addColumn('told_at', 'bigint')
    .execute();
  // Who follows a conversation; one person once.
  await db.schema
    .createIndex('follow_conversation')
    .unique()
    .on('follow')
    .columns(['conversation_id', 'person_id'])
    .execute();

  await db.schema
    .createTable('mail_refusal')
    .addColumn('person_id', 'text', (c) => c.notNull())
    .addColumn('subject', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('mail_refusal_key', ['person_id', 'subject'])
    .execute();

  await db.schema
    .createTable('notice_try')
    .addColumn('notice_number', 'integer', (c) => c.primaryKey())
    .addColumn('site_id', 'text', (c) => c.notNull())
    .addColumn('tries', 'integer', (c) => c.notNull())
    .addColumn('failed_at', 'bigint', (c) => c.notNull())
    .execute();
  // What one person is to be told by now; when they were last told, by each way.
  await db.schema.createIndex('notice_person').on('notice').columns(['person_id', 'done_at']).execute();
  await db.schema
    .createIndex('notice_told')
    .on('notice')
    .columns(['person_id', 'outcome', 'done_at'])
    .execute();
  // What was being sent when the server stopped.
  await db.schema
    .createIndex('notice_sending')
    .on('notice')
    .column('number')
    .where(sql<SqlBool>`outcome = 'sending'`)
    .execute();
  // What was told of a conversation, when it is erased.
  await db.schema.createIndex('notice_conversation').on('notice').column('conversation_id').execute();
  // What could not be told lately, for who looks after a site.
  await db.schema
    .createIndex('notice_outcome')
    .on('notice')
    .columns(['site_id', 'outcome', 'done_at'])
    .execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const index of [
    'notice_outcome',
    'notice_conversation',
    'notice_sending',
    'notice_told',
    'notice_person',
  ]) {
    await db.schema.dropIndex(index).execute();
  }
  for (const table of ['notice_try', 'mail_refusal', 'follow', 'push_subscription']) {
    await db.schema.dropTable(table).execute();
  }
}
