import { compileOnce } from './compile-once.ts';
import type { Reader } from './database.ts';
import { AUTHOR_COLUMNS, type MessageWithAuthor } from './messages.ts';
import type { EventKind } from './schema.ts';

/** An event with the message it shows, as that is now; null for an event that shows none. */
export type EventWithMessage = { seq: number; kind: EventKind; message: MessageWithAuthor | null };

/** Events of a conversation after `lastSeq`, oldest first, at most `limit`, in one query. */
export async function listEventsWithMessages(
  db: Reader,
  conversationId: string,
  lastSeq: number,
  limit: number,
): Promise<EventWithMessage[]> {
  const rows = await eventsAfter(db, [conversationId, lastSeq, limit]);
  // The row itself: copying so many columns of a hundred rows costs as much as reading them.
  return rows.map((row) => ({
    seq: row.event_seq,
    kind: row.event_kind,
    message: row.id === null ? null : (row as typeof row & MessageWithAuthor),
  }));
}

const eventsAfter = compileOnce((db) =>
  db
    .selectFrom('conversation_event as event')
    .leftJoin('message', 'message.id', 'event.message_id')
    .leftJoin('person as author', 'author.id', 'message.author_id')
    .selectAll('message')
    .select(['event.seq as event_seq', 'event.kind as event_kind'])
    .select(AUTHOR_COLUMNS)
    .where('event.conversation_id', '=', '')
    .where('event.seq', '>', 0)
    .orderBy('event.seq')
    .limit(1),
);
