import type { Reader } from './database.ts';

type Wanted = { conversationId: string; seq: number; personId: string; limit: number };

/**
 * How many public messages of others than `personId` came after `seq` in a conversation, counted up to `limit`.
 * Read from the events on, by their key, so that a long conversation costs no more than what is new in it.
 */
export async function countNewMessages(db: Reader, wanted: Wanted): Promise<number> {
  return (await listNewMessages(db, wanted)).length;
}

/** Those messages, with the event that first showed each. */
export async function listNewMessages(
  db: Reader,
  wanted: Wanted,
): Promise<{ id: string; seq: number; publishedAt: number | null }[]> {
  return await db
    .selectFrom('conversation_event as e')
    .innerJoin('message as m', 'm.id', 'e.message_id')
    .select(['m.id', 'e.seq', 'm.published_at as publishedAt'])
    .where('e.conversation_id', '=', wanted.conversationId)
    .where('e.seq', '>', wanted.seq)
    .where('e.kind', '=', 'message')
    .where('m.state', '=', 'published')
    .where('m.author_id', '!=', wanted.personId)
    .limit(wanted.limit)
    .orderBy('e.seq')
    .execute();
}

/** Whether this person has written in a conversation since: who goes on writing has read what came before. */
export async function hasWrittenAfter(
  db: Reader,
  conversationId: string,
  seq: number,
  personId: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('conversation_event as e')
    .innerJoin('message as m', 'm.id', 'e.message_id')
    .select('e.seq')
    .where('e.conversation_id', '=', conversationId)
    .where('e.seq', '>', seq)
    .where('e.kind', '=', 'message')
    .where('m.author_id', '=', personId)
    .executeTakeFirst();
  return row !== undefined;
}
