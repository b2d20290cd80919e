import { type SqlBool, sql } from 'kysely';
import type { Reader } from './database.ts';

/** How many messages of all sites wait for a moderator, and since when (epoch ms, null = none waits). */
export async function countHeld(db: Reader): Promise<{ count: number; oldest: number | null }> {
  // Site by site, as the index of the review queue goes.
  const row = await db
    .selectFrom('site')
    .innerJoin('message', (join) =>
      join.onRef('message.site_id', '=', 'site.id').on(sql<SqlBool>`message.state = 'held'`),
    )
    .select([sql<number>`count(*)`.as('count'), sql<number | null>`min(message.created_at)`.as('oldest')])
    .executeTakeFirstOrThrow();
  return { count: Number(row.count), oldest: row.oldest === null ? null : Number(row.oldest) };
}
