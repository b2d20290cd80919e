import { type Kysely, sql } from 'kysely';

/** The tables of the sign-in library (better-auth), written by hand so that they go up and down with ours. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('user')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('email', 'text', (c) => c.notNull().unique())
    .addColumn('emailVerified', 'integer', (c) => c.notNull())
    .addColumn('image', 'text')
    .addColumn('createdAt', sql`date`, (c) => c.notNull())
    .addColumn('updatedAt', sql`date`, (c) => c.notNull())
    .execute();

  await db.schema
    .createTable('session')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('expiresAt', sql`date`, (c) => c.notNull())
    .addColumn('token', 'text', (c) => c.notNull().unique())
    .addColumn('createdAt', sql`date`, (c) => c.notNull())
    .addColumn('updatedAt', sql`date`, (c) => c.notNull())
    .addColumn('ipAddress', 'text')
    .addColumn('userAgent', 'text')
    .addColumn('userId', 'text', (c) => c.notNull().references('user.id').onDelete('cascade'))
    .execute();
  // Sessions of one account, to sign out everywhere.
  await db.schema.createIndex('session_user').on('session').columns(['userId']).execute();

  await db.schema
    .createTable('account')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('accountId', 'text', (c) => c.notNull())
    .addColumn('providerId', 'text', (c) => c.notNull())
    .addColumn('userId', 'text', (c) => c.notNull().references('user.id').onDelete('cascade'))
    .addColumn('accessToken', 'text')
    .addColumn('refreshToken', 'text')
    .addColumn('idToken', 'text')
    .addColumn('accessTokenExpiresAt', sql`date`)
    .addColumn('refreshTokenExpiresAt', sql`date`)
    .addColumn('scope', 'text')
    .addColumn('password', 'text')
    .addColumn('createdAt', sql`date`, (c) => c.notNull())
    .addColumn('updatedAt', sql`date`, (c) => c.notNull())
    .execute();
  await db.schema.createIndex('account_user').on('account').columns(['userId']).execute();

  await db.schema
    .createTable('verification')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('identifier', 'text', (c) => c.notNull())
    .addColumn('value', 'text', (c) => c.notNull())
    .addColumn('expiresAt', sql`date`, (c) => c.notNull())
    .addColumn('createdAt', sql`date`, (c) => c.notNull())
    .addColumn('updatedAt', sql`date`, (c) => c.notNull())
    .execute();
  await db.schema.createIndex('verification_identifier').on('verification').columns(['identifier']).execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of ['verification', 'account', 'session', 'user'])
    await db.schema.dropTable(table).execute();
}
