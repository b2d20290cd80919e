/**
 * What the back office and the server say to each other over HTTP. Types only; every route is under
 * `/api/back-office/:site` and needs the session cookie of a moderator (queue, alerts, a message's acts) or
 * of a manager (all of it). Lists answer `{ items, next }`; `next` is an opaque cursor for `?after=`.
 */
import type {
  AuthorView,
  ContributionMode,
  ConversationState,
  ConversationView,
  Display,
  MessageState,
  MessageView,
  PageView,
  ReasonView,
  Role,
} from './frames.ts';

export type Page<Item> = { items: Item[]; next: string | null };

/** GET /api/back-office/session -> who is signed in, and on which sites. 401 when nobody is. */
export type SessionAnswer = {
  me: { id: string; name: string; email: string | null };
  sites: { id: string; name: string; role: Role; personId: string; mayRelease: boolean; mayBlock: boolean }[];
};

/** GET queue?kind=held|reported|alert, oldest first. */
export type QueueKind = 'held' | 'reported' | 'alert';
export type QueueItem = {
  /** The message's id: one card a message, whatever brought it here. */
  id: string;
  kinds: QueueKind[];
  since: number;
  message: {
    id: string;
    state: MessageState;
    text: string;
    author: AuthorView;
    createdAt: number;
    reasons: ReasonView[];
    earlier?: EarlierText[];
  };
  conversation: { id: string; state: ConversationState; question: string; page: PageView };
  /** Up to two published messages before and two after, oldest first. */
  before: { authorName: string; role: Role; text: string }[];
  after: { authorName: string; role: Role; text: string }[];
  reports: { id: string; reason: string; by: string; at: number }[];
  reported: ReportsSummary | null;
  alerts: { id: string; note: string; by: string; at: number; degree: 'look' | 'now' }[];
  author: AuthorRecord;
};
/** What is known of an author, for who must decide. Address parts are null for moderators. */
export type AuthorRecord = {
  id: string;
  name: string;
  role: Role;
  since: number;
  published: number;
  rejected: number;
  banned: boolean;
  address: string | null;
  blockRange: string | null;
  namesOnAddress: number;
  notes: number;
};

/**
 * Open reports of one message. `weight` in hundredths of a report: at `threshold` × 100 the message hides by
 * itself, if somebody with standing is among them. `flood`: they come from one network, or all from newcomers.
 */
export type ReportsSummary = {
  people: number;
  networks: number;
  newcomers: number;
  weight: number;
  threshold: number;
  flood: 'one-network' | 'newcomers' | null;
};

export type QueueAnswer = Page<QueueItem> & { counts: { all: number } & Record<QueueKind, number> };

/** POST messages/:id { act, reason } -> { message: MessageView } (409 with who and what when decided). */
export type ModerateAnswer = { message: MessageView; undo: string | null };
/** POST reports/dismiss { messageId } -> 204: settled as the message stands, upheld where it is out of sight. */
/** POST undo { id } -> 204: takes back an act within its ten seconds and after, where the state allows. */

/**
 * GET conversations?state=&q=&after= ; q searches texts, pages and names, deleted ones only with state=deleted.
 * Words are found by their beginning, in any order; "words in quotation marks" side by side.
 */
export type ConversationsPage = Page<ConversationRow> & { search?: SearchOutcome };
/** `cut-short`: it took long, `next` goes on from there; `too-vague`: there is no word in it to look for. */
export type SearchOutcome = 'complete' | 'cut-short' | 'too-vague';
export type ConversationRow = ConversationView & {
  messages: number;
  held: number;
  deletedAt: number | null;
  eraseAt: number | null;
};
/** GET conversations/:id -> everything in it, every state. */
/** What a message said before its author changed it, until when. For moderators only. */
export type EarlierText = { text: string; replacedAt: number };
export type ConversationDetail = {
  conversation: ConversationRow;
  messages: (MessageView & { text: string; address: string | null; earlier?: EarlierText[] })[];
};
/** DELETE conversations/:id { reason } ; POST conversations/:id/restore ; POST conversations/:id/close|reopen */

/** GET blocks */
export type AddressBlock = {
  id: string;
  range: string;
  reason: string;
  by: string;
  at: number;
  expiresAt: number | null;
};
/** POST blocks { range, reason, expiresInHours|null } -> 201. GET blocks/preview?range= . DELETE blocks/:id */
export type BlockPreview = {
  range: string;
  people: number;
  names: string[];
  members: number;
  connections: number;
};

/** GET people?q=&role=&after= */
export type PersonRow = {
  id: string;
  name: string;
  role: Role;
  email: string | null;
  since: number;
  published: number;
  rejected: number;
  lastSeenAt: number | null;
  picture: string | null;
  ban: { id: string; reason: string; expiresAt: number | null } | null;
  /** The shop itself said who this is. */
  verified: boolean;
};
/** POST people/:id/role { role } ; POST people/:id/ban { reason, expiresInHours|null } ; DELETE people/:id/ban */
/** DELETE people/:id/picture : moderators too; it is erased. */
/** POST people/:id/sign-in-link -> { link } : single use, for whom no mail reaches. */

export type MatchKind = 'is' | 'starts-with' | 'contains' | 'pattern';
export type PageRule = {
  id: string;
  matchKind: MatchKind;
  matchValue: string;
  show: boolean;
  display: Display;
  invitation: string | null;
  topic: string | null;
  /** null = the site's mode. */
  mode: ContributionMode | null;
};
/** GET page-rules -> { items } ; PUT page-rules { rules: PageRule[] } replaces the whole ordered list. */
/** GET page-rules/try?url= -> which rule decides (null = the site's default) and what it says. */
export type TryUrlAnswer = { ruleId: string | null; show: boolean; display: Display; mode: ContributionMode };

/** GET site ; PATCH site (any of the fields) */
export type SiteSettings = {
  id: string;
  name: string;
  locale: 'fr' | 'en';
  mode: ContributionMode;
  chatDefault: 'everywhere' | 'nowhere';
  moderatorsMayRelease: boolean;
  reportThreshold: number;
  allowedOrigins: string[];
  accent: string | null;
  community: CommunitySettings;
};
export type CommunitySettings = {
  /** What moderators see and may do beside hiding and restoring. */
  moderatorsSeeMatches: boolean;
  moderatorsMayBlock: boolean;
  /** When a question nobody took is told to everybody, and when those are reminded who were told. */
  widenAfterMinutes: number;
  remindAfterMinutes: number;
  /** "usually answered in 4 min" */
  showAnswerTime: boolean;
  /** Points, badges and thanks of the month. */
  recognition: boolean;
  /** Accepted by whoever joins; null = none. */
  houseRules: { fr: string | null; en: string | null };
};

/** GET audit-log?act=&q=&after= , newest first */
export type AuditLogEntry = {
  id: string;
  at: number;
  /** null = the system */
  actor: AuthorView | null;
  act: string;
  targetKind: string;
  targetId: string | null;
  /** A short line a person can read: the message's first words, a range, a role. */
  target: string;
  reason: string | null;
  details: Record<string, string | number | boolean | null>;
};
