/** Who of a site answers often, and what became of it. */
import { type SqlBool, sql } from 'kysely';
import { compileOnce } from './compile-once.ts';
import type { Reader } from './database.ts';
import type { PersonRow } from './schema.ts';

export type Since = { seen: number; offered: number; now: number; limit: number };

/**
 * Visitors and experts who wrote most and were here lately; nobody who is banned, or was made an offer since
 * then. In the order of the index, which holds only those with five published messages or more.
 */
export async function listRegulars(
  db: Reader,
  siteId: string,
  { seen, offered, now, limit }: Since,
): Promise<PersonRow[]> {
  return await db
    .selectFrom('person')
    .selectAll()
    .where('site_id', '=', siteId)
    .where(sql<SqlBool>`published >= 5`)
    .where('role', 'in', ['visitor', 'expert'])
    .where('merged_into', 'is', null)
    .where('last_seen_at', '>=', seen)
    .where(
      sql<SqlBool>`not exists (select 1 from ban where ban.person_id = person.id and ban.lifted_at is null
        and (ban.expires_at is null or ban.expires_at > ${now}))`,
    )
    .where(
      sql<SqlBool>`person.id not in (select person_id from promotion
        where promotion.site_id = ${siteId} and promotion.created_at >= ${offered})`,
    )
    .orderBy('published', 'desc')
    .limit(limit)
    .execute();
}

export type Evidence = {
  /** Published messages in questions of others. */
  answers: number;
  thanks: number;
  accepted: number;
  /** Of all they wrote, whatever became of it. */
  written: number;
  rejected: number;
  /** Days, in UTC, on which they wrote. */
  activeDays: number;
};

/** What somebody did since then, by as many of their newest messages: what a look at one person may cost. */
export async function evidenceOf(
  db: Reader,
  personId: string,
  since: number,
  messages: number,
): Promise<Evidence> {
  const [row] = await contributions(db, [personId, since, messages]);
  return {
    answers: Number(row?.answers ?? 0),
    thanks: Number(row?.thanks ?? 0),
    accepted: Number(row?.accepted ?? 0),
    written: Number(row?.written ?? 0),
    rejected: Number(row?.rejected ?? 0),
    activeDays: Number(row?.active_days ?? 0),
  };
}

/** In milliseconds, in the text: a number that is bound would divide as a fraction. */
const DAY = sql.lit(24 * 60 * 60 * 1000);
const isAnswer = sql`message.state = 'published' and conversation.author_id <> message.author_id`;

const contributions = compileOnce((db) =>
  db
    .selectFrom(
      db
        .selectFrom('message')
        .select(['id', 'author_id', 'conversation_id', 'state', 'thanks', 'created_at'])
        .where('author_id', '=', '')
        .where('created_at', '>=', 0)
        .orderBy('created_at', 'desc')
        .limit(1)
        .as('message'),
    )
    .innerJoin('conversation', 'conversation.id', 'message.conversation_id')
    .select([
      sql<number>`sum(case when ${isAnswer} then 1 else 0 end)`.as('answers'),
      sql<number>`sum(case when ${isAnswer} then message.thanks else 0 end)`.as('thanks'),
      sql<number>`sum(case when ${isAnswer} and conversation.accepted_message_id = message.id then 1 else 0 end)`.as(
        'accepted',
      ),
      sql<number>`count(*)`.as('written'),
      sql<number>`sum(case when message.state = 'rejected' then 1 else 0 end)`.as('rejected'),
      sql<number>`count(distinct message.created_at / ${DAY})`.as('active_days'),
    ]),
);
