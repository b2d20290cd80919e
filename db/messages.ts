import { type SqlBool, sql } from 'kysely';
import { compileForMany, compileOnce } from './compile-once.ts';
import type { Reader, Tx } from './database.ts';
import { remembered } from './memory.ts';
import type { Flag, MessageRow, MessageStateValue, RoleValue } from './schema.ts';
import { after, type Soon } from './soon.ts';

/** A message with what every view of it needs of its author. */
export type MessageWithAuthor = MessageRow & AuthorColumns;
export type AuthorColumns = {
  author_name: string;
  author_role: RoleValue;
  author_picture: string | null;
  author_verified: Flag;
  author_badge: string | null;
};

/** For `select`, where the author is joined as `author`. */
export const AUTHOR_COLUMNS = [
  'author.name as author_name',
  'author.role as author_role',
  'author.picture_id as author_picture',
  'author.verified as author_verified',
  'author.badge_id as author_badge',
] as const;

const withAuthor = (db: Reader) =>
  db
    .selectFrom('message')
    .innerJoin('person as author', 'author.id', 'message.author_id')
    .selectAll('message')
    .select(AUTHOR_COLUMNS);

export function findMessage(db: Reader, siteId: string, id: string): Soon<MessageWithAuthor | undefined> {
  const found = remembered(db, 'message', id, async () => (await byId(db, [id]))[0]);
  return after(found, (message) => (message?.site_id === siteId ? message : undefined));
}

const byId = compileOnce((db) => withAuthor(db).where('message.id', '=', ''));

/** These messages of a site, in no order. */
export async function listMessages(db: Reader, siteId: string, ids: string[]): Promise<MessageWithAuthor[]> {
  const rows = await byIds(db, ids);
  return rows.filter((row) => row.site_id === siteId);
}

const byIds = compileForMany<string, MessageWithAuthor>((db, ids) =>
  withAuthor(db).where('message.id', 'in', ids),
);

/** The message this author already sent under this clientMessageId, if any. */
export async function findSent(db: Reader, authorId: string, clientMessageId: string) {
  const [message] = await sentBefore(db, [authorId, clientMessageId]);
  return message;
}

const sentBefore = compileOnce((db) =>
  withAuthor(db).where('message.author_id', '=', '').where('message.client_message_id', '=', ''),
);

/**
 * Moves a message from one state to another, if it is still there: of two who decide at once, one wins.
 * @returns whether this call moved it.
 */
export async function moveMessage(
  tx: Tx,
  id: string,
  from: MessageStateValue,
  to: MessageStateValue,
  changes: Partial<Pick<MessageRow, 'seq' | 'published_at' | 'state_reason'>>,
): Promise<boolean> {
  const result = await tx
    .updateTable('message')
    .set({ ...changes, state: to })
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** The author's latest messages, newest first: what the filter may look back on. */
export async function listRecentOf(db: Reader, authorId: string, since: number, limit: number) {
  return await db
    .selectFrom('message')
    .select(['id', 'body', 'created_at', 'conversation_id'])
    .where('author_id', '=', authorId)
    .where('created_at', '>', since)
    .orderBy('created_at', 'desc')
    .limit(limit)
    .execute();
}

/** What waits for a moderator on a site, oldest first. */
export async function listHeld(db: Reader, siteId: string, limit: number): Promise<MessageWithAuthor[]> {
  return await withAuthor(db)
    .where('message.site_id', '=', siteId)
    // Written out, so that the index of what is held is known to have all of them.
    .where(sql<SqlBool>`message.state = 'held'`)
    .orderBy('message.created_at')
    .limit(limit)
    .execute();
}

/** How many messages of this author others can read, counted up to `most`. */
export async function countPublishedOf(db: Reader, authorId: string, most: number): Promise<number> {
  const rows = await db
    .selectFrom('message')
    .select('id')
    .where('author_id', '=', authorId)
    .where('state', '=', 'published')
    .limit(most)
    .execute();
  return rows.length;
}

/** What people could read lately, newest first. */
export async function listPublishedTexts(
  db: Reader,
  siteId: string,
  since: number,
  limit: number,
): Promise<string[]> {
  const rows = await db
    .selectFrom('message')
    .select('body')
    .where('site_id', '=', siteId)
    .where('state', '=', 'published')
    .where('created_at', '>', since)
    .orderBy('created_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => row.body);
}

/** Everything written in conversations that are not deleted, whatever became of it. */
const writtenSince = (db: Reader, siteId: string, since: number) =>
  withAuthor(db)
    .innerJoin('conversation', 'conversation.id', 'message.conversation_id')
    .where('conversation.state', '!=', 'deleted')
    .where('message.site_id', '=', siteId)
    .where('message.state', '!=', 'removed')
    .where('message.created_at', '>', since);

/** How many messages that is at most, by the index alone. */
export async function countWrittenSince(db: Reader, siteId: string, since: number): Promise<number> {
  const row = await db
    .selectFrom('message')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('site_id', '=', siteId)
    .where('created_at', '>', since)
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

export type WrittenMessage = MessageWithAuthor & { trusted: Flag };

/** A page of what was written, newest first. */
export async function listWrittenSince(
  db: Reader,
  siteId: string,
  { since, before, limit }: { since: number; before: MessageRow | null; limit: number },
): Promise<WrittenMessage[]> {
  let query = writtenSince(db, siteId, since).select('author.trusted');
  if (before) {
    query = query.where((eb) =>
      eb.or([
        eb('message.created_at', '<', before.created_at),
        eb.and([eb('message.created_at', '=', before.created_at), eb('message.id', '<', before.id)]),
      ]),
    );
  }
  return await query
    .orderBy('message.created_at', 'desc')
    .orderBy('message.id', 'desc')
    .limit(limit)
    .execute();
}

/** Messages of one conversation in these states, oldest first. */
export async function listInConversation(
  db: Reader,
  conversationId: string,
  where: { states?: MessageStateValue[]; authorId?: string },
): Promise<MessageWithAuthor[]> {
  let query = withAuthor(db).where('message.conversation_id', '=', conversationId);
  if (where.states) query = query.where('message.state', 'in', where.states);
  if (where.authorId) query = query.where('message.author_id', '=', where.authorId);
  return await query.orderBy('message.created_at').orderBy('message.id').execute();
}
