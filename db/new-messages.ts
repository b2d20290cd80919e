import type { Reader } from './database.ts';

/**
 * How many public messages of others than `personId` came after `seq` in a conversation, counted up to `limit`.
 * Read from the events on, by their key, so that a long conversation costs no more than what is new in it.
 */
export async function countNewMessages(
  db: Reader,
  wanted: { conversationId: string; seq: number; personId: string; limit: number },
): Promise<number> {
  const rows = await db
    .selectFrom('conversation_event as e')
    .innerJoin('message as m', 'm.id', 'e.message_id')
    .select('e.seq')
    .where('e.conversation_id', '=', wanted.conversationId)
    .where('e.seq', '>', wanted.seq)
    .where('e.kind', '=', 'message')
    .where('m.state', '=', 'published')
    .where('m.author_id', '!=', wanted.personId)
    .limit(wanted.limit)
    .execute();
  return rows.length;
}
