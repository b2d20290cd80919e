import type { Kysely } from 'kysely';

/** What the community adds to the rows there are, and what people are told though they are not there. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('site').addColumn('community', 'text').execute();

  await db.schema.alterTable('person').addColumn('picture_id', 'text').execute();
  await db.schema
    .alterTable('person')
    .addColumn('verified', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
  await db.schema.alterTable('person').addColumn('customer_id', 'text').execute();
  // The shop's own sign-in: one person per customer and site. The site last, or its people were listed by this.
  await db.schema
    .createIndex('person_customer')
    .unique()
    .on('person')
    .columns(['customer_id', 'site_id'])
    .execute();

  await db.schema.alterTable('conversation').addColumn('accepted_message_id', 'text').execute();
  await db.schema.alterTable('conversation').addColumn('topic', 'text').execute();
  await db.schema.alterTable('conversation').addColumn('language', 'text').execute();

  await db.schema.alterTable('message').addColumn('reply_to', 'text').execute();
  await db.schema.alterTable('message').addColumn('edited_at', 'bigint').execute();
  await db.schema
    .alterTable('message')
    .addColumn('thanks', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();

  await db.schema
    .createTable('expert_profile')
    .addColumn('person_id', 'text', (c) => c.primaryKey().references('person.id'))
    .addColumn('site_id', 'text', (c) => c.notNull().references('site.id'))
    .addColumn('available', 'integer', (c) => c.notNull())
    .addColumn('quiet_from', 'integer')
    .addColumn('quiet_to', 'integer')
    .addColumn('time_zone', 'text', (c) => c.notNull())
    .addColumn('languages', 'text', (c) => c.notNull())
    .addColumn('topics', 'text', (c) => c.notNull())
    .addColumn('mail', 'text', (c) => c.notNull())
    .addColumn('push', 'integer', (c) => c.notNull())
    .execute();

  await db.schema
    .createTable('notice')
    .addColumn('number', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('site_id', 'text', (c) => c.notNull().references('site.id'))
    .addColumn('person_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('conversation_id', 'text')
    .addColumn('message_id', 'text')
    .addColumn('subject_id', 'text')
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('due_at', 'bigint', (c) => c.notNull())
    .addColumn('done_at', 'bigint')
    .addColumn('outcome', 'text')
    .execute();
  // One notice per person and key.
  await db.schema.createIndex('notice_key').unique().on('notice').columns(['person_id', 'key']).execute();
  // What is due and not done.
  await db.schema.createIndex('notice_due').on('notice').columns(['done_at', 'due_at']).execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('notice').execute();
  await db.schema.dropTable('expert_profile').execute();
  for (const column of ['thanks', 'edited_at', 'reply_to']) {
    await db.schema.alterTable('message').dropColumn(column).execute();
  }
  for (const column of ['language', 'topic', 'accepted_message_id']) {
    await db.schema.alterTable('conversation').dropColumn(column).execute();
  }
  await db.schema.dropIndex('person_customer').execute();
  for (const column of ['customer_id', 'verified', 'picture_id']) {
    await db.schema.alterTable('person').dropColumn(column).execute();
  }
  await db.schema.alterTable('site').dropColumn('community').execute();
}
