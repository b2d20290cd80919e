import type { ConversationEvent, MessageState } from '../../server/protocol/frames.ts';

/** What happened to one client, written while it happens. `at` is milliseconds of one clock for all clients. */
export type Entry = { at: number } & Happening;

export type Happening =
  /** A person wrote a message. */
  | { kind: 'invoke'; clientMessageId: string; conversationId: string | null; text: string }
  /** The server acknowledged it. */
  | ({ kind: 'ok'; clientMessageId: string } & Seen)
  /** The server refused it. */
  | { kind: 'fail'; clientMessageId: string; code: string }
  /** The connection ended before an answer. */
  | { kind: 'unknown'; clientMessageId: string }
  /** History was read up to `position`; `from` is where it was asked to begin. */
  | { kind: 'subscribed'; conversationId: string; from: number; position: number }
  /** A public event, `live` or as history. */
  | ({ kind: 'deliver'; event: ConversationEvent['kind']; live: boolean; seq: number } & (Seen | NoMessage))
  /** A message shown to this client alone. */
  | ({ kind: 'private' } & Seen)
  /** A line of text that came any other way: a list row, somebody typing. */
  | { kind: 'glimpse'; text: string }
  | { kind: 'resync'; conversationId: string }
  | { kind: 'left'; conversationId: string }
  | { kind: 'dialed' }
  | { kind: 'opened' }
  | { kind: 'welcome' }
  | { kind: 'closed'; code: number };

/** A message as it arrived; `text` is null where the view carries none. */
export type Seen = {
  messageId: string;
  conversationId: string;
  seq: number | null;
  state: MessageState;
  text: string | null;
};
type NoMessage = { messageId: null; conversationId: string };

/** One client, what it may see, what happened to it, and what it shows in the end. */
export type ClientRecord = {
  name: string;
  personId: string | null;
  mayModerate: boolean;
  entries: Entry[];
  /** The public messages on screen when everything had settled; null where nothing was open. */
  transcript: { conversationId: string; messageIds: string[] } | null;
};

/** What the database holds afterwards. */
export type Stored = {
  messages: StoredMessage[];
  events: {
    conversationId: string;
    seq: number;
    kind: ConversationEvent['kind'];
    messageId: string | null;
  }[];
  /** The answer of `PRAGMA integrity_check`. */
  integrity: string;
};

export type StoredMessage = {
  id: string;
  conversationId: string;
  authorId: string;
  clientMessageId: string;
  state: MessageState;
  seq: number | null;
  text: string;
};
