import type { Locale } from '../../server/protocol/frames.ts';
import type { ChatClient } from '../client/chat-client.ts';
import type { ViewState } from '../client/view-state.ts';
import type { Words } from '../locales/words.ts';

/** What every part of the chat is given, besides what it shows. */
export type ChatContext = {
  client: ChatClient;
  view: ViewState;
  words: Words;
  locale: Locale;
  /** The side screen that the page itself is, where it is one. */
  main?: string;
};
