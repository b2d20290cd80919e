import { type SqlBool, sql } from 'kysely';
import { compileOnce } from './compile-once.ts';
import type { Reader } from './database.ts';

/** When a question became public, and its first answer; null while nobody has answered. */
export type AnswerTime = { askedAt: number; answeredAt: number | null };

/** Of the public questions of a page asked between two moments, at most `limit`, the newest. */
export async function listAnswerTimes(
  db: Reader,
  where: { siteId: string; pageKey: string; from: number; to: number; limit: number },
): Promise<AnswerTime[]> {
  return await ofPage(db, [where.siteId, where.pageKey, where.from, where.to, where.limit]);
}

/** Written as its index is, or it would not be used. */
const ofPage = compileOnce((db) =>
  db
    .selectFrom('conversation')
    .select(['published_at as askedAt', 'first_answer_at as answeredAt'])
    .where('site_id', '=', '')
    .where('page_key', '=', '')
    .where(sql<SqlBool>`published_at > 0 and state <> 'deleted'`)
    .where('published_at', '>=', 0)
    .where('published_at', '<', 0)
    .orderBy('published_at', 'desc')
    .limit(0)
    .$narrowType<{ askedAt: number }>(),
);
