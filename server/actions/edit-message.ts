import { addAuditEntry } from '../../db/audit-log.ts';
import { findConversation } from '../../db/conversations.ts';
import type { Tx } from '../../db/database.ts';
import { appendEvent } from '../../db/event-log.ts';
import { replaceText } from '../../db/message-edits.ts';
import { findMessage, type MessageWithAuthor } from '../../db/messages.ts';
import type { ConversationRow, MessageStateValue } from '../../db/schema.ts';
import type { Verdict } from '../../moderation/index.ts';
import { accessMessage } from '../access.ts';
import type { Actor } from '../actor.ts';
import type { AppContext } from '../context.ts';
import { conflict, forbidden, Refusal } from '../errors.ts';
import { judgeMessage } from '../judge-message.ts';
import { storedReasons } from '../library/reasons.ts';
import { LIMITS } from '../limits.ts';
import { messageText } from '../text.ts';
import { asDecided, type Commit, Stale } from './as-decided.ts';
import { writableConversation } from './writable-conversation.ts';

/** Where and until when an author may change what they wrote. */
export type Editable = {
  states: readonly MessageStateValue[];
  /** Milliseconds since it was written. */
  withinMs: number;
  /** What else the change brings, in its transaction. */
  also?: (tx: Tx, message: MessageWithAuthor) => Promise<void>;
};
const USUALLY: Editable = { states: ['published'], ...LIMITS.editing };

/**
 * An author changes what a message says. The new text passes the filter before anything changes: one it would
 * have held or rejected is refused, nothing of it is kept, and everybody goes on reading the old one.
 * @throws Refusal 404, 403 not theirs or not to be written in, 409 in another state, 422 too late, or by the filter
 */
export async function editMessage(
  ctx: AppContext,
  actor: Actor,
  id: string,
  typed: string,
  editable: Editable = USUALLY,
): Promise<void> {
  const text = messageText(typed);
  await ctx.pace.takeMessage(actor);
  await asDecided(ctx, actor, async (now, commit) => {
    const { message } = await accessMessage(ctx, now, id);
    refuseUnlessChangeable(ctx, now, message, editable);
    const conversation = await writableConversation(ctx, now, message.conversation_id);
    if (message.body === text) return;
    const judged = { text, name: message.author_name, page: null, replaces: id };
    const verdict = await judgeMessage(ctx, now, judged);
    if (verdict.effect === 'hold' || verdict.effect === 'reject')
      return await refuse(ctx, commit, message, verdict);
    if (verdict.libraryVersion !== now.site.library_version) throw new Stale();
    await replace(ctx, commit, { message, conversation, text, verdict, editable });
  });
}

/** @throws Refusal what keeps this actor from changing or deleting it */
export function refuseUnlessChangeable(
  ctx: AppContext,
  actor: Actor,
  message: MessageWithAuthor,
  { states, withinMs }: Editable = USUALLY,
): void {
  if (message.author_id !== actor.personId) throw forbidden('This is not your message.');
  if (!states.includes(message.state)) throw conflict('This message can no longer be changed.');
  if (ctx.clock.now() - message.created_at > withinMs)
    throw new Refusal(422, 'too-late', 'A message can be changed for a few minutes only.');
}

/**
 * By the filter, if it is still the one in force: kept in the audit log, which says why and never what.
 * @throws Refusal 422, 503 when the filter failed
 */
async function refuse(
  ctx: AppContext,
  commit: Commit,
  message: MessageWithAuthor,
  verdict: Verdict,
): Promise<never> {
  const hasFailed = verdict.reasons.some(({ kind }) => kind === 'filter-error');
  await commit(async (tx) => {
    if (hasFailed) return;
    await audit(ctx, tx, message.author_id, 'message.edit-refused', message, verdict);
    tx.onCommit(() =>
      ctx.broker.publish({ topic: 'back-office', siteId: message.site_id, changed: ['audit-log'] }),
    );
  });
  if (hasFailed) throw new Refusal(503, 'busy', 'This cannot be read just now. Try again in a moment.', 2000);
  if (verdict.effect === 'reject')
    throw new Refusal(422, 'edit-rejected', 'This is not said here. The message stays as it was.');
  throw new Refusal(
    422,
    'edit-held',
    'A moderator would have to read this first. The message stays as it was.',
  );
}

type Replacement = {
  message: MessageWithAuthor;
  conversation: ConversationRow;
  text: string;
  verdict: Verdict;
  editable: Editable;
};

async function replace(ctx: AppContext, commit: Commit, replacement: Replacement): Promise<void> {
  const { message, conversation, text, verdict, editable } = replacement;
  const { id, site_id: siteId, conversation_id: conversationId } = message;
  await commit(async (tx) => {
    const at = ctx.clock.now();
    const current = await findMessage(tx, siteId, id);
    const place = await findConversation(tx, siteId, conversationId);
    if (current?.state !== message.state || current.body !== message.body) throw new Stale();
    if (place?.state !== conversation.state) throw new Stale();
    const reasons = JSON.stringify(storedReasons(verdict));
    await replaceText(tx, current, { body: text, reasons, library_version: verdict.libraryVersion }, at);
    const seq = await appendEvent(tx, { conversationId, kind: 'message-changed', messageId: id, at });
    await audit(ctx, tx, message.author_id, 'message.edited', message, verdict);
    await editable.also?.(tx, current);
    tx.onCommit(() => {
      ctx.broker.publish({ topic: 'event', siteId, conversationId, seq });
      ctx.broker.publish({ topic: 'conversation', siteId, conversationId });
      ctx.broker.publish({ topic: 'back-office', siteId, changed: ['queue', 'conversations', 'audit-log'] });
    });
  });
}

async function audit(
  ctx: AppContext,
  tx: Tx,
  actorId: string,
  act: string,
  message: MessageWithAuthor,
  verdict: Verdict,
): Promise<void> {
  await addAuditEntry(tx, {
    siteId: message.site_id,
    actorId,
    act,
    targetKind: 'message',
    targetId: message.id,
    reason: [...new Set(verdict.reasons.map((reason) => reason.category))].join(', ') || null,
    details: { libraryVersion: verdict.libraryVersion },
    at: ctx.clock.now(),
  });
}
