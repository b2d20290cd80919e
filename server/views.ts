/** Row → what this viewer may see. The only place that decides it. */
import type { AuthorColumns, MessageWithAuthor } from '../db/messages.ts';
import type { ConversationRow } from '../db/schema.ts';
import { LIMITS } from './limits.ts';
import type { AuthorView, ConversationView, MessageView, PageView, ReasonView } from './protocol/frames.ts';
import { HIDDEN_BY_REPORTS } from './protocol/frames.ts';

/** As much of a viewer as decides what they see; `personId` null = anybody. */
export type Viewer = { personId: string | null; mayModerate: boolean; seesMatches: boolean };

/** A message as this viewer may see it; null when for them it does not exist. */
export function messageView(row: MessageWithAuthor, viewer: Viewer): MessageView | null {
  const mine = row.author_id === viewer.personId;
  const insider = mine || viewer.mayModerate;
  const base = {
    id: row.id,
    conversationId: row.conversation_id,
    author: authorView(row),
    createdAt: row.created_at,
    seq: row.seq,
    mine,
    ...(row.reply_to ? { replyTo: row.reply_to } : {}),
    ...(row.edited_at && (insider || row.state === 'published') ? { editedAt: row.edited_at } : {}),
    ...(mine ? { clientMessageId: row.client_message_id } : {}),
  };
  switch (row.state) {
    case 'published':
      return {
        ...base,
        state: 'published',
        text: row.body,
        ...(row.thanks ? { thanks: row.thanks } : {}),
        ...(mine ? { editableUntil: editableUntil(row) } : {}),
        ...(viewer.mayModerate ? flagged(row, viewer) : {}),
      };
    case 'held':
      return insider ? { ...base, state: 'held', text: row.body, reasons: reasonsFor(row, viewer) } : null;
    case 'rejected':
      return insider
        ? {
            ...base,
            state: 'rejected',
            text: row.body,
            reason: row.state_reason,
            reasons: reasonsFor(row, viewer),
          }
        : null;
    case 'hidden':
      return {
        ...base,
        state: 'hidden',
        ...(insider ? { text: row.body, reason: row.state_reason } : {}),
        ...(mine && row.state_reason === HIDDEN_BY_REPORTS ? { mayEdit: true as const } : {}),
      };
    case 'removed':
      return { ...base, state: 'removed', ...(insider ? { reason: row.state_reason } : {}) };
  }
}

const editableUntil = (row: MessageWithAuthor) => row.created_at + LIMITS.editing.withinMs;

/**
 * Reasons as the library gave them; an author is told the kind and the place, not the list's entry; a moderator
 * who is not to see what matched, the kind alone.
 */
export function reasonsFor(row: MessageWithAuthor, viewer: Viewer): ReasonView[] {
  const reasons = JSON.parse(row.reasons) as ReasonView[];
  if (viewer.seesMatches) return reasons;
  return row.author_id === viewer.personId ? reasons.map(toldToAuthor) : reasons.map(kindAlone);
}

const toldToAuthor = ({ kind, category, spans }: ReasonView): ReasonView => ({
  kind,
  category,
  entry: null,
  spans,
});

const kindAlone = ({ kind, category }: ReasonView): ReasonView => ({
  kind,
  category,
  entry: null,
  spans: [],
});

function flagged(row: MessageWithAuthor, viewer: Viewer): { reasons?: ReasonView[] } {
  const reasons = reasonsFor(row, viewer);
  return reasons.length > 0 ? { reasons } : {};
}

export function pageView(row: ConversationRow): PageView {
  return {
    url: row.page_url,
    title: row.page_title,
    ...(row.product_name ? { productName: row.product_name } : {}),
    ...(row.image_url ? { imageUrl: row.image_url } : {}),
  };
}

/** What a list row is made of beside the conversation itself. */
export type ConversationHead = {
  question: MessageWithAuthor;
  /** The newest published one. */
  lastAnswer: ConversationView['lastAnswer'];
  answers: number;
  mayWrite: boolean;
  takenBy: ConversationView['takenBy'];
};

/** A conversation as a row of this viewer's lists. Its texts come from published messages only. */
export function conversationView(
  row: ConversationRow,
  head: ConversationHead,
  viewer: Viewer,
): ConversationView {
  const { question, lastAnswer } = head;
  return {
    id: row.id,
    state: row.state,
    question: textShownTo(question, viewer),
    author: authorView(question),
    page: pageView(row),
    createdAt: row.created_at,
    lastActivityAt: row.last_activity_at,
    answers: head.answers,
    lastAnswer,
    lastSeq: row.last_seq,
    ...(row.accepted_message_id ? { acceptedMessageId: row.accepted_message_id } : {}),
    ...(row.topic ? { topic: row.topic } : {}),
    ...(row.language ? { language: row.language } : {}),
    ...(head.takenBy ? { takenBy: head.takenBy } : {}),
    mine: row.author_id === viewer.personId,
    unpublished: row.published_at === null,
    mayWrite: head.mayWrite,
  };
}

export function authorView(row: AuthorColumns & { author_id: string }): AuthorView {
  return {
    id: row.author_id,
    name: row.author_name,
    role: row.author_role,
    ...(row.author_picture ? { picture: row.author_picture } : {}),
    ...(row.author_verified ? { verified: true as const } : {}),
    ...(row.author_badge ? { badge: row.author_badge } : {}),
  };
}

function textShownTo(question: MessageWithAuthor, viewer: Viewer): string {
  const view = messageView(question, viewer);
  const readable = view && (view.state === 'published' || view.state === 'held' || view.state === 'rejected');
  return readable ? view.text : '';
}
