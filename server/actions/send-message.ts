import { addAuditEntry } from '../../db/audit-log.ts';
import { insertConversation, updateConversation } from '../../db/conversations.ts';
import { type Tx, transaction } from '../../db/database.ts';
import { appendEvent } from '../../db/event-log.ts';
import { countHits } from '../../db/library-hits.ts';
import { findSent, insertMessage, type MessageWithAuthor } from '../../db/messages.ts';
import { insertPerson, updatePerson } from '../../db/people.ts';
import type { ConversationRow, MessageRow } from '../../db/schema.ts';
import { heldByError, type Verdict } from '../../moderation/index.ts';
import { accessConversation, modeOfPage, obstacleToWriting } from '../access.ts';
import type { Actor } from '../actor.ts';
import { refreshActor, refuseBlocked } from '../authenticate.ts';
import { authorName } from '../author-name.ts';
import type { AppContext } from '../context.ts';
import { conflict, Refusal } from '../errors.ts';
import { judgeMessage } from '../judge-message.ts';
import { entriesIn, storedReasons } from '../library/reasons.ts';
import { pageKey, parseHttpUrl } from '../page-rules.ts';
import type { PageView } from '../protocol/frames.ts';
import { messageText } from '../text.ts';

export type Sending = {
  clientMessageId: string;
  /** null asks a question, which opens a conversation on `page`. */
  conversationId: string | null;
  text: string;
  /** Wanted at a visitor's first message. */
  name: string | null;
  page: PageView | null;
};

/**
 * Sends a message, or asks a question. Decides outside any transaction, commits once, tells afterwards.
 * The same clientMessageId again gets the same answer; with another text it is refused.
 * @throws Refusal with a RefusalCode of the contract.
 */
export async function sendMessage(
  ctx: AppContext,
  actor: Actor,
  sending: Sending,
): Promise<MessageWithAuthor> {
  const text = messageText(sending.text);
  const earlier = await findSent(ctx.db, actor.personId, sending.clientMessageId);
  if (earlier) return await sameIntent(ctx, actor, earlier, text);

  if (actor.role !== 'manager') await refuseBlocked(ctx, actor.site.id, actor.address);
  if (actor.ban) throw banned(actor.ban.reason);
  const name = await authorName(ctx, actor, sending.name);
  const conversation = await decideConversation(ctx, actor, sending);
  await ctx.pace.takeMessage(actor);
  return await judgeAndCommit(ctx, { actor, sending, text, name, conversation });
}

type Judged = Omit<Decided, 'verdict'>;

/**
 * What was changed while this message was judged, the library, the shop's domains or what its author may do,
 * judges it again: nothing passes by an older state.
 */
async function judgeAndCommit(ctx: AppContext, judged: Judged, tries = 3): Promise<MessageWithAuthor> {
  const { actor, sending, text, name, conversation } = judged;
  const page = 'asked' in conversation ? conversation.asked : null;
  const verdict = tries > 0 ? await judgeMessage(ctx, actor, { text, name, page }) : heldByError();
  try {
    return await transaction(ctx.db, (tx) => commit(ctx, tx, { ...judged, verdict }));
  } catch (error) {
    if (error instanceof JudgedByOlderState) {
      return await judgeAndCommit(ctx, { ...judged, actor: await refreshActor(ctx, actor) }, tries - 1);
    }
    // The same intent arrived twice at once: the one that lost answers like the one that won.
    const winner = await findSent(ctx.db, actor.personId, sending.clientMessageId);
    if (winner) return await sameIntent(ctx, actor, winner, text);
    throw error;
  }
}

class JudgedByOlderState extends Error {}

/** @throws Refusal 404 when its conversation is no longer this author's to see, 409 with another text */
async function sameIntent(
  ctx: AppContext,
  actor: Actor,
  earlier: MessageWithAuthor,
  text: string,
): Promise<MessageWithAuthor> {
  await accessConversation(ctx, actor, earlier.conversation_id);
  if (earlier.body === text) return earlier;
  throw conflict('This message was already sent with another text.');
}

