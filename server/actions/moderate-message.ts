import { addAuditEntry, findLatestAct } from '../../db/audit-log.ts';
import { updateConversation } from '../../db/conversations.ts';
import { type Tx, transaction } from '../../db/database.ts';
import { appendEvent } from '../../db/event-log.ts';
import { countOverturned } from '../../db/library-hits.ts';
import { findMessage, type MessageWithAuthor, moveMessage } from '../../db/messages.ts';
import { findPerson } from '../../db/people.ts';
import { reopenReports, settleReports } from '../../db/reports.ts';
import type { ConversationRow, MessageStateValue } from '../../db/schema.ts';
import { accessMessage, requireModerator } from '../access.ts';
import type { Actor } from '../actor.ts';
import type { AppContext } from '../context.ts';
import { conflict, notFound } from '../errors.ts';
import { entriesIn } from '../library/reasons.ts';
import { noteHidden } from '../notifications/note-hidden.ts';
import { requirePermission } from '../permissions.ts';
import type { ModerationAct, ReasonView } from '../protocol/frames.ts';
import { messageBack, messageGone } from '../recognition/take-back.ts';
import { dropAcceptance } from './accept-answer.ts';

export type Act = ModerationAct | 'hold-again';

type Move = {
  from: MessageStateValue[];
  to: MessageStateValue;
  audit: string;
  /** What it says of the reports there are. */
  reports?: 'upheld' | 'dismissed';
};

/** Every legal move of a message; anything else is a conflict. `hold-again` only takes a rejection back. */
const MOVES: Record<Act, Move> = {
  release: { from: ['held'], to: 'published', audit: 'message.released', reports: 'dismissed' },
  reject: { from: ['held'], to: 'rejected', audit: 'message.rejected', reports: 'upheld' },
  hide: { from: ['published'], to: 'hidden', audit: 'message.hidden', reports: 'upheld' },
  restore: { from: ['hidden'], to: 'published', audit: 'message.restored', reports: 'dismissed' },
  remove: { from: ['published', 'hidden'], to: 'removed', audit: 'message.removed', reports: 'upheld' },
  'hold-again': { from: ['rejected'], to: 'held', audit: 'message.held-again' },
};

export type Moderated = { message: MessageWithAuthor; auditId: number };

/**
 * Releases, rejects, hides, restores or removes a message.
 * @param undoes the audit log entry this takes back: the reports it settled wait again
 * @throws Refusal 404 not a moderator or not there, 403 not theirs to decide, 409 somebody else was first.
 */
export async function moderateMessage(
  ctx: AppContext,
  actor: Actor,
  id: string,
  act: Act,
  reason: string | null,
  undoes: number | null = null,
): Promise<Moderated> {
  requireModerator(actor);
  const { message, conversation } = await accessMessage(ctx, actor, id);
  const decidesRelease = act === 'release' || act === 'reject' || act === 'hold-again';
  if (decidesRelease) requirePermission(actor, 'release');
  const moved = await move(ctx, { message, conversation, act, reason, actorId: actor.personId, undoes });
  if (!moved) throw await decidedBefore(ctx, message);
  return moved;
}

/** The same move made by the system, when enough people reported a message. */
export async function hideBySystem(
  ctx: AppContext,
  message: MessageWithAuthor,
  conversation: ConversationRow,
  reason: string,
): Promise<void> {
  // Somebody may have decided meanwhile: then there is nothing left to hide.
  await move(ctx, { message, conversation, act: 'hide', reason, actorId: null, undoes: null });
}

type Moving = {
  message: MessageWithAuthor;
  conversation: ConversationRow;
  act: Act;
  reason: string | null;
  actorId: string | null;
  undoes: number | null;
};

