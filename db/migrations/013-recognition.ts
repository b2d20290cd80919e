import { type Kysely, sql } from 'kysely';

/** Points as a ledger, badges, and which answer of a conversation came first. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createLedger(db);
  await createBadges(db);
  await createFirstAnswers(db);
}

async function createLedger(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('point_entry')
    .addColumn('number', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('site_id', 'text', (c) => c.notNull().references('site.id'))
    .addColumn('person_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('points', 'integer', (c) => c.notNull())
    .addColumn('source', 'text', (c) => c.notNull())
    .addColumn('why', 'text', (c) => c.notNull())
    .addColumn('conversation_id', 'text')
    .addColumn('message_id', 'text')
    .addColumn('other_person_id', 'text')
    .addColumn('network', 'text')
    .addColumn('badge_id', 'text')
    .addColumn('actor_id', 'text')
    .addColumn('note', 'text')
    .addColumn('earned_at', 'bigint', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .execute();
  const index = (name: string, columns: string[]) =>
    db.schema.createIndex(name).on('point_entry').columns(columns).execute();
  // What a person reads, newest first.
  await index('point_entry_person', ['person_id', 'number']);
  // What they earned lately, all in all and by network.
  await index('point_entry_lately', ['person_id', 'earned_at']);
  // What one person gave lately, all in all and to another.
  await index('point_entry_pair', ['other_person_id', 'person_id', 'earned_at']);
  // What stands for a message, and what goes with its conversation.
  await index('point_entry_conversation', ['conversation_id', 'message_id']);
  // Networks that are still to be forgotten.
  await db.schema
    .createIndex('point_entry_network')
    .on('point_entry')
    .column('created_at')
    .where(sql<boolean>`network is not null`)
    .execute();
  // The thanks of a month.
  await index('point_entry_month', ['site_id', 'source', 'earned_at']);
}

async function createBadges(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('badge')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('site_id', 'text', (c) => c.notNull().references('site.id'))
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('name_fr', 'text', (c) => c.notNull())
    .addColumn('name_en', 'text', (c) => c.notNull())
    .addColumn('icon', 'text', (c) => c.notNull())
    .addColumn('colour', 'text', (c) => c.notNull())
    .addColumn('rule', 'text', (c) => c.notNull())
    .addColumn('needed', 'integer')
    .addColumn('topic', 'text')
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('ended_at', 'bigint')
    .execute();
  // The badges of a site in their order.
  await db.schema.createIndex('badge_site').on('badge').columns(['site_id', 'position']).execute();
  await db.schema
    .createTable('badge_award')
    .addColumn('person_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('badge_id', 'text', (c) => c.notNull().references('badge.id'))
    .addColumn('site_id', 'text', (c) => c.notNull().references('site.id'))
    .addColumn('given_by', 'text')
    .addColumn('given_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('badge_award_once', ['person_id', 'badge_id'])
    .execute();
  // Who has a badge.
  await db.schema.createIndex('badge_award_badge').on('badge_award').columns(['badge_id']).execute();
  await db.schema.alterTable('person').addColumn('badge_id', 'text').execute();
}

/** The first answer is told where messages are inserted (db/message-sums.ts), and here where one is released. */
async function createFirstAnswers(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('first_answer')
    .addColumn('conversation_id', 'text', (c) => c.primaryKey())
    .addColumn('message_id', 'text', (c) => c.notNull())
    .addColumn('settled_at', 'bigint')
    .execute();
  // Those not credited yet.
  await db.schema
    .createIndex('first_answer_due')
    .on('first_answer')
    .columns(['settled_at', 'conversation_id'])
    .execute();
  // What was answered before is not credited after the fact.
  await sql`insert into first_answer (conversation_id, message_id, settled_at)
    select id, '', 0 from conversation where answers > 0`.execute(db);
  const note = `insert or ignore into first_answer (conversation_id, message_id, settled_at)
    select id, new.id, null from conversation where id = new.conversation_id and author_id <> new.author_id;`;
  await sql
    .raw(`create trigger first_answer_released after update of state on message
      when old.state = 'held' and new.state = 'published' and new.is_question = 0 begin ${note} end`)
    .execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop trigger first_answer_released`.execute(db);
  await db.schema.dropTable('first_answer').execute();
  await db.schema.alterTable('person').dropColumn('badge_id').execute();
  await db.schema.dropTable('badge_award').execute();
  await db.schema.dropTable('badge').execute();
  await db.schema.dropTable('point_entry').execute();
}
