import { type Kysely, sql } from 'kysely';

/** Invitations in bulk: who was imported together, and what became of the mail of each. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('invitation_batch')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('site_id', 'text', (c) => c.notNull().references('site.id'))
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('message_fr', 'text')
    .addColumn('message_en', 'text')
    .addColumn('created_by', 'text')
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('total', 'integer', (c) => c.notNull())
    .addColumn('left_out', 'integer', (c) => c.notNull())
    .addColumn('stopped_at', 'bigint')
    .execute();
  // The batches of a site, newest first.
  await db.schema
    .createIndex('invitation_batch_site')
    .on('invitation_batch')
    .columns(['site_id', 'created_at'])
    .execute();

  await db.schema
    .createTable('invitation_batch_part')
    .addColumn('batch_id', 'text', (c) => c.notNull().references('invitation_batch.id'))
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('people', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('invitation_batch_part_key', ['batch_id', 'position'])
    .execute();

  for (const column of ['batch_id', 'language', 'topics', 'send_error', 'mail_hash'] as const) {
    await db.schema.alterTable('invitation').addColumn(column, 'text').execute();
  }
  for (const column of TIMES) {
    await db.schema.alterTable('invitation').addColumn(column, 'bigint').execute();
  }
  await db.schema
    .alterTable('invitation')
    .addColumn('send_state', 'text', (c) => c.notNull().defaultTo('none'))
    .execute();
  await db.schema
    .alterTable('invitation')
    .addColumn('attempts', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
  await db.schema
    .alterTable('invitation')
    .addColumn('mailing', 'integer', (c) => c.notNull().defaultTo(1))
    .execute();

  // Whose link was mailed.
  await db.schema.createIndex('invitation_mail_hash').unique().on('invitation').column('mail_hash').execute();
  // The list, newest first: those of a batch are of one moment.
  await db.schema.dropIndex('invitation_site').execute();
  await db.schema
    .createIndex('invitation_list')
    .on('invitation')
    .columns(['site_id', 'created_at', 'id'])
    .execute();
  // What is to be mailed next.
  await db.schema
    .createIndex('invitation_send')
    .on('invitation')
    .columns(['send_state', 'send_at'])
    .execute();
  // Whether an address is invited already.
  await db.schema.createIndex('invitation_email').on('invitation').columns(['site_id', 'email']).execute();
  // How far the invitations of a batch, or all of a site, have come: read from the index alone.
  await db.schema
    .createIndex('invitation_funnel')
    .on('invitation')
    .columns(['site_id', 'batch_id', 'send_state', 'opened_at', 'used_at', 'revoked_at'])
    .execute();
  // Who was invited, never came, and is still to be forgotten.
  for (const time of ['expires_at', 'revoked_at'])
    await sql`create index ${sql.ref(`invitation_${time}`)} on invitation (${sql.ref(time)})
      where email is not null and used_at is null and declined_at is null`.execute(db);
  // An address is in the invitation, where it is forgotten in time, and nowhere else.
  await sql`update audit_log set details = json_remove(details, '$.email')
    where target_kind = 'invitation'`.execute(db);
}

const TIMES = ['send_at', 'sent_at', 'opened_at', 'declined_at'] as const;

export async function down(db: Kysely<unknown>): Promise<void> {
  const indexes = ['expires_at', 'revoked_at', 'funnel', 'email', 'send', 'list', 'mail_hash'];
  for (const index of indexes.map((name) => `invitation_${name}`)) {
    await db.schema.dropIndex(index).execute();
  }
  await db.schema
    .createIndex('invitation_site')
    .on('invitation')
    .columns(['site_id', 'created_at'])
    .execute();
  for (const column of [
    'mailing',
    'attempts',
    'send_state',
    ...TIMES,
    'mail_hash',
    'send_error',
    'topics',
    'language',
    'batch_id',
  ]) {
    await db.schema.alterTable('invitation').dropColumn(column).execute();
  }
  await db.schema.dropTable('invitation_batch_part').execute();
  await db.schema.dropTable('invitation_batch').execute();
}
