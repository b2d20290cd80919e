import type { ConversationView } from '../../server/protocol/frames.ts';
import type { ConversationScope } from '../../server/protocol/widget.ts';
import { type Api, ChatError } from './api.ts';
import type { ChatState, ListState } from './chat-state.ts';
import {
  type Lists,
  SCOPES,
  withAnswer,
  withConversation,
  withoutConversation,
} from './conversation-lists.ts';
import type { WhoAmI } from './identity.ts';

export type LoadedListsOptions = {
  api: Api;
  identity: WhoAmI;
  pageUrl: () => string;
  changed: (shown: Partial<Pick<ChatState, 'lists' | 'here' | 'answerMs'>>) => void;
};

/** The three lists of conversations: read over HTTP, kept up to date by what the socket tells. */
export class LoadedLists {
  readonly #options: LoadedListsOptions;
  #lists: Lists;

  constructor(empty: Lists, options: LoadedListsOptions) {
    this.#lists = empty;
    this.#options = options;
  }

  async load(scope: ConversationScope): Promise<void> {
    await this.#read(scope, null);
  }

  async more(scope: ConversationScope): Promise<void> {
    const { next, status } = this.#lists[scope];
    if (next && status !== 'loading') await this.#read(scope, next);
  }

  /** What changed while nobody listened is only known by asking again. */
  reload(): void {
    for (const scope of SCOPES) {
      if (this.#lists[scope].status !== 'idle') void this.load(scope);
    }
  }

  /** The shop went to another page: its conversations are not those of the one before. */
  pageChanged(): void {
    if (this.#lists.page.status === 'idle') return;
    this.#show('page', { ...this.#lists.page, conversations: [], next: null });
    void this.load('page');
  }

  put(conversation: ConversationView): void {
    this.#lists = withConversation(this.#lists, conversation, this.#options.pageUrl());
    this.#options.changed({ lists: this.#lists });
  }

  remove(conversationId: string): void {
    this.#lists = withoutConversation(this.#lists, conversationId);
    this.#options.changed({ lists: this.#lists });
  }

  async #read(scope: ConversationScope, before: string | null): Promise<void> {
    const { api, identity, pageUrl, changed } = this.#options;
    this.#show(scope, { ...this.#lists[scope], status: 'loading', error: null });
    const url = pageUrl();
    try {
      const answer = await api.conversations(await identity.token(), { scope, url, before });
      // Meanwhile the shop may have gone to another page: that page's list is on its way.
      if (scope === 'page' && url !== pageUrl()) return;
      this.#show(scope, withAnswer(this.#lists[scope], answer, before !== null));
      const { here, answerMs = 0 } = answer;
      changed({ lists: this.#lists, here, answerMs });
    } catch (error) {
      if (!(error instanceof ChatError)) throw error;
      this.#show(scope, { ...this.#lists[scope], status: 'error', error: error.message });
    }
  }

  #show(scope: ConversationScope, list: ListState): void {
    this.#lists = { ...this.#lists, [scope]: list };
    this.#options.changed({ lists: this.#lists });
  }
}
