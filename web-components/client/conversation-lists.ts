import type { ConversationView } from '../../server/protocol/frames.ts';
import type { ConversationScope, ConversationsAnswer } from '../../server/protocol/widget.ts';
import type { ListState } from './chat-state.ts';

export type Lists = Record<ConversationScope, ListState>;
export const SCOPES = ['page', 'site', 'mine'] as const satisfies ConversationScope[];

/** A list read from its start, or its next part added below. */
export function withAnswer(list: ListState, answer: ConversationsAnswer, isMore: boolean): ListState {
  const known = isMore ? list.conversations : [];
  const added = answer.conversations.filter(({ id }) => !known.some((one) => one.id === id));
  return { status: 'ready', conversations: [...known, ...added], next: answer.next, error: null };
}

/** A conversation is new or changed: it goes where it belongs in every list already loaded. */
export function withConversation(lists: Lists, conversation: ConversationView, pageUrl: string): Lists {
  const changed = { ...lists };
  for (const scope of SCOPES) {
    const list = lists[scope];
    if (list.status === 'idle' || !belongs(conversation, scope, pageUrl)) continue;
    const others = list.conversations.filter(({ id }) => id !== conversation.id);
    const isKnown = others.length < list.conversations.length;
    const oldest = others.at(-1)?.lastActivityAt ?? 0;
    if (!isKnown && list.next && conversation.lastActivityAt < oldest) continue;
    changed[scope] = { ...list, conversations: [...others, conversation].sort(byActivity) };
  }
  return changed;
}

export function withoutConversation(lists: Lists, id: string): Lists {
  const changed = { ...lists };
  for (const scope of SCOPES) {
    const list = lists[scope];
    if (!list.conversations.some((one) => one.id === id)) continue;
    changed[scope] = { ...list, conversations: list.conversations.filter((one) => one.id !== id) };
  }
  return changed;
}

function belongs(conversation: ConversationView, scope: ConversationScope, pageUrl: string): boolean {
  if (scope === 'mine') return conversation.mine;
  if (conversation.unpublished) return false;
  return scope === 'site' || pageKey(conversation.page.url) === pageKey(pageUrl);
}

/** What names a page: no query, no fragment, no trailing slash. */
function pageKey(url: string): string {
  return URL.canParse(url) ? new URL(url).origin + new URL(url).pathname.replace(/\/+$/, '') : url;
}

const byActivity = (a: ConversationView, b: ConversationView): number => b.lastActivityAt - a.lastActivityAt;
