import { type SqlBool, sql } from 'kysely';
import { compileOnce } from './compile-once.ts';
import type { Reader } from './database.ts';
import type { ConversationRow } from './schema.ts';

export type WaitingPlace = { publishedAt: number; id: string };
export type WaitingFilter = {
  siteId: string;
  /** null = any */
  topic: string | null;
  language: string | null;
  before: WaitingPlace | null;
  limit: number;
  now: number;
};

const NEWEST: WaitingPlace = { publishedAt: Number.MAX_SAFE_INTEGER, id: '' };

/** Questions nobody has answered, newest first. What a page costs does not grow with what there is. */
export async function listWaitingQuestions(db: Reader, filter: WaitingFilter): Promise<ConversationRow[]> {
  const { siteId, topic, language, before, limit, now } = filter;
  const { publishedAt, id } = before ?? NEWEST;
  const rest = [publishedAt, id, now, limit];
  if (topic !== null && language !== null) return await ofBoth(db, [siteId, topic, language, ...rest]);
  if (topic !== null) return await ofTopic(db, [siteId, topic, ...rest]);
  if (language !== null) return await inLanguage(db, [siteId, language, ...rest]);
  return await ofSite(db, [siteId, ...rest]);
}

/** One of them, if it waits. */
export async function findWaitingQuestion(
  db: Reader,
  id: string,
  now: number,
): Promise<ConversationRow | undefined> {
  return (await byId(db, [id, now]))[0];
}

/** Written as the indexes of waiting questions are, or they would not be used. */
const isWaiting = sql<SqlBool>`published_at is not null and state = 'open' and answers = 0`;

/** Its text can be read, and nobody is banned who asked it. */
const isAskable = (now: number) => sql<SqlBool>`
  exists (select 1 from message where message.conversation_id = conversation.id
    and message.is_question = 1 and message.state = 'published')
  and not exists (select 1 from ban where ban.person_id = conversation.author_id
    and ban.lifted_at is null and (ban.expires_at is null or ban.expires_at > ${now}))`;

type Query = ReturnType<typeof all>;
const all = (db: Reader) => db.selectFrom('conversation').selectAll('conversation').where(isWaiting);

const page = (query: Query, { publishedAt, id } = NEWEST, now = 0, limit = 0): Query =>
  query
    .where(sql<SqlBool>`(published_at, id) < (${publishedAt}, ${id})`)
    .where(isAskable(now))
    .orderBy('published_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit);

/** Without the hint the index of all of them is taken, and those of other topics are read and thrown away. */
const isTopic = sql<SqlBool>`unlikely(topic = ${''})`;
const isInLanguage = sql<SqlBool>`unlikely(language = ${''})`;

const ofSite = compileOnce((db) => page(all(db).where('site_id', '=', '')));
const ofTopic = compileOnce((db) => page(all(db).where('site_id', '=', '').where(isTopic)));
const inLanguage = compileOnce((db) => page(all(db).where('site_id', '=', '').where(isInLanguage)));
const ofBoth = compileOnce((db) =>
  page(all(db).where('site_id', '=', '').where(isTopic).where('language', '=', '')),
);
const byId = compileOnce((db) => all(db).where('id', '=', '').where(isAskable(0)));
