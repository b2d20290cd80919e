import { type SqlBool, sql } from 'kysely';
import { compileForMany, compileOnce } from './compile-once.ts';
import type { Reader, Tx } from './database.ts';
import { remembered } from './memory.ts';
import { eraseNotesOnGone } from './notes.ts';
import { forgetNoticesOf } from './notice-queue.ts';
import { erasePoints } from './point-entries.ts';
import type { ConversationRow, ConversationStateValue } from './schema.ts';
import { forgetWords } from './search-index.ts';
import { after, type Soon } from './soon.ts';

export function findConversation(db: Reader, siteId: string, id: string): Soon<ConversationRow | undefined> {
  const found = remembered(db, 'conversation', id, async () => (await byId(db, [id]))[0]);
  return after(found, (conversation) => (conversation?.site_id === siteId ? conversation : undefined));
}

const byId = compileOnce((db) => db.selectFrom('conversation').selectAll().where('id', '=', ''));

export async function insertConversation(tx: Tx, row: ConversationRow): Promise<void> {
  await tx.insertInto('conversation').values(row).execute();
}

export async function updateConversation(
  tx: Tx,
  id: string,
  changes: Partial<Omit<ConversationRow, 'id' | 'site_id' | 'last_seq'>>,
): Promise<void> {
  await tx.updateTable('conversation').set(changes).where('id', '=', id).execute();
}

/** Answers of somebody that are the accepted ones of their own questions. @returns the ids of the messages */
export async function listSelfAccepted(db: Reader, personId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('conversation')
    .innerJoin('message', 'message.id', 'conversation.accepted_message_id')
    .select('message.id')
    .where('conversation.author_id', '=', personId)
    .where('message.author_id', '=', personId)
    .execute();
  return rows.map(({ id }) => id);
}

/** Published messages of others than the asker. */
export async function countAnswers(db: Reader, id: string): Promise<number> {
  const row = await db
    .selectFrom('conversation')
    .select('answers')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return row.answers;
}

export type ListPlace = { lastActivityAt: number; id: string };
export type PublicListFilter = {
  siteId: string;
  scope: { kind: 'page'; pageKey: string } | { kind: 'site' } | { kind: 'mine'; authorId: string };
  before: ListPlace | null;
  limit: number;
};

/** A widget's list: newest activity first. Unpublished conversations only in their author's own list. */
export async function listConversations(db: Reader, filter: PublicListFilter): Promise<ConversationRow[]> {
  const { scope, siteId, limit } = filter;
  const from = filter.before ?? NEWEST;
  const place = [from.lastActivityAt, from.id, limit];
  switch (scope.kind) {
    case 'page':
      return await listOfPage(db, [siteId, scope.pageKey, ...place]);
    case 'site':
      return await listOfSite(db, [siteId, ...place]);
    case 'mine':
      return await listOfAuthor(db, [siteId, scope.authorId, ...place]);
  }
}

const NEWEST: ListPlace = { lastActivityAt: Number.MAX_SAFE_INTEGER, id: '' };

/** Written as the indexes of public conversations are, or they would not be used. */
const isPublic = sql<SqlBool>`published_at is not null and state <> 'deleted'`;

const listOfPage = compileOnce((db) =>
  afterPlace(
    db
      .selectFrom('conversation')
      .selectAll()
      .where('site_id', '=', '')
      .where('page_key', '=', '')
      .where(isPublic),
  ),
);
const listOfSite = compileOnce((db) =>
  afterPlace(db.selectFrom('conversation').selectAll().where('site_id', '=', '').where(isPublic)),
);
const listOfAuthor = compileOnce((db) =>
  afterPlace(
    db
      .selectFrom('conversation')
      .selectAll()
      .where('site_id', '=', '')
      .where('author_id', '=', '')
      .where(sql<SqlBool>`state <> 'deleted'`),
  ),
);

type ListQuery = ReturnType<typeof allOfConversation>;
const allOfConversation = (db: Reader) => db.selectFrom('conversation').selectAll();

