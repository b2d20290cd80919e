import { addAuditEntry } from '../../db/audit-log.ts';
import { countAnswers, findConversation, updateConversation } from '../../db/conversations.ts';
import type { Tx } from '../../db/database.ts';
import { appendEvent } from '../../db/event-log.ts';
import { findMessage, type MessageWithAuthor, moveMessage } from '../../db/messages.ts';
import { accessMessage } from '../access.ts';
import type { Actor } from '../actor.ts';
import type { AppContext } from '../context.ts';
import { notFound, Refusal } from '../errors.ts';
import { conversationGone, messageGone } from '../recognition/take-back.ts';
import { dropAcceptance } from './accept-answer.ts';
import { asDecided, Stale } from './as-decided.ts';
import { refuseUnlessChangeable } from './edit-message.ts';

/**
 * Takes one's own message away for everybody, for a while after it was written. A question goes with its
 * conversation, and only while nobody answered it: what others wrote is not taken from them.
 * @throws Refusal 404, 403 not theirs, 409 no longer published, 422 too late or answered
 */
export async function deleteOwnMessage(ctx: AppContext, actor: Actor, id: string): Promise<void> {
  await ctx.pace.takeGesture(actor);
  await asDecided(ctx, actor, async (now, commit) => {
    const { message } = await accessMessage(ctx, now, id);
    // Saying it twice changes nothing.
    if (message.state === 'removed' && message.author_id === now.personId) return;
    refuseUnlessChangeable(ctx, now, message);
    await commit(async (tx) => {
      const current = await findMessage(tx, now.site.id, id);
      if (current?.state !== message.state) throw new Stale();
      await remove(ctx, tx, current);
    });
  });
}

async function remove(ctx: AppContext, tx: Tx, message: MessageWithAuthor): Promise<void> {
  const { id, site_id: siteId, conversation_id: conversationId } = message;
  const at = ctx.clock.now();
  const isQuestion = message.is_question === 1;
  if (isQuestion && (await countAnswers(tx, conversationId)) > 0)
    throw new Refusal(422, 'answered', 'Somebody has answered: the question can be changed, not deleted.');
  await moveMessage(tx, id, 'published', 'removed', { state_reason: null });
  const seq = await appendEvent(tx, { conversationId, kind: 'message-changed', messageId: id, at });
  await dropAcceptance(ctx, tx, message);
  await messageGone(ctx, tx, message);
  if (isQuestion) await deleteItsConversation(ctx, tx, message, at);
  await addAuditEntry(tx, {
    siteId,
    actorId: message.author_id,
    act: 'message.deleted-by-author',
    targetKind: 'message',
    targetId: id,
    reason: null,
    at,
  });
  tx.onCommit(() => {
    if (isQuestion) ctx.broker.publish({ topic: 'conversation-gone', siteId, conversationId });
    else {
      ctx.broker.publish({ topic: 'event', siteId, conversationId, seq });
      ctx.broker.publish({ topic: 'conversation', siteId, conversationId });
    }
    const changed = ['conversations' as const, 'queue' as const, 'audit-log' as const];
    ctx.broker.publish({ topic: 'back-office', siteId, changed });
  });
}

async function deleteItsConversation(
  ctx: AppContext,
  tx: Tx,
  question: MessageWithAuthor,
  at: number,
): Promise<void> {
  const conversation = await findConversation(tx, question.site_id, question.conversation_id);
  if (!conversation || conversation.state === 'deleted') throw notFound();
  await updateConversation(tx, conversation.id, {
    state: 'deleted',
    state_before_delete: conversation.state,
    deleted_at: at,
    deleted_by: question.author_id,
  });
  await conversationGone(ctx, tx, question.site_id, conversation.id);
}
