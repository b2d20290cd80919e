import type { Reader } from './database.ts';
import { type RowMemory, remembered } from './memory.ts';
import { countPublishedOf, listRecentOf } from './messages.ts';
import type { MessageRow } from './schema.ts';
import { after, type Soon } from './soon.ts';

type Written = { id: string; text: string; at: number; conversationId: string };

/** What an author wrote lately, newest first, and how much of theirs others can read, counted up to a point. */
export type AuthorPast = { recent: Written[]; published: number };
export type PastWanted = { since: number; messages: number; published: number };
/** Oldest first, so that one more is put at the end, and up to twice as many as are asked for. */
type Remembered = { lately: Written[]; published: number; atMost: number };

/** @param wanted the same `messages` and `published` at every call, and a `since` that only grows */
export function authorPast(db: Reader, authorId: string, wanted: PastWanted): Soon<AuthorPast> {
  const past = remembered(db, 'author_past', authorId, () => load(db, authorId, wanted));
  return after(past, (known) => since(known, wanted));
}

function since({ lately, published }: Remembered, wanted: PastWanted): AuthorPast {
  const recent = lately.slice(-wanted.messages).reverse();
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
  const lately = rows.map(({ id, body: text, created_at: at, conversation_id: conversationId }) => {
    return { id, text, at, conversationId };
  });
  return { lately: lately.reverse(), published, atMost: wanted.messages };
}

/** One message more of this author, just committed. */
export function addToPast(memory: RowMemory, message: MessageRow) {
  const known = memory.get<Remembered>('author_past', message.author_id);
  const { id, body: text, created_at: at, conversation_id: conversationId } = message;
  // What was read between its commit and the word of it may have it already.
  if (!known || isAmong(known.lately, id, at)) return memory.forget('author_past', message.author_id);
  const { lately, atMost } = known;
  if (lately.push({ id, text, at, conversationId }) >= 2 * atMost) lately.splice(0, atMost);
  if (message.state === 'published') known.published += 1;
}

/** Only those of the same moment are looked at: what was read is in order, and nothing newer was added yet. */
function isAmong(lately: Written[], id: string, at: number): boolean {
  for (let i = lately.length - 1; i >= 0 && lately[i]!.at >= at; i -= 1)
    if (lately[i]!.id === id) return true;
  return false;
}