/** One step of a list, newest activity first: the rows behind a place, which the index leads to. */
function afterPlace(query: ListQuery, place: ListPlace = NEWEST, limit = 0): ListQuery {
  return query
    .where(sql<SqlBool>`(last_activity_at, id) < (${place.lastActivityAt}, ${place.id})`)
    .orderBy('last_activity_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit);
}

export type BackOfficeListFilter = {
  siteId: string;
  /** null = every one that is not deleted */
  state: ConversationStateValue | null;
  before: ListPlace | null;
  limit: number;
};

const LIVE: ConversationStateValue[] = ['open', 'answered', 'closed'];

/** The back office's list: every conversation, deleted ones only when asked for. */
export async function listAllConversations(
  db: Reader,
  { siteId, state, before, limit }: BackOfficeListFilter,
): Promise<ConversationRow[]> {
  const place = before ?? NEWEST;
  const lists = (state ? [state] : LIVE).map((each) =>
    listOfState(db, [siteId, each, place.lastActivityAt, place.id, limit]),
  );
  return (await Promise.all(lists)).flat().sort(byActivity).slice(0, limit);
}

const listOfState = compileOnce((db) =>
  afterPlace(db.selectFrom('conversation').selectAll().where('site_id', '=', '').where('state', '=', 'open')),
);

/** As the database orders texts: by their bytes. */
function byActivity(a: ConversationRow, b: ConversationRow): number {
  return b.last_activity_at - a.last_activity_at || Buffer.compare(Buffer.from(b.id), Buffer.from(a.id));
}

/** These conversations, in this order. */
export async function listConversationsById(
  db: Reader,
  siteId: string,
  ids: string[],
): Promise<ConversationRow[]> {
  const rows = await byIds(db, ids);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []).filter((row) => row.site_id === siteId);
}

const byIds = compileForMany<string, ConversationRow>((db, ids) =>
  db.selectFrom('conversation').selectAll().where('id', 'in', ids),
);

/** Conversations deleted before `before`: their time to be restored is over. */
export async function listErasable(
  db: Reader,
  before: number,
  after: { deleted_at: number; id: string },
  limit: number,
): Promise<ConversationRow[]> {
  return await db
    .selectFrom('conversation')
    .selectAll()
    .where('state', '=', 'deleted')
    .where('deleted_at', '<', before)
    .where((eb) => eb(eb.refTuple('deleted_at', 'id'), '>', eb.tuple(after.deleted_at, after.id)))
    .orderBy('deleted_at')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/**
 * Really gone: the conversation, its messages, what they said before, their words in the index, all about them,
 * who follows it, and the notes on visitors of whom nothing is left.
 */
export async function eraseConversation(tx: Tx, id: string): Promise<void> {
  await forgetWords(tx, id);
  await erasePoints(tx, id);
  const messages = tx.selectFrom('message').select('id').where('conversation_id', '=', id);
  const authors = await tx
    .selectFrom('message')
    .select('author_id')
    .distinct()
    .where('conversation_id', '=', id)
    .execute();
  await tx.deleteFrom('report').where('message_id', 'in', messages).execute();
  await tx.deleteFrom('reported_edit').where('message_id', 'in', messages).execute();
  await tx
    .deleteFrom('alert')
    .where((eb) => eb.or([eb('conversation_id', '=', id), eb('message_id', 'in', messages)]))
    .execute();
  for (const table of ['thank', 'message_edit', 'follow'] as const)
    await tx.deleteFrom(table).where('conversation_id', '=', id).execute();
  await forgetNoticesOf(tx, id);
  await tx.deleteFrom('conversation_event').where('conversation_id', '=', id).execute();
  await tx.deleteFrom('message').where('conversation_id', '=', id).execute();
  await tx.deleteFrom('conversation').where('id', '=', id).execute();
  for (const author of authors) await eraseNotesOnGone(tx, author.author_id);
}
