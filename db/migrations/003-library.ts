import { type Kysely, sql } from 'kysely';

/** The library and all its earlier versions. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('library_entry')
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('site_id', 'text', (c) => c.notNull().references('site.id'))
    .addColumn('since_version', 'integer', (c) => c.notNull())
    .addColumn('until_version', 'integer')
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('listing', 'text', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('category', 'text', (c) => c.notNull())
    .addColumn('effect', 'text')
    .addColumn('note', 'text')
    .addColumn('strictness', 'text', (c) => c.notNull())
    .addColumn('exact_case', 'integer', (c) => c.notNull())
    .addColumn('exact_accents', 'integer', (c) => c.notNull())
    .addColumn('language', 'text')
    .addColumn('subdomains', 'integer', (c) => c.notNull())
    .addColumn('vocabulary', 'text')
    .addColumn('added_by', 'text')
    .addColumn('added_at', 'bigint', (c) => c.notNull())
    .addColumn('changed_by', 'text')
    .addColumn('changed_at', 'bigint')
    .addColumn('touched_at', 'bigint', (c) => c.notNull())
    .addColumn('hits', 'integer', (c) => c.notNull())
    .addColumn('last_hit_at', 'bigint')
    .addColumn('overturned', 'integer', (c) => c.notNull())
    // Reading a whole library page by page, and the states of one entry.
    .addPrimaryKeyConstraint('library_entry_key', ['site_id', 'id', 'since_version'])
    .execute();
  // A text stands once in a library.
  await db.schema
    .createIndex('library_entry_once')
    .unique()
    .on('library_entry')
    .columns(['site_id', 'kind', 'text'])
    .where(sql.ref('until_version'), 'is', null)
    .execute();
  // What a version began and ended: comparing, restoring, taking back what was not finished.
  await db.schema
    .createIndex('library_entry_since')
    .on('library_entry')
    .columns(['site_id', 'since_version', 'id'])
    .execute();
  await db.schema
    .createIndex('library_entry_until')
    .on('library_entry')
    .columns(['site_id', 'until_version', 'id'])
    .where(sql.ref('until_version'), 'is not', null)
    .execute();
  // The orders of the library screen. Most entries never hit: writing a hundred thousand costs them nothing.
  for (const column of ['touched_at', 'text']) {
    await db.schema
      .createIndex(`library_entry_by_${column}`)
      .on('library_entry')
      .columns(['site_id', column, 'id'])
      .execute();
  }
  for (const column of ['hits', 'overturned']) {
    await db.schema
      .createIndex(`library_entry_by_${column}`)
      .on('library_entry')
      .columns(['site_id', column, 'id'])
      .where(sql.ref(column), '>', sql.lit(0))
      .execute();
  }

  // Links and exceptions are few among many forbidden terms: their shelves, and the exceptions of a check.
  await db.schema
    .createIndex('library_entry_links')
    .on('library_entry')
    .columns(['site_id', 'touched_at', 'id'])
    .where(sql.ref('kind'), '=', sql.lit('link'))
    .execute();
  await db.schema
    .createIndex('library_entry_allowed')
    .on('library_entry')
    .columns(['site_id', 'touched_at', 'id'])
    .where(sql.ref('listing'), '=', sql.lit('allowed'))
    .execute();
  // What was ever taken over from a vocabulary.
  await db.schema
    .createIndex('library_entry_vocabulary')
    .on('library_entry')
    .columns(['site_id', 'vocabulary', 'text'])
    .where(sql.ref('vocabulary'), 'is not', null)
    .execute();
  // What was written lately on a site, for trying a draft on it.
  await db.schema
    .createIndex('message_written')
    .on('message')
    .columns(['site_id', 'created_at', 'id'])
    .execute();

  await db.schema
    .createTable('library_category')
    .addColumn('site_id', 'text', (c) => c.notNull().references('site.id'))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('effect', 'text', (c) => c.notNull())
    .addColumn('since_version', 'integer', (c) => c.notNull())
    .addColumn('until_version', 'integer')
    .addPrimaryKeyConstraint('library_category_key', ['site_id', 'name', 'since_version'])
    .execute();

  await db.schema
    .createTable('library_version')
    .addColumn('site_id', 'text', (c) => c.notNull().references('site.id'))
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('actor_id', 'text')
    .addColumn('added', 'integer', (c) => c.notNull())
    .addColumn('changed', 'integer', (c) => c.notNull())
    .addColumn('removed', 'integer', (c) => c.notNull())
    .addColumn('texts', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('library_version_key', ['site_id', 'version'])
    .execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex('message_written').execute();
  for (const table of ['library_version', 'library_category', 'library_entry']) {
    await db.schema.dropTable(table).execute();
  }
}
