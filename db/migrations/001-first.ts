import { type Kysely, sql } from 'kysely';

/** Text, integer and bigint columns only, so that the same file runs on SQLite and on PostgreSQL. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('meta')
    .addColumn('key', 'text', (c) => c.primaryKey())
    .addColumn('value', 'text', (c) => c.notNull())
    .execute();

  await db.schema
    .createTable('site')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('locale', 'text', (c) => c.notNull())
    .addColumn('mode', 'text', (c) => c.notNull())
    .addColumn('chat_default', 'text', (c) => c.notNull())
    .addColumn('moderators_may_release', 'integer', (c) => c.notNull())
    .addColumn('report_threshold', 'integer', (c) => c.notNull())
    .addColumn('allowed_origins', 'text', (c) => c.notNull())
    .addColumn('accent', 'text')
    .addColumn('library_version', 'integer', (c) => c.notNull())
    .addColumn('library_saving_until', 'bigint')
    .addColumn('library_rules', 'text')
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .execute();

  await db.schema
    .createTable('person')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('site_id', 'text', (c) => c.notNull().references('site.id'))
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('account_id', 'text')
    .addColumn('address', 'text')
    .addColumn('trusted', 'integer', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('last_seen_at', 'bigint')
    .execute();
  // Signing in: one person per account and site.
  await db.schema
    .createIndex('person_account')
    .unique()
    .on('person')
    .columns(['account_id', 'site_id'])
    .execute();
  // The people screen, one role, newest first.
  await db.schema
    .createIndex('person_site')
    .on('person')
    .columns(['site_id', 'role', 'created_at', 'id'])
    .execute();
  // Whom an address block would hit; names on one address.
  await db.schema.createIndex('person_address').on('person').columns(['site_id', 'address']).execute();

  await db.schema
    .createTable('conversation')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('site_id', 'text', (c) => c.notNull().references('site.id'))
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('state_before_delete', 'text')
    .addColumn('author_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('page_url', 'text', (c) => c.notNull())
    .addColumn('page_key', 'text', (c) => c.notNull())
    .addColumn('page_title', 'text', (c) => c.notNull())
    .addColumn('product_name', 'text')
    .addColumn('image_url', 'text')
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('published_at', 'bigint')
    .addColumn('last_activity_at', 'bigint', (c) => c.notNull())
    .addColumn('last_seq', 'integer', (c) => c.notNull())
    .addColumn('deleted_at', 'bigint')
    .addColumn('deleted_by', 'text')
    .execute();
  // The widget's list of mine.
  await db.schema
    .createIndex('conversation_author')
    .on('conversation')
    .columns(['author_id', 'last_activity_at', 'id'])
    .execute();
  // What the retention job must erase.
  await db.schema.createIndex('conversation_deleted').on('conversation').columns(['deleted_at']).execute();

  await db.schema
    .createTable('message')
    // In the order of writing, and the same after a VACUUM: what the search index calls a message.
    .addColumn('number', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('id', 'text', (c) => c.notNull().unique())
    .addColumn('site_id', 'text', (c) => c.notNull())
    .addColumn('conversation_id', 'text', (c) => c.notNull().references('conversation.id'))
    .addColumn('author_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('client_message_id', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('seq', 'integer')
    .addColumn('is_question', 'integer', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('reasons', 'text', (c) => c.notNull())
    .addColumn('library_version', 'integer', (c) => c.notNull())
    .addColumn('state_reason', 'text')
    .addColumn('address', 'text')
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('published_at', 'bigint')
    .execute();
  // One intent, one message. The browser's ids grow with time, so they stand side by side here.
  await db.schema
    .createIndex('message_client_id')
    .unique()
    .on('message')
    .columns(['client_message_id', 'author_id'])
    .execute();
  // A conversation's history and its list row.
  await db.schema
    .createIndex('message_conversation')
    .on('message')
    .columns(['conversation_id', 'state', 'created_at', 'id'])
    .execute();
  // What is held, oldest first.
  await db.schema
    .createIndex('message_held')
    .on('message')
    .columns(['site_id', 'created_at'])
    .where(sql<boolean>`state = 'held'`)
    .execute();
  // The author's recent messages, for the filter and the author's record.
  await db.schema.createIndex('message_author').on('message').columns(['author_id', 'created_at']).execute();

  await db.schema
    .createTable('conversation_event')
    .addColumn('conversation_id', 'text', (c) => c.notNull().references('conversation.id'))
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('message_id', 'text')
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('conversation_event_key', ['conversation_id', 'seq'])
    .modifyEnd(sql`without rowid`)
    .execute();

  await db.schema
    .createTable('report')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('site_id', 'text', (c) => c.notNull())
    .addColumn('message_id', 'text', (c) => c.notNull().references('message.id'))
    .addColumn('person_id', 'text', (c) => c.notNull())
    .addColumn('network', 'text', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('resolved_at', 'bigint')
    .execute();
  // One report per person and message.
  await db.schema
    .createIndex('report_once')
    .unique()
    .on('report')
    .columns(['message_id', 'person_id'])
    .execute();
  // The review queue: open reports.
  await db.schema
    .createIndex('report_queue')
    .on('report')
    .columns(['site_id', 'resolved_at', 'created_at'])
    .execute();

  await db.schema
    .createTable('alert')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('site_id', 'text', (c) => c.notNull())
    .addColumn('message_id', 'text', (c) => c.notNull().references('message.id'))
    .addColumn('raised_by', 'text', (c) => c.notNull())
    .addColumn('note', 'text', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('closed_at', 'bigint')
    .addColumn('closed_by', 'text')
    .addColumn('answer', 'text')
    .execute();
  // The review queue: open alerts.
  await db.schema
    .createIndex('alert_queue')
    .on('alert')
    .columns(['site_id', 'closed_at', 'created_at'])
    .execute();
  await db.schema.createIndex('alert_message').on('alert').columns(['message_id']).execute();

  await db.schema
    .createTable('page_rule')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('site_id', 'text', (c) => c.notNull())
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('match_kind', 'text', (c) => c.notNull())
    .addColumn('match_value', 'text', (c) => c.notNull())
    .addColumn('show', 'integer', (c) => c.notNull())
    .addColumn('display', 'text', (c) => c.notNull())
    .addColumn('invitation', 'text')
    .addColumn('topic', 'text')
    .addColumn('mode', 'text')
    .execute();
  await db.schema.createIndex('page_rule_order').on('page_rule').columns(['site_id', 'position']).execute();

  await db.schema
    .createTable('invitation')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('site_id', 'text', (c) => c.notNull())
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('email', 'text')
    .addColumn('name', 'text')
    .addColumn('token_hash', 'text', (c) => c.notNull().unique())
    .addColumn('created_by', 'text')
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('expires_at', 'bigint', (c) => c.notNull())
    .addColumn('used_at', 'bigint')
    .addColumn('used_by', 'text')
    .addColumn('revoked_at', 'bigint')
    .execute();
  await db.schema
    .createIndex('invitation_site')
    .on('invitation')
    .columns(['site_id', 'created_at'])
    .execute();

  await db.schema
    .createTable('sign_in_link')
    .addColumn('token_hash', 'text', (c) => c.primaryKey())
    .addColumn('account_id', 'text', (c) => c.notNull())
    .addColumn('purpose', 'text', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('expires_at', 'bigint', (c) => c.notNull())
    .addColumn('used_at', 'bigint')
    .execute();

  await db.schema
    .createTable('address_block')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('site_id', 'text', (c) => c.notNull())
    .addColumn('range', 'text', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('created_by', 'text')
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('expires_at', 'bigint')
    .addColumn('lifted_at', 'bigint')
    .execute();
  await db.schema
    .createIndex('address_block_site')
    .on('address_block')
    .columns(['site_id', 'lifted_at'])
    .execute();

  await db.schema
    .createTable('ban')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('site_id', 'text', (c) => c.notNull())
    .addColumn('person_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('created_by', 'text')
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('expires_at', 'bigint')
    .addColumn('lifted_at', 'bigint')
    .execute();
  // Is this person banned, asked at every act.
  await db.schema.createIndex('ban_person').on('ban').columns(['person_id', 'lifted_at']).execute();

  await db.schema
    .createTable('audit_log')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('site_id', 'text', (c) => c.notNull())
    .addColumn('actor_id', 'text')
    .addColumn('act', 'text', (c) => c.notNull())
    .addColumn('target_kind', 'text', (c) => c.notNull())
    .addColumn('target_id', 'text')
    .addColumn('reason', 'text')
    .addColumn('details', 'text', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .execute();
  // The audit log screen, newest first.
  await db.schema.createIndex('audit_log_site').on('audit_log').columns(['site_id', 'id']).execute();
  // Who decided before, told to who decides second.
  await db.schema.createIndex('audit_log_target').on('audit_log').columns(['target_id', 'id']).execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of TABLES_LAST_FIRST) await db.schema.dropTable(table).execute();
}

const TABLES_LAST_FIRST = [
  'audit_log',
  'ban',
  'address_block',
  'sign_in_link',
  'invitation',
  'page_rule',
  'alert',
  'report',
  'conversation_event',
  'message',
  'conversation',
  'person',
  'site',
  'meta',
];
