import { type Kysely, sql } from 'kysely';

/**
 * What people do with an answer: thank for it, accept it, mend their own. `conversation.first_answer_at` and
 * `message.thanks` are kept by triggers, whoever changes what they are made of; of new messages by db/message-sums.ts.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('thank')
    .addColumn('message_id', 'text', (c) => c.notNull().references('message.id'))
    .addColumn('person_id', 'text', (c) => c.notNull())
    .addColumn('site_id', 'text', (c) => c.notNull().references('site.id'))
    .addColumn('conversation_id', 'text', (c) => c.notNull())
    .addColumn('network', 'text', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('withdrawn_at', 'bigint')
    .addPrimaryKeyConstraint('thank_once', ['message_id', 'person_id'])
    .execute();
  // What a viewer thanked for in a conversation, and what goes when it is erased.
  await db.schema
    .createIndex('thank_given')
    .on('thank')
    .columns(['conversation_id', 'person_id', 'withdrawn_at'])
    .execute();
  // Networks that are still to be forgotten.
  await sql`create index thank_network on thank (created_at) where network < '~'`.execute(db);
  // What somebody gave, for who looks back on them.
  await db.schema.createIndex('thank_person').on('thank').columns(['person_id', 'created_at']).execute();

  await db.schema
    .createTable('message_edit')
    .addColumn('number', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('message_id', 'text', (c) => c.notNull().references('message.id'))
    .addColumn('site_id', 'text', (c) => c.notNull().references('site.id'))
    .addColumn('conversation_id', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('replaced_at', 'bigint', (c) => c.notNull())
    .execute();
  // The earlier texts of a conversation, for moderators, and what goes when it is erased.
  await db.schema
    .createIndex('message_edit_conversation')
    .on('message_edit')
    .columns(['conversation_id', 'number'])
    .execute();
  // The foreign key's own check when a message is erased.
  await db.schema.createIndex('message_edit_message').on('message_edit').column('message_id').execute();

  await db.schema.alterTable('conversation').addColumn('first_answer_at', 'bigint').execute();
  // How long the questions of a page waited, by when they were asked. In other words than the lists' own index,
  // or they would be sorted from this one.
  await sql`create index conversation_answered on conversation (site_id, page_key, published_at, first_answer_at)
    where published_at > 0 and state <> 'deleted'`.execute(db);
  // Thanks in the messages of a conversation: most have none.
  await sql`create index message_thanked on message (conversation_id, thanks) where thanks > 0`.execute(db);
  for (const each of TRIGGERS) await sql.raw(each.sql).execute(db);
  await sql.raw(firstAnswers('1')).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const { name } of TRIGGERS) await sql.raw(`drop trigger ${name}`).execute(db);
  await db.schema.dropIndex('message_thanked').execute();
  await db.schema.dropIndex('conversation_answered').execute();
  await db.schema.alterTable('conversation').dropColumn('first_answer_at').execute();
  await db.schema.dropTable('message_edit').execute();
  await db.schema.dropTable('thank').execute();
}

/** When an answer of somebody else than the asker was first public; what is public no more does not count. */
export const firstAnswers = (which: string) => `update conversation set first_answer_at = (
    select min(message.published_at) from message where message.conversation_id = conversation.id
      and message.state = 'published' and message.author_id <> conversation.author_id
  ) where ${which}`;

/** Of one network no more than three count: a new name costs nothing. */
const countThanks = (messageId: string) => `update message set thanks = (
    select coalesce(sum(min(people, 3)), 0) from (
      select count(*) as people from thank
      where message_id = ${messageId} and withdrawn_at is null group by network
    )
  ) where id = ${messageId};`;

const TRIGGERS = [
  {
    name: 'thank_given_first',
    sql: `create trigger thank_given_first after insert on thank begin ${countThanks('new.message_id')} end`,
  },
  {
    name: 'thank_withdrawn',
    sql: `create trigger thank_withdrawn after update of withdrawn_at on thank
      begin ${countThanks('new.message_id')} end`,
  },
  {
    name: 'message_answer_moved',
    sql: `create trigger message_answer_moved after update of state, published_at on message
      when old.state = 'published' or new.state = 'published' begin
        ${firstAnswers('id = new.conversation_id')};
      end`,
  },
];
