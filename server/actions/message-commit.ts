/** What a message that was decided on writes, as rows. */

import { auditRow } from '../../db/audit-log.ts';
import type { CommitMessage } from '../../db/commit-message.ts';
import { PLAIN_CONVERSATION, PLAIN_MESSAGE, PLAIN_PERSON } from '../../db/plain-rows.ts';
import type { ConversationRow, MessageRow } from '../../db/schema.ts';
import type { Verdict } from '../../moderation/index.ts';
import type { Actor } from '../actor.ts';
import type { AppContext } from '../context.ts';
import { entriesIn, storedReasons } from '../library/reasons.ts';
import { pageKey } from '../page-rules.ts';
import type { PageView } from '../protocol/frames.ts';

export type Sending = {
  clientMessageId: string;
  /** null asks a question, which opens a conversation on `page`. */
  conversationId: string | null;
  text: string;
  /** Wanted at a visitor's first message. */
  name: string | null;
  page: PageView | null;
  /** A published message of that conversation. */
  replyTo?: string;
};

/** Where a message goes: a conversation there is, or one it opens on a page. */
export type Target = { existing: ConversationRow } | { asked: PageView; topic: string | null };

export type Undecided = {
  actor: Actor;
  sending: Sending;
  text: string;
  name: string;
  conversation: Target;
};
export type Decided = Undecided & { verdict: Verdict };

/** The rows a message becomes, whether it opens a conversation or not. @param rights `rightsNow` from before it was decided */
export function messageCommit(ctx: AppContext, decided: Decided, rights: number): CommitMessage {
  const { actor, conversation, verdict } = decided;
  const now = ctx.clock.now();
  const isNew = 'asked' in conversation;
  const conversationId = isNew ? ctx.random.id() : conversation.existing.id;
  const message = newMessage(ctx, decided, conversationId, now);
  return {
    rights,
    person: authorCommit(decided, now),
    conversation: isNew
      ? { insert: newConversation(actor, message, conversation) }
      : {
          id: conversationId,
          state: conversation.existing.state,
          isPublished: conversation.existing.published_at !== null,
        },
    message,
    hits: entriesIn(storedReasons(verdict)),
    audit: verdict.effect === 'allow' ? null : auditVerdict(decided, message),
  };
}

/** How old what is known of somebody's last visit may be before it is written again. */
const SEEN_MS = 60_000;

function authorCommit({ actor, name }: Decided, now: number): CommitMessage['person'] {
  const { person, personId, address } = actor;
  if (person) {
    const isSame = person.name === name && person.address === address;
    if (isSame && now - (person.last_seen_at ?? 0) < SEEN_MS) return null;
    return { update: { id: personId, name, address, last_seen_at: now } };
  }
  return {
    insert: {
      id: personId,
      site_id: actor.site.id,
      role: 'visitor',
      name,
      account_id: null,
      address,
      ...PLAIN_PERSON,
      created_at: now,
      last_seen_at: now,
    },
  };
}

type Asked = Extract<Target, { asked: PageView }>;

function newConversation(actor: Actor, message: MessageRow, { asked: page, topic }: Asked): ConversationRow {
  const now = message.created_at;
  return {
    id: message.conversation_id,
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
    published_at: message.published_at,
    last_activity_at: now,
    last_seq: 0,
    deleted_at: null,
    deleted_by: null,
    ...PLAIN_CONVERSATION,
    topic,
    language: primaryLanguage(page.language),
  };
}

/** The language alone, of what a page says of itself: people say what they know by it (RFC 5646, 2.2.1). */
const primaryLanguage = (tag = '') => /^[a-z]{2,3}(?=-|$)/i.exec(tag)?.[0].toLowerCase() ?? null;

const STATE_OF = { allow: 'published', flag: 'published', hold: 'held', reject: 'rejected' } as const;

function newMessage(ctx: AppContext, decided: Decided, conversationId: string, now: number): MessageRow {
  const { actor, sending, text, verdict } = decided;
  const state = STATE_OF[verdict.effect];
  return {
    id: ctx.random.id(),
    site_id: actor.site.id,
    conversation_id: conversationId,
    author_id: actor.personId,
    client_message_id: sending.clientMessageId,
    state,
    seq: null,
    is_question: sending.conversationId === null ? 1 : 0,
    body: text,
    reasons: JSON.stringify(storedReasons(verdict)),
    library_version: verdict.libraryVersion,
    state_reason: null,
    ...PLAIN_MESSAGE,
    reply_to: sending.replyTo ?? null,
    address: actor.address,
    created_at: now,
    published_at: state === 'published' ? now : null,
  };
}

function auditVerdict({ actor, verdict }: Decided, message: MessageRow): CommitMessage['audit'] {
  const act = {
    flag: 'message.flagged',
    hold: 'message.held',
    reject: 'message.rejected',
    allow: 'message.allowed',
  };
  return auditRow({
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
