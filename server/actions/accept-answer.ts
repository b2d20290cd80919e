import { addAuditEntry } from '../../db/audit-log.ts';
import { findConversation, updateConversation } from '../../db/conversations.ts';
import type { Tx } from '../../db/database.ts';
import { appendEvent } from '../../db/event-log.ts';
import { findMessage, type MessageWithAuthor } from '../../db/messages.ts';
import type { ConversationRow } from '../../db/schema.ts';
import { accessMessage } from '../access.ts';
import type { Actor } from '../actor.ts';
import type { AppContext } from '../context.ts';
import { forbidden, Refusal } from '../errors.ts';
import { creditAccepted } from '../recognition/credit.ts';
import { withdrawAccepted } from '../recognition/take-back.ts';
import { asDecided, Stale } from './as-decided.ts';

/**
 * The asker, or a manager, says which answer it was, changes their mind, or takes it back. Saying it twice
 * changes nothing.
 * @throws Refusal 404, 403 neither of them or closed, 422 for what is nobody else's published answer
 */
export async function acceptAnswer(
  ctx: AppContext,
  actor: Actor,
  id: string,
  accepted: boolean,
): Promise<void> {
  await ctx.pace.takeGesture(actor);
  await asDecided(ctx, actor, async (now, commit) => {
    const { message, conversation } = await accessMessage(ctx, now, id);
    refuseUnlessAnswer(now, message, conversation);
    await commit(async (tx) => {
      const current = await findConversation(tx, now.site.id, conversation.id);
      const answer = await findMessage(tx, now.site.id, id);
      if (current?.state !== conversation.state || answer?.state !== message.state) throw new Stale();
      const isAccepted = current.accepted_message_id === id;
      if (isAccepted === accepted) return;
      await setAccepted(ctx, tx, current, accepted ? { answer, by: now } : null);
      if (now.personId !== current.author_id) await audit(ctx, tx, now, message, accepted);
    });
  });
}

function refuseUnlessAnswer(actor: Actor, message: MessageWithAuthor, conversation: ConversationRow): void {
  const isAsker = conversation.author_id === actor.personId;
  if (!isAsker && actor.role !== 'manager')
    throw forbidden('Only who asked, or a community manager, accepts an answer.');
  if (conversation.state === 'closed')
    throw new Refusal(403, 'conversation-closed', 'This conversation is closed.');
  const ofOthers = message.author_id !== conversation.author_id && message.author_id !== actor.personId;
  if (message.state !== 'published' || !ofOthers)
    throw new Refusal(422, 'not-an-answer', 'Only an answer of somebody else can be accepted.');
}

/**
 * In the transaction in which an answer is hidden, removed or deleted, or turns out to be the asker's own: it is the
 * accepted one no more.
 */
export async function dropAcceptance(ctx: AppContext, tx: Tx, message: MessageWithAuthor): Promise<void> {
  const conversation = await findConversation(tx, message.site_id, message.conversation_id);
  if (conversation?.accepted_message_id === message.id) await setAccepted(ctx, tx, conversation, null);
}

/** What is closed or deleted stays so. */
async function setAccepted(
  ctx: AppContext,
  tx: Tx,
  conversation: ConversationRow,
  accepted: { answer: MessageWithAuthor; by: Actor } | null,
): Promise<void> {
  const { id: conversationId, site_id: siteId, accepted_message_id: before } = conversation;
  const messageId = accepted?.answer.id ?? null;
  const isLive = conversation.state === 'open' || conversation.state === 'answered';
  await updateConversation(tx, conversationId, {
    accepted_message_id: messageId,
    ...(isLive ? { state: messageId ? 'answered' : 'open' } : {}),
  });
  await settlePoints(ctx, tx, siteId, before, accepted);
  const event = { conversationId, kind: 'conversation-state' as const, messageId: null };
  const seq = await appendEvent(tx, { ...event, at: ctx.clock.now() });
  tx.onCommit(() => {
    ctx.broker.publish({ topic: 'event', siteId, conversationId, seq });
    ctx.broker.publish({ topic: 'conversation', siteId, conversationId });
    ctx.broker.publish({ topic: 'back-office', siteId, changed: ['conversations'] });
  });
}

/** The answer that was accepted before loses its points, the one that is now earns them. */
async function settlePoints(
  ctx: AppContext,
  tx: Tx,
  siteId: string,
  before: string | null,
  accepted: { answer: MessageWithAuthor; by: Actor } | null,
): Promise<void> {
  const former = before === null ? undefined : await findMessage(tx, siteId, before);
  if (former) await withdrawAccepted(ctx, tx, former);
  if (accepted) await creditAccepted(ctx, tx, accepted.by, accepted.answer);
}

async function audit(
  ctx: AppContext,
  tx: Tx,
  actor: Actor,
  message: MessageWithAuthor,
  accepted: boolean,
): Promise<void> {
  await addAuditEntry(tx, {
    siteId: actor.site.id,
    actorId: actor.personId,
    act: accepted ? 'message.accepted' : 'message.no-longer-accepted',
    targetKind: 'message',
    targetId: message.id,
    reason: null,
    details: { author: message.author_id },
    at: ctx.clock.now(),
  });
  tx.onCommit(() =>
    ctx.broker.publish({ topic: 'back-office', siteId: actor.site.id, changed: ['audit-log'] }),
  );
}
