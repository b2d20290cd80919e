import type { Reader, Tx } from './database.ts';
import { remembered } from './memory.ts';
import type { ConversationEventRow, EventKind } from './schema.ts';

/**
 * Gives the conversation's next public seq to an event. Called inside the transaction that makes the fact
 * public, so numbers have no gap and no two events share one.
 */
export async function appendEvent(
  tx: Tx,
  event: { conversationId: string; kind: EventKind; messageId: string | null; at: number },
): Promise<number> {
  const { last_seq: seq } = await tx
    .updateTable('conversation')
    .set((eb) => ({ last_seq: eb('last_seq', '+', 1), last_activity_at: event.at }))
    .where('id', '=', event.conversationId)
    .returning('last_seq')
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('conversation_event')
    .values({
      conversation_id: event.conversationId,
      seq,
      kind: event.kind,
      message_id: event.messageId,
      created_at: event.at,
    })
    .execute();
  return seq;
}

/** Events after `lastSeq`, oldest first, at most `limit`. */
export async function listEventsAfter(
  db: Reader,
  conversationId: string,
  lastSeq: number,
  limit: number,
): Promise<ConversationEventRow[]> {
  return await db
    .selectFrom('conversation_event')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .where('seq', '>', lastSeq)
    .orderBy('seq')
    .limit(limit)
    .execute();
}

export async function findEvent(
  db: Reader,
  conversationId: string,
  seq: number,
): Promise<ConversationEventRow | undefined> {
  return await remembered(db, 'conversation_event', `${conversationId} ${seq}`, () =>
    db
      .selectFrom('conversation_event')
      .selectAll()
      .where('conversation_id', '=', conversationId)
      .where('seq', '=', seq)
      .executeTakeFirst(),
  );
}
