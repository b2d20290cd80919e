import type { ConversationScope, ConversationView } from '../../server/protocol/frames.ts';
import type { ChatState, ListState } from './chat-state.ts';

type Lists = ChatState['lists'];

/** A page's address without query, fragment or trailing slash: what "this page" means, as on the server. */
export function pageKey(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname.replace(/\/+$/, '');
}

/** The lists after a conversation is new or changed: each one that it belongs to, newest activity first. */
export function withConversation(lists: Lists, conversation: ConversationView, page: string): Lists {
  const belongs: Record<ConversationScope, boolean> = {
    page: !conversation.unpublished && pageKey(conversation.page.url) === page,
    site: !conversation.unpublished,
    mine: conversation.mine,
  };
  return mapLists(lists, (list, scope) => {
    if (list.status !== 'ready') return list;
    const others = list.conversations.filter(({ id }) => id !== conversation.id);
    const all = belongs[scope] ? [...others, conversation] : others;
    return { ...list, conversations: all.sort((a, b) => b.lastActivityAt - a.lastActivityAt) };
  });
}

export function withoutConversation(lists: Lists, id: string): Lists {
  return mapLists(lists, (list) => ({
    ...list,
    conversations: list.conversations.filter((conversation) => conversation.id !== id),
  }));
}

export function mapLists(
  lists: Lists,
  change: (list: ListState, scope: ConversationScope) => ListState,
): Lists {
  return {
    page: change(lists.page, 'page'),
    site: change(lists.site, 'site'),
    mine: change(lists.mine, 'mine'),
  };
}
