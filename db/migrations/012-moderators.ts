import { type Kysely, sql } from 'kysely';
import { TRIGGERS } from './004-triggers.ts';

/**
 * What trusted members leave behind: alerts about a message, a conversation or a person, with who saw to them;
 * what became of reports and how much they weighed; notes on people.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await rebuildAlert(db, NEW_ALERT, {
    into: 'id, site_id, message_id, conversation_id, degree, raised_by, note, created_at, closed_at, closed_by, answer, answered_by, answered_at',
    select: `alert_before.id, alert_before.site_id, message_id, message.conversation_id, 'look', raised_by, note,
      alert_before.created_at, closed_at, closed_by, answer,
      case when answer is null then null else closed_by end, case when answer is null then null else closed_at end
      from alert_before join message on message.id = alert_before.message_id`,
  });
  // The alerts of a conversation or a person, and those somebody raised.
  await db.schema.createIndex('alert_conversation').on('alert').columns(['conversation_id']).execute();
  await db.schema.createIndex('alert_person').on('alert').columns(['person_id']).execute();
  await db.schema.createIndex('alert_raised').on('alert').columns(['raised_by', 'created_at']).execute();

  for (const [column, type] of REPORT_COLUMNS)
    await db.schema.alterTable('report').addColumn(column, type).execute();
  // How often somebody was right, and whom they report.
  await db.schema
    .createIndex('report_person')
    .on('report')
    .columns(['person_id', 'outcome', 'created_at'])
    .execute();
  // Networks that are still to be forgotten.
  await sql`create index report_network on report (created_at) where network < '~'`.execute(db);
  // What an act of a moderator settled, to take it back.
  await db.schema.createIndex('report_settled').on('report').columns(['settled_by_act']).execute();

  await db.schema
    .createTable('reported_edit')
    .addColumn('message_id', 'text', (c) => c.primaryKey().references('message.id'))
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .execute();

  await db.schema
    .createTable('note')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('site_id', 'text', (c) => c.notNull().references('site.id'))
    .addColumn('person_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('author_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .execute();
  // The notes on a person, newest first.
  await db.schema.createIndex('note_person').on('note').columns(['person_id', 'created_at']).execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('note').execute();
  await db.schema.dropTable('reported_edit').execute();
  for (const index of ['report_settled', 'report_network']) await db.schema.dropIndex(index).execute();
  await db.schema.dropIndex('report_person').execute();
  for (const [column] of REPORT_COLUMNS) await db.schema.alterTable('report').dropColumn(column).execute();
  const kept = 'id, site_id, message_id, raised_by, note, created_at, closed_at, closed_by, answer';
  await rebuildAlert(db, OLD_ALERT, {
    into: kept,
    select: `${kept} from alert_before where message_id is not null`,
  });
}

const REPORT_COLUMNS = [
  ['weight', 'integer'],
  ['standing', 'integer'],
  ['outcome', 'text'],
  ['settled_by_act', 'integer'],
] as const;

const OLD_ALERT = `
  "id" text primary key, "site_id" text not null, "message_id" text not null references "message" ("id"),
  "raised_by" text not null, "note" text not null, "created_at" bigint not null, "closed_at" bigint,
  "closed_by" text, "answer" text`;

const NEW_ALERT = `
  "id" text primary key, "site_id" text not null, "message_id" text references "message" ("id"),
  "conversation_id" text references "conversation" ("id"), "person_id" text references "person" ("id"),
  "degree" text not null, "raised_by" text not null, "note" text not null, "created_at" bigint not null,
  "taken_by" text, "taken_at" bigint, "answer" text, "answered_by" text, "answered_at" bigint,
  "closed_at" bigint, "closed_by" text`;

/**
 * The table anew under its own name, never by renaming: SQLite would look for it in every trigger meanwhile.
 * Its own triggers go with the old table and come back last, so that copying counts nothing twice.
 */
async function rebuildAlert(
  db: Kysely<unknown>,
  columns: string,
  { into, select }: { into: string; select: string },
): Promise<void> {
  const steps = [
    'create table alert_before as select * from alert',
    'drop table alert',
    `create table "alert" (${columns})`,
    `insert into alert (${into}) select ${select}`,
    'drop table alert_before',
    // The open ones, and those of a message.
    'create index "alert_queue" on "alert" ("site_id", "closed_at", "created_at")',
    'create index "alert_message" on "alert" ("message_id")',
    ...TRIGGERS.filter(({ name }) => name.startsWith('alert_')).map((trigger) => trigger.sql),
  ];
  for (const step of steps) await sql.raw(step).execute(db);
}
