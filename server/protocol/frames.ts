/**
 * THE CONTRACT between the browser and the server: every frame on the socket, and every view of a row as a
 * viewer may see it. Imports nothing, so both sides can import it for free. Times are milliseconds since the Unix epoch; ids are opaque strings.
 */

export const PROTOCOL_VERSION = 1;

export type Role = 'visitor' | 'expert' | 'moderator' | 'manager';
export type ContributionMode = 'open' | 'invite-only';
export type ConversationState = 'open' | 'answered' | 'closed' | 'deleted';
export type MessageState = 'published' | 'held' | 'rejected' | 'hidden' | 'removed';
export type Locale = 'fr' | 'en';
export type Display = 'launcher' | 'in-place';

/** What the filter saw, in words a person can be shown. `start`/`end` are UTF-16 offsets in the text. */
export type ReasonKind =
  | 'term'
  | 'link'
  | 'personal-data'
  | 'repetition'
  | 'pace'
  | 'newcomer'
  | 'shouting'
  | 'filter-error';
export type ReasonView = {
  kind: ReasonKind;
  category: string;
  entry: string | null;
  spans: { start: number; end: number }[];
  /** How it was hidden, for who moderates: `lookalike letters`, `separated letters` … */
  disguise?: string[];
};

/** The page of the shop somebody is on, as the page itself tells it. */
export type PageView = {
  url: string;
  title: string;
  productName?: string;
  imageUrl?: string;
  /** As the page says of itself, BCP 47. */
  language?: string;
};

export type AuthorView = {
  id: string;
  name: string;
  role: Role;
  /** At /api/widget/pictures/ID. */
  picture?: string;
  /** The shop itself said who this is: a customer of theirs. */
  verified?: true;
  /** One of GET /api/widget/badges: frames hold its id, so that each viewer reads its name in their language. */
  badge?: string;
};

/**
 * A message as this viewer may see it, a variant for each thing a viewer may see. `seq` is the number of
 * the public event that showed the message; null while nobody but its author and moderators may see it.
 */
export type MessageView =
  | MessageBase<'published', { text: string; reasons?: ReasonView[] }>
  | MessageBase<'held', { text: string; reasons: ReasonView[] }>
  | MessageBase<'rejected', { text: string; reason: string | null; reasons: ReasonView[] }>
  /** `mayEdit`: reports hid it, and its author may change it once. */
  | MessageBase<'hidden', { text?: string; reason?: string | null; mayEdit?: true }>
  | MessageBase<'removed', { reason?: string | null }>;
type MessageBase<S extends MessageState, Fields> = {
  id: string;
  conversationId: string;
  author: AuthorView;
  createdAt: number;
  seq: number | null;
  /** True for the viewer's own message. */
  mine: boolean;
  /** Only on the viewer's own messages. */
  clientMessageId?: string;
  /** The id of a message of the same conversation. */
  replyTo?: string;
  editedAt?: number;
  /** How many thank for it; only where it is published. */
  thanks?: number;
  /** Until when the viewer may change or delete it: their own, published. */
  editableUntil?: number;
  state: S;
} & Fields;

/** A row of a list of conversations. `question` and `lastMessage` only ever come from published texts. */
export type ConversationView = {
  id: string;
  state: ConversationState;
  question: string;
  author: AuthorView;
  page: PageView;
  createdAt: number;
  lastActivityAt: number;
  /** Published messages of others than the asker. */
  answers: number;
  lastAnswer: { authorName: string; role: Role; text: string } | null;
  /** Position of the newest public event. */
  lastSeq: number;
  /** The answer its asker or a manager accepted. */
  acceptedMessageId?: string;
  topic?: string;
  /** BCP 47 */
  language?: string;
  /** An expert who says they are answering, until when at the latest. */
  takenBy?: { id: string; name: string; until: number };
  mine: boolean;
  /** True when only its author sees it: the question itself is held or was rejected. */
  unpublished: boolean;
  /** Whether this viewer may write here, after mode, role, block and state. */
  mayWrite: boolean;
};

/** What happened in a conversation, public, in order. Ids and views only, made for one kind of viewer. */
export type ConversationEvent =
  | { kind: 'message'; seq: number; message: MessageView }
  | { kind: 'message-changed'; seq: number; message: MessageView }
  | { kind: 'conversation-state'; seq: number; state: ConversationState; acceptedMessageId?: string };

export type MeView = {
  id: string;
  name: string | null;
  /** At /api/widget/pictures/ID. */
  picture?: string;
  role: Role;
  mayModerate: boolean;
  mayRelease: boolean;
  /** The site counts points, and this person has a row to count them on. */
  points?: true;
  /** What the managers ask them to become. */
  offer?: OfferView;
  /** Of a moderator: sees the words that matched; keeps an address out for an hour. */
  maySeeMatches?: true;
  mayBlock?: true;
};
export type OfferView = { id: string; role: 'expert' | 'moderator'; expiresAt: number };

/** Why a message could not be accepted at all. The text is never lost: it stays in the browser's queue. */
export type RefusalCode =
  | 'bad-request'
  | 'invalid-text'
  | 'name-required'
  | 'name-refused'
  | 'only-experts-answer'
  | 'conversation-closed'
  | 'reply-gone'
  | 'not-found'
  | 'conflict'
  | 'too-many'
  | 'banned'
  | 'blocked'
  | 'busy';

