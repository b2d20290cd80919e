import { compileOnce } from './compile-once.ts';
import type { Reader, Tx } from './database.ts';
import { remembered } from './memory.ts';
import type { ConversationEventRow, EventKind } from './schema.ts';
import type { Soon } from './soon.ts';

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

export function findEvent(
  db: Reader,
  conversationId: string,
  seq: number,
): Soon<ConversationEventRow | undefined> {
  return remembered(db, 'conversation_event', `${conversationId} ${seq}`, async () => {
    const [event] = await eventAt(db, [conversationId, seq]);
    return event;
  });
}

const eventAt = compileOnce((db) =>
  db.selectFrom('conversation_event').selectAll().where('conversation_id', '=', '').where('seq', '=', 0),
);
