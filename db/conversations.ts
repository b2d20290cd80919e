import type { Reader, Tx } from './database.ts';
import { remembered } from './memory.ts';
import { containing } from './people.ts';
import type { ConversationRow, ConversationStateValue } from './schema.ts';

export async function findConversation(
  db: Reader,
  siteId: string,
  id: string,
): Promise<ConversationRow | undefined> {
  const conversation = await remembered(db, 'conversation', id, () =>
    db.selectFrom('conversation').selectAll().where('id', '=', id).executeTakeFirst(),
  );
  return conversation?.site_id === siteId ? conversation : undefined;
}

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

export type ListPlace = { lastActivityAt: number; id: string };
export type PublicListFilter = {
  siteId: string;
  scope: { kind: 'page'; pageKey: string } | { kind: 'site' } | { kind: 'mine'; authorId: string };
  before: ListPlace | null;
  limit: number;
};

/** A widget's list: newest activity first. Unpublished conversations only in their author's own list. */
export async function listConversations(db: Reader, filter: PublicListFilter): Promise<ConversationRow[]> {
  let query = db
    .selectFrom('conversation')
    .selectAll()
    .where('site_id', '=', filter.siteId)
    .where('state', '!=', 'deleted')
    .orderBy('last_activity_at', 'desc')
    .orderBy('id', 'desc')
    .limit(filter.limit);
  if (filter.scope.kind === 'mine') query = query.where('author_id', '=', filter.scope.authorId);
  else query = query.where('published_at', 'is not', null);
  if (filter.scope.kind === 'page') query = query.where('page_key', '=', filter.scope.pageKey);
  return await after(query, filter.before).execute();
}

export type BackOfficeListFilter = {
  siteId: string;
  state: ConversationStateValue | null;
  q: string | null;
  before: ListPlace | null;
  limit: number;
};

/** The back office's list: every conversation, deleted ones only when asked for. */
export async function listAllConversations(
  db: Reader,
  filter: BackOfficeListFilter,
): Promise<ConversationRow[]> {
  let query = db
    .selectFrom('conversation')
    .selectAll()
    .where('site_id', '=', filter.siteId)
    .orderBy('last_activity_at', 'desc')
    .orderBy('id', 'desc')
    .limit(filter.limit);
  query = filter.state ? query.where('state', '=', filter.state) : query.where('state', '!=', 'deleted');
  if (filter.q) query = query.where('id', 'in', idsMentioning(db, filter.siteId, filter.q));
  return await after(query, filter.before).execute();
}

/** Texts, names and pages that contain `q`. */
function idsMentioning(db: Reader, siteId: string, q: string) {
  const pattern = containing(q);
  return db
    .selectFrom('message')
    .innerJoin('person', 'person.id', 'message.author_id')
    .innerJoin('conversation as c', 'c.id', 'message.conversation_id')
    .select('message.conversation_id')
    .where('message.site_id', '=', siteId)
    .where((eb) =>
      eb.or([
        eb('message.body', 'like', pattern),
        eb('person.name', 'like', pattern),
        eb('c.page_title', 'like', pattern),
        eb('c.page_url', 'like', pattern),
      ]),
    );
}

type ListQuery = ReturnType<typeof allOfConversation>;
const allOfConversation = (db: Reader) => db.selectFrom('conversation').selectAll();

function after(query: ListQuery, place: ListPlace | null): ListQuery {
  if (!place) return query;
  return query.where((eb) =>
    eb.or([
      eb('last_activity_at', '<', place.lastActivityAt),
      eb.and([eb('last_activity_at', '=', place.lastActivityAt), eb('id', '<', place.id)]),
    ]),
  );
}

/** Conversations deleted before `before`: their time to be restored is over. */
export async function listErasable(db: Reader, before: number): Promise<ConversationRow[]> {
  return await db
    .selectFrom('conversation')
    .selectAll()
    .where('state', '=', 'deleted')
    .where('deleted_at', '<', before)
    .limit(100)
    .execute();
}

/** Really gone: the conversation, its messages, events, reports and alerts. */
export async function eraseConversation(tx: Tx, id: string): Promise<void> {
  const messages = tx.selectFrom('message').select('id').where('conversation_id', '=', id);
  await tx.deleteFrom('report').where('message_id', 'in', messages).execute();
  await tx.deleteFrom('alert').where('message_id', 'in', messages).execute();
  await tx.deleteFrom('conversation_event').where('conversation_id', '=', id).execute();
  await tx.deleteFrom('message').where('conversation_id', '=', id).execute();
  await tx.deleteFrom('conversation').where('id', '=', id).execute();
}
