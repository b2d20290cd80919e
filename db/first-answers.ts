/** Which answer of a conversation came first: told where it is inserted or released, credited a moment later. */
import type { Reader, Tx } from './database.ts';

/** First answers not credited yet, after `after` in the order of their conversations' ids, with who asked and from which address. */
export async function listDueFirstAnswers(db: Reader, after: string, limit: number) {
  return await db
    .selectFrom('first_answer')
    .innerJoin('message', 'message.id', 'first_answer.message_id')
    .innerJoin('conversation', 'conversation.id', 'first_answer.conversation_id')
    .leftJoin('message as question', (join) =>
      join.onRef('question.conversation_id', '=', 'conversation.id').on('question.is_question', '=', 1),
    )
    .select(['message.id', 'message.site_id', 'message.conversation_id', 'message.author_id'])
    .select(['message.address', 'message.state', 'conversation.state as conversation_state'])
    .select(['conversation.author_id as asker_id', 'question.address as asker_address'])
    .where('first_answer.settled_at', 'is', null)
    .where('first_answer.conversation_id', '>', after)
    .orderBy('first_answer.conversation_id')
    .limit(limit)
    .execute();
}

/** @returns whether it was still due: of two who settle at once, one credits */
export async function settleFirstAnswer(tx: Tx, conversationId: string, at: number): Promise<boolean> {
  const result = await tx
    .updateTable('first_answer')
    .set({ settled_at: at })
    .where('conversation_id', '=', conversationId)
    .where('settled_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
