import { addAuditEntry } from '../../db/audit-log.ts';
import { findConversation, updateConversation } from '../../db/conversations.ts';
import { type Tx, transaction } from '../../db/database.ts';
import { appendEvent } from '../../db/event-log.ts';
import type { ConversationRow } from '../../db/schema.ts';
import { requireManager } from '../access.ts';
import type { Actor } from '../actor.ts';
import type { AppContext } from '../context.ts';
import { conflict, notFound } from '../errors.ts';
import { conversationBack, conversationGone } from '../recognition/take-back.ts';

/** Gone for everybody else at once; restorable until the retention job erases it. */
export async function deleteConversation(
  ctx: AppContext,
  actor: Actor,
  id: string,
  reason: string | null,
): Promise<void> {
  await change(ctx, actor, id, 'conversation.deleted', reason, async (tx, conversation, at) => {
    if (conversation.state === 'deleted') throw conflict('This conversation is deleted already.');
    await updateConversation(tx, id, {
      state: 'deleted',
      state_before_delete: conversation.state,
      deleted_at: at,
      deleted_by: actor.personId,
    });
    await conversationGone(ctx, tx, actor.site.id, id);
  });
}

export async function restoreConversation(ctx: AppContext, actor: Actor, id: string): Promise<void> {
  await change(ctx, actor, id, 'conversation.restored', null, async (tx, conversation) => {
    if (conversation.state !== 'deleted') throw conflict('This conversation is not deleted.');
    const state = conversation.state_before_delete ?? 'open';
    await updateConversation(tx, id, {
      state,
      state_before_delete: null,
      deleted_at: null,
      deleted_by: null,
    });
    await conversationBack(ctx, tx, actor.site.id, id);
  });
}

/** Closed: readable, nobody writes in it any more. */
export async function closeConversation(ctx: AppContext, actor: Actor, id: string): Promise<void> {
  await setState(ctx, actor, id, 'closed', 'conversation.closed');
}

export async function reopenConversation(ctx: AppContext, actor: Actor, id: string): Promise<void> {
  await setState(ctx, actor, id, 'open', 'conversation.reopened');
}

async function setState(
  ctx: AppContext,
  actor: Actor,
  id: string,
  state: 'open' | 'closed',
  act: string,
): Promise<void> {
  await change(ctx, actor, id, act, null, async (tx, conversation, at) => {
    if (conversation.state === 'deleted') throw notFound();
    if (conversation.state === state) throw conflict('Somebody else has done this already.');
    await updateConversation(tx, id, stateFrom(conversation, state));
    const seq = await appendEvent(tx, {
      conversationId: id,
      kind: 'conversation-state',
      messageId: null,
      at,
    });
    tx.onCommit(() =>
      ctx.broker.publish({ topic: 'event', siteId: conversation.site_id, conversationId: id, seq }),
    );
  });
}

/** What was closed is as it was before; who opens what is answered says that it is not. */
function stateFrom(conversation: ConversationRow, state: 'open' | 'closed'): Partial<ConversationRow> {
  if (state === 'closed') return { state };
  if (conversation.state === 'answered') return { state, accepted_message_id: null };
  return { state: conversation.accepted_message_id ? 'answered' : 'open' };
}

type Work = (tx: Tx, conversation: ConversationRow, at: number) => Promise<void>;

/** Reads the row inside the transaction: of two managers at once, the second sees what the first did. */
async function change(
  ctx: AppContext,
  actor: Actor,
  id: string,
  act: string,
  reason: string | null,
  work: Work,
): Promise<void> {
  requireManager(actor);
  const siteId = actor.site.id;
  await transaction(ctx.db, async (tx) => {
    const at = ctx.clock.now();
    const conversation = await findConversation(tx, siteId, id);
    if (!conversation) throw notFound();
    await work(tx, conversation, at);
    await addAuditEntry(tx, {
      siteId,
      actorId: actor.personId,
      act,
      targetKind: 'conversation',
      targetId: id,
      reason,
      at,
    });
    const gone = act === 'conversation.deleted';
    tx.onCommit(() => {
      ctx.broker.publish({ topic: gone ? 'conversation-gone' : 'conversation', siteId, conversationId: id });
      ctx.broker.publish({ topic: 'back-office', siteId, changed: ['conversations', 'queue', 'audit-log'] });
    });
  });
}
