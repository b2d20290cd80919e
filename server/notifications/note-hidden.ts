import type { Tx } from '../../db/database.ts';
import type { MessageWithAuthor } from '../../db/messages.ts';
import { addNotices } from '../../db/notices.ts';
import type { AppContext } from '../context.ts';
import { LIMITS } from '../limits.ts';

/**
 * Who is not there is told that reports hid their message, in the transaction that hides it; a little later, as
 * with answers: who is there reads it in the chat, and may have said it another way by then.
 */
export async function noteHidden(
  ctx: AppContext,
  tx: Tx,
  { id, site_id, author_id, conversation_id }: MessageWithAuthor,
  at: number,
): Promise<void> {
  await addNotices(tx, [
    {
      id: ctx.random.id(),
      site_id,
      person_id: author_id,
      kind: 'hidden',
      conversation_id,
      message_id: id,
      subject_id: null,
      key: `hidden ${id} ${at}`,
      created_at: at,
      due_at: at + LIMITS.notices.answerAfterMs,
    },
  ]);
}
