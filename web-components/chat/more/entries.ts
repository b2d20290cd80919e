/**
 * The side screens of the chat: what the "more" button of the header offers, in the order of the menu. The
 * button is there only for people who have at least one entry; a visitor who never wrote loads nothing of it.
 *
 * To add one:
 * 1. a folder `more/NAME/` with the element, its words (`words.ts`: the type and a loader, one file per
 *    language) and nothing that a chat without it would have to load;
 * 2. the element: a LitElement with two properties, `context: ChatContext` (client, words, locale) and
 *    `state: ChatState`, both replaced by the chat whenever something changed. It fills the place of the list
 *    (`:host { display: block; overflow-y: auto }`), below a header with the entry's label and a way back. It
 *    goes back by itself by dispatching `new SideEvent(null)`; it opens a conversation by
 *    `context.client.openConversation(id)`, from which one comes back to it;
 * 3. its entry here. Only `isFor`, `badge` and the short words of the menu are loaded with the menu; `load`
 *    imports the element when it is chosen, defines it and tells its tag.
 *
 * Each frame of the server is a `frame` event of `context.client` (its `detail`); `context.client.ask` speaks to
 * routes of one's own.
 */
import type { Locale } from '../../../server/protocol/frames.ts';
import type { ChatClient } from '../../client/chat-client.ts';
import type { ChatState } from '../../client/chat-state.ts';
import { availabilityEntry } from './availability/entry.ts';
import { contributionsEntry } from './contributions/entry.ts';
import { notificationsEntry } from './notifications/entry.ts';
import { toReviewEntry } from './to-review/entry.ts';
import { waitingEntry } from './waiting/entry.ts';

export type MoreEntry = {
  id: string;
  /** Whether this person has it in their menu now. */
  isFor: (state: ChatState) => boolean;
  words: (locale: Locale) => Promise<EntryWords>;
  /** @returns the tag of the element, defined. */
  load: () => Promise<string>;
  /** How many things wait behind it; 0 shows nothing. Asked again at each change of the chat's state. */
  badge?: (state: ChatState, client: ChatClient) => number;
  /** Begins to follow what the badge counts beside the state; `changed` draws it anew. @returns what stops it */
  watch?: (client: ChatClient, changed: () => void) => Promise<() => void>;
};

/** The label in the menu and above the screen, and the badge as one hears it: "3 waiting". */
export type EntryWords = { label: string; waiting?: (count: number) => string };

export const ENTRIES: MoreEntry[] = [
  waitingEntry,
  toReviewEntry,
  availabilityEntry,
  notificationsEntry,
  contributionsEntry,
];