function banned(reason: string): Refusal {
  return new Refusal(403, 'banned', `You can read, but no longer write here: ${reason}`);
}

type Target = { existing: ConversationRow } | { asked: PageView };

async function decideConversation(ctx: AppContext, actor: Actor, sending: Sending): Promise<Target> {
  if (sending.conversationId === null) return { asked: questionPage(actor, sending.page) };
  return { existing: await writableConversation(ctx, actor, sending.conversationId) };
}

/** @throws Refusal 404, 403 with what keeps this actor from writing there */
async function writableConversation(ctx: AppContext, actor: Actor, id: string): Promise<ConversationRow> {
  const existing = await accessConversation(ctx, actor, id);
  const obstacle = obstacleToWriting(actor, existing, await modeOfPage(ctx, actor, existing.page_key));
  switch (obstacle) {
    case 'conversation-closed':
      throw new Refusal(403, obstacle, 'This conversation is closed. You can ask a new question.');
    case 'waiting':
      throw new Refusal(
        403,
        'conversation-closed',
        'Your question is being read first. You can add to it afterwards.',
      );
    case 'only-experts-answer':
      throw new Refusal(403, obstacle, 'Only experts answer here. You can ask a question of your own.');
    case 'banned':
      throw banned(actor.ban?.reason ?? '');
    case null:
      return existing;
  }
}

/** A question belongs to a page of the site: one of its allowed origins. */
function questionPage(actor: Actor, page: PageView | null): PageView {
  const url = page && parseHttpUrl(page.url);
  const origins = JSON.parse(actor.site.allowed_origins) as string[];
  if (!page || !url || !origins.includes(url.origin)) {
    throw new Refusal(400, 'bad-request', 'A question is asked on a page of the shop.');
  }
  // A picture from elsewhere would tell its server who reads.
  const image = page.imageUrl && parseHttpUrl(page.imageUrl);
  return image && origins.includes(image.origin) ? page : { ...page, imageUrl: undefined };
}

type Decided = {
  actor: Actor;
  sending: Sending;
  text: string;
  name: string;
  conversation: Target;
  verdict: Verdict;
};

async function commit(ctx: AppContext, tx: Tx, decided: Decided): Promise<MessageWithAuthor> {
  const { actor, conversation } = decided;
  const now = ctx.clock.now();
  const current = await decideAgain({ ...ctx, db: tx }, actor, conversation);
  if (!isHeldByFailure(decided.verdict) && isOlder(decided, current)) throw new JudgedByOlderState();
  await savePerson(tx, decided, now);
  const isNew = 'asked' in conversation;
  const conversationId = isNew ? ctx.random.id() : conversation.existing.id;
  if (isNew) await insertConversation(tx, newConversation(actor, conversationId, conversation.asked, now));
  const message = newMessage(ctx, decided, conversationId, now);
  if (message.state === 'published') {
    message.published_at = now;
    message.seq = await appendEvent(tx, { conversationId, kind: 'message', messageId: message.id, at: now });
    if (isNew) await updateConversation(tx, conversationId, { published_at: now });
  }
  await insertMessage(tx, message);
  await countHits(tx, message.site_id, entriesIn(storedReasons(decided.verdict)), now);
  if (decided.verdict.effect !== 'allow') await auditVerdict(tx, decided, message);
  tellAfterwards(ctx, tx, message, decided.verdict);
  return { ...message, author_name: decided.name, author_role: actor.role };
}

/** A filter that failed has no opinion that could be older: its message waits for a person anyway. */
function isHeldByFailure({ effect, reasons }: Verdict): boolean {
  return effect === 'hold' && reasons.some(({ kind }) => kind === 'filter-error');
}

function isOlder({ actor, verdict }: Decided, { site, role, person }: Actor): boolean {
  return (
    verdict.libraryVersion !== site.library_version ||
    actor.site.allowed_origins !== site.allowed_origins ||
    actor.role !== role ||
    (actor.person?.trusted ?? 0) !== (person?.trusted ?? 0)
  );
}

