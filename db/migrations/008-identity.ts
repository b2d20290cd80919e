import { type Kysely, sql } from 'kysely';

/** The shop's word on who its customers are, and what regulars are asked to become. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Whose conversations went over to somebody else: what they showed to say who they are is dead.
  await db.schema.alterTable('person').addColumn('merged_into', 'text').execute();
  // The regulars: who of a site wrote most, of those who wrote enough.
  await db.schema
    .createIndex('person_regular')
    .on('person')
    .columns(['site_id', 'published'])
    .where(sql`published`, '>=', sql`5`)
    .execute();

  await db.schema
    .createTable('identity_secret')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('site_id', 'text', (c) => c.notNull().references('site.id'))
    .addColumn('sealed', 'text', (c) => c.notNull())
    .addColumn('created_by', 'text')
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('retires_at', 'bigint')
    .addColumn('last_used_at', 'bigint')
    .execute();
  // A site's secrets, asked at every identification.
  await db.schema
    .createIndex('identity_secret_site')
    .on('identity_secret')
    .columns(['site_id', 'created_at'])
    .execute();

  await db.schema
    .createTable('promotion')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('site_id', 'text', (c) => c.notNull().references('site.id'))
    .addColumn('person_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('created_by', 'text', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('expires_at', 'bigint', (c) => c.notNull())
    .addColumn('outcome', 'text')
    .addColumn('ended_at', 'bigint')
    .addColumn('email', 'text')
    .addColumn('code_hash', 'text')
    .addColumn('code_expires_at', 'bigint')
    .addColumn('code_tries', 'integer', (c) => c.notNull())
    .execute();
  // The offers of a site that wait for an answer, and those made lately.
  await db.schema.createIndex('promotion_site').on('promotion').columns(['site_id', 'created_at']).execute();
  // One offer at a time.
  await db.schema
    .createIndex('promotion_open')
    .unique()
    .on('promotion')
    .columns(['person_id'])
    .where(sql`outcome`, 'is', null)
    .execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('promotion').execute();
  await db.schema.dropTable('identity_secret').execute();
  await db.schema.dropIndex('person_regular').execute();
  await db.schema.alterTable('person').dropColumn('merged_into').execute();
}
