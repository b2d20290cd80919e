import { type Kysely, sql } from 'kysely';

/** Questions nobody has answered: who takes one, and whom it is still to be told to. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('question_claim')
    .addColumn('conversation_id', 'text', (c) => c.primaryKey())
    .addColumn('site_id', 'text', (c) => c.notNull())
    .addColumn('person_id', 'text', (c) => c.notNull())
    .addColumn('taken_at', 'bigint', (c) => c.notNull())
    .addColumn('until', 'bigint', (c) => c.notNull())
    .execute();
  // What one person has taken.
  await db.schema.createIndex('question_claim_person').on('question_claim').column('person_id').execute();

  await db.schema
    .createTable('question_wave')
    .addColumn('conversation_id', 'text', (c) => c.primaryKey())
    .addColumn('site_id', 'text', (c) => c.notNull())
    .addColumn('next', 'text', (c) => c.notNull())
    .addColumn('due_at', 'bigint', (c) => c.notNull())
    .execute();
  // Questions whose next wave is due.
  await db.schema.createIndex('question_wave_due').on('question_wave').column('due_at').execute();

  // Waiting questions, newest first: all, of a topic, in a language.
  for (const [name, columns] of INDEXES) {
    await sql
      .raw(
        `create index ${name} on conversation (site_id, ${columns}published_at, id)
         where published_at is not null and state = 'open' and answers = 0`,
      )
      .execute(db);
  }
  for (const { name, body } of TRIGGERS) await sql.raw(`create trigger ${name} ${body}`).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const { name } of TRIGGERS) await sql.raw(`drop trigger ${name}`).execute(db);
  for (const [name] of INDEXES) await db.schema.dropIndex(name).execute();
  await db.schema.dropTable('question_wave').execute();
  await db.schema.dropTable('question_claim').execute();
}

const INDEXES = [
  ['conversation_waiting', ''],
  ['conversation_waiting_topic', 'topic, '],
  ['conversation_waiting_language', 'language, '],
] as const;

/** The first wave is put down with the publication, whatever published: no crash comes between. */
const tellOf = `insert into question_wave (conversation_id, site_id, next, due_at)
  values (new.id, new.site_id, 'first', new.published_at) on conflict do nothing;`;

const TRIGGERS = [
  {
    name: 'question_published',
    body: `after insert on conversation when new.published_at is not null begin ${tellOf} end`,
  },
  {
    name: 'question_released',
    body: `after update of published_at on conversation
      when old.published_at is null and new.published_at is not null begin ${tellOf} end`,
  },
  {
    name: 'question_answered',
    body: `after update of answers on conversation when old.answers = 0 and new.answers > 0 begin
      delete from question_wave where conversation_id = new.id;
      delete from question_claim where conversation_id = new.id; end`,
  },
  {
    name: 'question_erased',
    body: `after delete on conversation begin
      delete from question_wave where conversation_id = old.id;
      delete from question_claim where conversation_id = old.id; end`,
  },
];