/**
 * What was decided outside the transaction holds inside it: a ban, a block, a switch of mode or a deletion
 * that was answered before this commit is obeyed by it.
 */
async function decideAgain(ctx: AppContext, before: Actor, target: Target): Promise<Actor> {
  const actor = await refreshActor(ctx, before);
  if (actor.role !== 'manager') await refuseBlocked(ctx, actor.site.id, actor.address);
  if (actor.ban) throw banned(actor.ban.reason);
  if ('existing' in target) await writableConversation(ctx, actor, target.existing.id);
  return actor;
}

async function savePerson(tx: Tx, { actor, name }: Decided, now: number): Promise<void> {
  if (actor.person) {
    await updatePerson(tx, actor.personId, { name, address: actor.address, last_seen_at: now });
    return;
  }
  await insertPerson(tx, {
    id: actor.personId,
    site_id: actor.site.id,
    role: 'visitor',
    name,
    account_id: null,
    address: actor.address,
    trusted: 0,
    created_at: now,
    last_seen_at: now,
  });
}

function newConversation(actor: Actor, id: string, page: PageView, now: number): ConversationRow {
  return {
    id,
    site_id: actor.site.id,
    state: 'open',
    state_before_delete: null,
    author_id: actor.personId,
    page_url: page.url,
    page_key: pageKey(page.url),
    page_title: page.title,
    product_name: page.productName ?? null,
    image_url: page.imageUrl ?? null,
    created_at: now,
    published_at: null,
    last_activity_at: now,
    last_seq: 0,
    deleted_at: null,
    deleted_by: null,
  };
}

const STATE_OF = { allow: 'published', flag: 'published', hold: 'held', reject: 'rejected' } as const;

function newMessage(ctx: AppContext, decided: Decided, conversationId: string, now: number): MessageRow {
  const { actor, sending, text, verdict } = decided;
  return {
    id: ctx.random.id(),
    site_id: actor.site.id,
    conversation_id: conversationId,
    author_id: actor.personId,
    client_message_id: sending.clientMessageId,
    state: STATE_OF[verdict.effect],
    seq: null,
    is_question: sending.conversationId === null ? 1 : 0,
    body: text,
    reasons: JSON.stringify(storedReasons(verdict)),
    library_version: verdict.libraryVersion,
    state_reason: null,
    address: actor.address,
    created_at: now,
    published_at: null,
  };
}

async function auditVerdict(tx: Tx, { actor, verdict }: Decided, message: MessageRow): Promise<void> {
  const act = {
    flag: 'message.flagged',
    hold: 'message.held',
    reject: 'message.rejected',
    allow: 'message.allowed',
  };
  await addAuditEntry(tx, {
    siteId: actor.site.id,
    actorId: null,
    act: act[verdict.effect],
    targetKind: 'message',
    targetId: message.id,
    reason: [...new Set(verdict.reasons.map((reason) => reason.category))].join(', '),
    details: { libraryVersion: verdict.libraryVersion, author: actor.personId },
    at: message.created_at,
  });
}

function tellAfterwards(ctx: AppContext, tx: Tx, message: MessageRow, verdict: Verdict): void {
  const { site_id: siteId, conversation_id: conversationId } = message;
  tx.onCommit(() => {
    if (verdict.reasons.some((reason) => reason.kind === 'filter-error')) ctx.filterHealth.heldOne();
    if (message.seq !== null) {
      ctx.broker.publish({ topic: 'event', siteId, conversationId, seq: message.seq });
      ctx.broker.publish({ topic: 'conversation', siteId, conversationId });
    } else {
      ctx.broker.publish({ topic: 'private', siteId, messageId: message.id });
    }
    const changed =
      verdict.effect === 'allow'
        ? (['conversations'] as const)
        : (['queue', 'conversations', 'audit-log'] as const);
    ctx.broker.publish({ topic: 'back-office', siteId, changed: [...changed] });
  });
}