/** @returns null when the message is no longer where this move starts from. */
async function move(ctx: AppContext, moving: Moving): Promise<Moderated | null> {
  const { message, act } = moving;
  if (!MOVES[act].from.includes(message.state)) return null;
  const auditId = await transaction(ctx.db, (tx) => commit(ctx, tx, moving));
  if (auditId === null) return null;
  const moved = await findMessage(ctx.db, message.site_id, message.id);
  if (!moved) throw notFound();
  return { message: moved, auditId };
}

async function commit(ctx: AppContext, tx: Tx, moving: Moving): Promise<number | null> {
  const { message, conversation, act, reason, actorId } = moving;
  const at = ctx.clock.now();
  const { to, audit } = MOVES[act];
  const changes = { state_reason: act === 'restore' || act === 'release' ? null : reason };
  if (!(await moveMessage(tx, message.id, message.state, to, changes))) return null;
  const seq = await appendPublicEvent(tx, moving, at);
  if (to !== 'published') await dropAcceptance(ctx, tx, message);
  if (act === 'release') {
    const reasons = JSON.parse(message.reasons) as ReasonView[];
    await countOverturned(tx, message.site_id, entriesIn(reasons));
  }
  if (act === 'release') {
    await moveMessage(tx, message.id, 'published', 'published', { seq, published_at: at });
    if (message.is_question === 1) await updateConversation(tx, conversation.id, { published_at: at });
  }
  await settlePoints(ctx, tx, moving);
  const auditId = await addAuditEntry(tx, {
    siteId: message.site_id,
    actorId,
    act: audit,
    targetKind: 'message',
    targetId: message.id,
    reason,
    details: { from: message.state, author: message.author_id },
    at,
  });
  await settle(tx, moving, auditId, at);
  if (act === 'hide' && actorId === null) await noteHidden(ctx, tx, message, at);
  tx.onCommit(() => tell(ctx, moving, seq));
  return auditId;
}

/** What was earned with a message is worth nothing while nobody sees it. */
async function settlePoints(ctx: AppContext, tx: Tx, { message, act }: Moving): Promise<void> {
  if (act === 'hide' || act === 'remove') await messageGone(ctx, tx, message);
  if (act === 'restore') await messageBack(ctx, tx, message);
}

/** What the system hid still waits for somebody to look: its reports stay open. */
async function settle(tx: Tx, { message, act, actorId, undoes }: Moving, auditId: number, at: number) {
  if (undoes !== null) await reopenReports(tx, undoes);
  const outcome = MOVES[act].reports;
  if (actorId === null || undoes !== null || !outcome) return;
  await settleReports(tx, message.id, { outcome, act: auditId, at });
}

/** What everybody sees change is an event; a rejection is between its author and moderators. */
async function appendPublicEvent(tx: Tx, { message, act }: Moving, at: number): Promise<number | null> {
  if (act === 'reject' || act === 'hold-again') return null;
  const kind = act === 'release' ? 'message' : 'message-changed';
  return await appendEvent(tx, { conversationId: message.conversation_id, kind, messageId: message.id, at });
}

function tell(ctx: AppContext, { message }: Moving, seq: number | null): void {
  const { site_id: siteId, conversation_id: conversationId } = message;
  if (seq === null) {
    ctx.broker.publish({ topic: 'private', siteId, messageId: message.id });
  } else {
    ctx.broker.publish({ topic: 'event', siteId, conversationId, seq });
    ctx.broker.publish({ topic: 'conversation', siteId, conversationId });
  }
  ctx.broker.publish({ topic: 'back-office', siteId, changed: ['queue', 'conversations', 'audit-log'] });
}

/** Two moderators decided at once: the second is told who was first, and what they decided. */
async function decidedBefore(ctx: AppContext, message: MessageWithAuthor): Promise<Error> {
  const latest = await findLatestAct(ctx.db, message.id);
  const by = latest?.actor_id ? await findPerson(ctx.db, message.site_id, latest.actor_id) : undefined;
  const what = latest?.act.replace('message.', '').replace('-', ' ') ?? 'decided';
  return conflict(by ? `Already ${what} by ${by.name}.` : `Already ${what}.`);
}
