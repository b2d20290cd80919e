import type { Kysely } from 'kysely';

/** How members join and sign in again: pictures, accepted rules, passkeys, one-time codes, sessions with a place. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // The page of the shop a session is used from; null = our own pages.
  await db.schema.alterTable('session').addColumn('origin', 'text').execute();
  // The site whose shop it is used on: a page of one brand speaks for nobody on another's site.
  for (const table of ['session', 'sign_in_link'])
    await db.schema.alterTable(table).addColumn('site_id', 'text').execute();
  // Those whose time is over.
  await db.schema.createIndex('session_over').on('session').columns(['expiresAt']).execute();
  await db.schema.createIndex('sign_in_link_over').on('sign_in_link').columns(['expires_at']).execute();
  await pictures(db);
  await passkeys(db);
  await codes(db);
}

async function pictures(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('picture')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('site_id', 'text', (c) => c.notNull().references('site.id'))
    .addColumn('person_id', 'text', (c) => c.notNull().references('person.id').onDelete('cascade'))
    .addColumn('large', 'blob', (c) => c.notNull())
    .addColumn('small', 'blob', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .execute();
  // What somebody had before, when they choose another.
  await db.schema.createIndex('picture_person').on('picture').columns(['person_id']).execute();

  await db.schema
    .createTable('rules_acceptance')
    .addColumn('person_id', 'text', (c) => c.notNull().references('person.id').onDelete('cascade'))
    .addColumn('rules_hash', 'text', (c) => c.notNull())
    .addColumn('site_id', 'text', (c) => c.notNull().references('site.id'))
    .addColumn('locale', 'text', (c) => c.notNull())
    .addColumn('accepted_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('rules_acceptance_key', ['person_id', 'rules_hash'])
    .execute();
}

async function passkeys(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('passkey')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('account_id', 'text', (c) => c.notNull().references('user.id').onDelete('cascade'))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('public_key', 'text', (c) => c.notNull())
    .addColumn('counter', 'bigint', (c) => c.notNull())
    .addColumn('transports', 'text', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('last_used_at', 'bigint')
    .execute();
  // The list on the account page.
  await db.schema.createIndex('passkey_account').on('passkey').columns(['account_id']).execute();

  await db.schema
    .createTable('passkey_challenge')
    .addColumn('challenge', 'text', (c) => c.primaryKey())
    .addColumn('account_id', 'text', (c) => c.references('user.id').onDelete('cascade'))
    .addColumn('expires_at', 'bigint', (c) => c.notNull())
    .execute();
  // Those whose time is over.
  await db.schema
    .createIndex('passkey_challenge_over')
    .on('passkey_challenge')
    .columns(['expires_at'])
    .execute();
}

async function codes(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('one_time_code')
    .addColumn('account_id', 'text', (c) => c.primaryKey().references('user.id').onDelete('cascade'))
    .addColumn('secret', 'text', (c) => c.notNull())
    .addColumn('last_step', 'bigint', (c) => c.notNull())
    .addColumn('in_force_since', 'bigint')
    .execute();

  await db.schema
    .createTable('recovery_code')
    .addColumn('account_id', 'text', (c) => c.notNull().references('user.id').onDelete('cascade'))
    .addColumn('code_hash', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('recovery_code_key', ['account_id', 'code_hash'])
    .execute();

  await db.schema
    .createTable('second_step')
    .addColumn('token_hash', 'text', (c) => c.primaryKey())
    .addColumn('account_id', 'text', (c) => c.notNull().references('user.id').onDelete('cascade'))
    .addColumn('attempts', 'integer', (c) => c.notNull())
    .addColumn('expires_at', 'bigint', (c) => c.notNull())
    .execute();
  // What an account has under way, and those whose time is over.
  await db.schema.createIndex('second_step_account').on('second_step').columns(['account_id']).execute();
  await db.schema.createIndex('second_step_over').on('second_step').columns(['expires_at']).execute();
}

const TABLES = [
  'second_step',
  'recovery_code',
  'one_time_code',
  'passkey_challenge',
  'passkey',
  'rules_acceptance',
  'picture',
];

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of TABLES) await db.schema.dropTable(table).execute();
  for (const index of ['sign_in_link_over', 'session_over']) await db.schema.dropIndex(index).execute();
  for (const table of ['sign_in_link', 'session'])
    await db.schema.alterTable(table).dropColumn('site_id').execute();
  await db.schema.alterTable('session').dropColumn('origin').execute();
}