export type ClientFrame =
  | { op: 'hello'; version: number; site: string; token: string; page: PageView }
  /** Reads on from `lastSeq` (0 = from the start) then live. `epoch` is the one `lastSeq` belongs to. */
  | { op: 'subscribe'; conversationId: string; lastSeq: number; epoch: string | null }
  | { op: 'unsubscribe'; conversationId: string }
  /** `conversationId: null` asks a question and opens a conversation on `page`. */
  | {
      op: 'send';
      clientMessageId: string;
      conversationId: string | null;
      text: string;
      name: string | null;
      page: PageView | null;
      /** A published message of that conversation. */
      replyTo?: string;
    }
  | { op: 'typing'; conversationId: string }
  /** Somebody went to another page of the shop without a page load. */
  | { op: 'page'; page: PageView }
  | { op: 'ping' };

export type ServerFrame =
  | {
      op: 'welcome';
      epoch: string;
      me: MeView;
      mode: ContributionMode;
      mayAsk: boolean;
      token: string | null;
      serverTime: number;
    }
  /**
   * Answers `subscribe`: what came after `lastSeq`, oldest first, in as many of these as it takes; each
   * one's `conversation.lastSeq` is the position reached. The viewer's own unpublished messages always whole.
   */
  | {
      op: 'subscribed';
      epoch: string;
      conversation: ConversationView;
      events: ConversationEvent[];
      own: MessageView[];
      /** Held messages, for moderators only. */
      held: MessageView[];
      /** How many thank for each message of the conversation; for what is not named here, nobody does. */
      thanks: Record<string, number>;
      /** What this viewer thanks for in it. */
      thanked: string[];
    }
  /** The position asked for is unknown here: forget what is shown and subscribe again from 0. */
  | { op: 'resync'; conversationId: string }
  | { op: 'event'; conversationId: string; event: ConversationEvent }
  /** A message only this viewer may see, or one of theirs whose state changed out of the public's sight. */
  | { op: 'private'; message: MessageView }
  /** `conversation` where the message opened one, or was sent before; null where the row is known already. */
  | { op: 'ack'; clientMessageId: string; message: MessageView; conversation: ConversationView | null }
  | {
      op: 'refused';
      clientMessageId: string;
      code: RefusalCode;
      message: string;
      retryAfterMs: number | null;
    }
  | { op: 'typing'; conversationId: string; name: string }
  /** How many thank for a message now. Has no seq: what was missed is made good by `subscribed`. */
  | { op: 'thanks'; conversationId: string; messageId: string; thanks: number }
  | { op: 'presence'; here: number }
  /** A conversation of the site is new or its row changed. Only what every visitor may see. */
  | { op: 'conversation'; conversation: ConversationView }
  | { op: 'conversation-gone'; conversationId: string }
  /** To experts a waiting question is told to; its row comes as `conversation`. */
  | { op: 'waiting-question'; conversationId: string; wave: Wave }
  /** What the viewer may do changed: mode switched, role changed. */
  | { op: 'rights'; me: MeView; mode: ContributionMode; mayAsk: boolean }
  /** For moderators and managers: something in the back office changed, ask again. */
  | { op: 'back-office'; changed: BackOfficeList[]; waiting: number }
  | { op: 'not-found'; conversationId: string }
  | { op: 'error'; code: string; message: string }
  /** Answers `ping`: how far each conversation listened to has come, so that a lost event is noticed. */
  | { op: 'pong'; heads: { conversationId: string; lastSeq: number }[] };

/** Whom a waiting question is told to: who it suits, then everybody, then everybody once more. */
export type Wave = 'first' | 'everybody' | 'reminder';

export type BackOfficeList =
  | 'queue'
  | 'alerts'
  | 'conversations'
  | 'library'
  | 'blocks'
  | 'people'
  | 'invitations'
  | 'page-rules'
  | 'site'
  | 'audit-log';

/**
 * 44xx: do not come back with what you have. 45xx, 1012, 1013 and any code not named here: come back later,
 * after a wait that grows. 46xx: come back at once, by the position reached.
 */
export const CLOSE = {
  restart: 1012,
  overload: 1013,
  policy: 1008,
  badFrame: 4400,
  badToken: 4401,
  forbidden: 4403,
  unknownSite: 4404,
  unsupportedVersion: 4426,
  helloTimeout: 4508,
  signedOut: 4601,
  tooSlow: 4608,
} as const;

/**
 * Where WebSocket does not get through. POST /api/stream with a `hello` frame answers text/event-stream: an
 * event `stream` whose data is { id }, then every ServerFrame as the data of one event; at the end an event
 * `close` with { code, reason }. POST /api/stream/ID with ClientFrame[] -> 204, 404 when the stream is gone.
 */
export type StreamOpened = { id: string };
export type StreamClosed = { code: number; reason: string };

/** Why a message is hidden, where enough reports did it: its author may still change it, or has done so. */
export const HIDDEN_BY_REPORTS = 'reports';
export const HIDDEN_AGAIN = 'reports-again';

/** POST /api/widget/messages/:id/report { site, reason } -> 204 */
export const REPORT_REASONS = ['insult', 'spam', 'personal-data', 'off-topic', 'other'] as const;
export type ReportReason = (typeof REPORT_REASONS)[number];

/**
 * POST /api/moderation/messages/:id { site, act, reason } -> { message }. 409 `conflict` when somebody else
 * decided first; the error's message says who and what.
 */
export const MODERATION_ACTS = ['release', 'reject', 'hide', 'restore', 'remove'] as const;
export type ModerationAct = (typeof MODERATION_ACTS)[number];
export type ModerateBody = { site: string; act: ModerationAct; reason: string | null };
