import type { Reader } from './database.ts';
import { type RowMemory, remembered } from './memory.ts';
import { countPublishedOf, listRecentOf } from './messages.ts';
import type { MessageRow } from './schema.ts';
import { after, type Soon } from './soon.ts';

type Written = { id: string; text: string; at: number; conversationId: string };

/** What an author wrote lately, newest first, and how much of theirs others can read, counted up to a point. */
export type AuthorPast = { recent: Written[]; published: number };
export type PastWanted = { since: number; messages: number; published: number };
type Remembered = AuthorPast & { atMost: number };

/** @param wanted the same `messages` and `published` at every call, and a `since` that only grows */
export function authorPast(db: Reader, authorId: string, wanted: PastWanted): Soon<AuthorPast> {
  const past = remembered(db, 'author_past', authorId, () => load(db, authorId, wanted));
  return after(past, (known) => since(known, wanted));
}

function since({ recent, published }: Remembered, wanted: PastWanted): AuthorPast {
  const oldest = recent.at(-1);
  return {
    recent: !oldest || oldest.at > wanted.since ? recent : recent.filter(({ at }) => at > wanted.since),
    published: Math.min(published, wanted.published),
  };
}

async function load(db: Reader, authorId: string, wanted: PastWanted): Promise<Remembered> {
  // Counted first: a message that is committed in between is then among the recent ones, and known by its id.
  const published = await countPublishedOf(db, authorId, wanted.published);
  const rows = await listRecentOf(db, authorId, wanted.since, wanted.messages);
  return {
    recent: rows.map(({ id, body, created_at, conversation_id }) => ({
      id,
      text: body,
      at: created_at,
      conversationId: conversation_id,
    })),
    published,
    atMost: wanted.messages,
  };
}

/** One message more of this author, just committed. */
export function addToPast(memory: RowMemory, message: MessageRow) {
  const known = memory.get<Remembered>('author_past', message.author_id);
  // What was read between its commit and the word of it may have it already.
  if (!known || known.recent.some(({ id }) => id === message.id))
    return memory.forget('author_past', message.author_id);
  const { id, body: text, created_at: at, conversation_id: conversationId } = message;
  // In place: whoever is judging by it just now may as well know of this one too.
  if (known.recent.unshift({ id, text, at, conversationId }) > known.atMost) known.recent.pop();
  if (message.state === 'published') known.published += 1;
}
