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
  sites: { id: string; name: string; role: Role; personId: string; mayRelease: boolean }[];
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
  };
  conversation: { id: string; state: ConversationState; question: string; page: PageView };
  /** Up to two published messages before and two after, oldest first. */
  before: { authorName: string; role: Role; text: string }[];
  after: { authorName: string; role: Role; text: string }[];
  reports: { id: string; reason: string; by: string; at: number }[];
  alerts: { id: string; note: string; by: string; at: number }[];
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
};
export type QueueAnswer = Page<QueueItem> & { counts: { all: number } & Record<QueueKind, number> };

/** POST messages/:id { act, reason } -> { message: MessageView } (409 with who and what when decided). */
export type ModerateAnswer = { message: MessageView; undo: string | null };
/** POST reports/dismiss { messageId } -> 204: nothing wrong with it. POST alerts/:id/close { answer } -> 204. */
/** POST undo { id } -> 204: takes back an act within its ten seconds and after, where the state allows. */

/** GET conversations?state=&q=&after= ; q searches texts and names, deleted ones only with state=deleted. */
export type ConversationRow = ConversationView & {
  messages: number;
  held: number;
  deletedAt: number | null;
  eraseAt: number | null;
};
/** GET conversations/:id -> everything in it, every state. */
export type ConversationDetail = {
  conversation: ConversationRow;
  messages: (MessageView & { text: string; address: string | null })[];
};
/** DELETE conversations/:id { reason } ; POST conversations/:id/restore ; POST conversations/:id/close|reopen */

export type EntryKind = 'term' | 'link';
export type Listing = 'forbidden' | 'allowed';
export type Effect = 'hold' | 'reject' | 'flag';
export type Strictness = 'normal' | 'strict' | 'literal';

/** What a manager writes about a term or a link. */
export type NewLibraryEntry = {
  kind: EntryKind;
  listing: Listing;
  text: string;
  category: string;
  /** null = the category's. */
  effect: Effect | null;
  note: string | null;
  /** Terms only: how much is seen through, and what must be the same. Absent = normal, false, false, null. */
  strictness?: Strictness;
  exactCase?: boolean;
  exactAccents?: boolean;
  /** Only in texts of this language; null = in all. */
  language?: string | null;
  /** Links only: whether sub-domains are meant too; true when absent. */
  subdomains?: boolean;
};
/** GET library?kind=&listing=&category=&effect=&from=own|<vocabulary>&sort=recent|text|hits|overturned&q=&after= */
export type LibraryEntry = Required<NewLibraryEntry> & {
  id: string;
  addedBy: string | null;
  addedAt: number;
  changedBy: string | null;
  changedAt: number | null;
  /** Of a starter vocabulary; it can be changed and removed like any other. */
  vocabulary: string | null;
  /** Messages it stopped or flagged, the last one, and how many of them a person published after all. */
  hits: number;
  lastHitAt: number | null;
  overturned: number;
};
export type LibraryAnswer = Page<LibraryEntry> & {
  version: number;
  total: number;
  categories: LibraryCategory[];
};
/** PUT library/categories { name, effect } -> LibraryCategory. An entry without an effect of its own has its. */
export type LibraryCategory = { name: string; effect: Effect; entries: number };

/** A change somebody thinks about: tried and backtested before it is saved. */
export type LibraryDraft = {
  add: NewLibraryEntry[];
  change: { id: string; entry: EntryChange }[];
  remove: string[];
};
export type EntryChange = Partial<Omit<NewLibraryEntry, 'kind' | 'text'>>;

/** POST library/check { entries } -> what to think of before saving them. */
export type CheckAnswer = { warnings: EntryWarning[] };
export type EntryWarning = {
  /** Which of the entries asked about. */
  index: number;
  code: WarningCode;
  /** `refused` = it cannot be saved; `doubtful` = it can, after a second look. */
  weight: 'refused' | 'doubtful';
  /** With `common-word`, when it was seen: the share (0 to 1) of last month's published messages it would stop. */
  share?: number;
};
export type WarningCode =
  | 'empty'
  | 'too-short'
  | 'too-long'
  | 'not-a-link'
  | 'whole-ending'
  | 'own-domain'
  | 'common-word'
  | 'already-there'
  | 'twice-in-list'
  | 'covered-by-allowed';

/** POST library/entries { entries } -> 201. All of them in one new version; those already there stay as they are. */
export type AddedAnswer = { added: LibraryEntry[]; alreadyThere: string[]; version: number };
/** PATCH library/entries { ids, change: EntryChange } ; POST library/entries/remove { ids } */
export type ChangedAnswer = { changed: number; version: number };
/** GET library/suggestions?text=&language=fr|en -> feminine, plural, verb forms that are not in it yet. */
export type SuggestionsAnswer = { forms: string[] };

/** POST library/try { text, role, language?, draft? } */
export type TryAnswer = {
  verdict: 'allow' | 'flag' | 'hold' | 'reject';
  reasons: ReasonView[];
  version: number;
};

/** POST library/backtests { draft, days } -> 202 { id } ; DELETE library/backtests/:id stops it. */
/** GET library/backtests/:id, while it runs and for an hour after. */
export type Backtest = {
  id: string;
  state: 'running' | 'done' | 'stopped' | 'failed';
  read: number;
  total: number;
  /** Messages the draft would treat otherwise than the library does now. */
  stopped: { hold: number; reject: number; flag: number };
  freed: number;
  /** Those published and thanked first, at most 50. */
  samples: BacktestSample[];
};
export type BacktestSample = {
  messageId: string;
  conversationId: string;
  text: string;
  author: AuthorView;
  at: number;
  state: MessageState;
  now: 'allow' | Effect;
  then: 'allow' | Effect;
  reasons: ReasonView[];
};

/**
 * POST library/imports?format=csv|json&category=&effect= with the file as the body -> 202 { id }: read in the
 * background. GET library/imports/:id -> LibraryImport. GET library/imports/:id/lines?outcome=&after= ->
 * Page<ImportLine>. POST library/imports/:id/apply { doubtful: boolean } -> 202. DELETE library/imports/:id.
 */
export type LibraryImport = {
  id: string;
  state: 'reading' | 'read' | 'saving' | 'saved' | 'failed';
  done: number;
  total: number;
  counts: Record<ImportOutcome, number>;
  /** Once saved. */
  version: number | null;
  /** Why it failed; with state `read`, why it was not saved and may be again. */
  problem: ImportProblem | null;
};
export type ImportProblem =
  | 'no-known-column'
  | 'not-a-list'
  | 'not-in-lines'
  | 'too-many-lines'
  | 'library-busy'
  | 'failed';
export type ImportOutcome = 'new' | 'changed' | 'same' | 'doubtful' | 'refused';
export type ImportLine = {
  line: number;
  outcome: ImportOutcome;
  text: string;
  code: WarningCode | 'unknown-column-value' | 'unreadable' | null;
  /** The column and what stood there, for `unknown-column-value`. */
  column: string | null;
};
/** GET library/export?format=csv|json -> the whole library as a file; a cell that looks like a formula is quoted. */

/** GET library/versions, newest first. */
export type LibraryVersion = {
  version: number;
  at: number;
  by: string | null;
  added: number;
  changed: number;
  removed: number;
  /** A few of the entries, to recognise it by. */
  texts: string[];
};
/** GET library/versions/:from/compare/:to -> Page<VersionDifference>. */
export type VersionDifference = {
  kind: EntryKind;
  text: string;
  before: NewLibraryEntry | null;
  after: NewLibraryEntry | null;
};
/** POST library/versions/:version/restore -> ChangedAnswer: a new version that says what that one said. */

/** GET library/vocabularies -> { items: VocabularyRow[] } */
export type VocabularyRow = {
  name: string;
  language: string;
  version: number;
  /** null = not in this library. */
  installed: number | null;
  entries: number;
  licence: string;
  /** How many lines of the newer pack differ from what was taken over. */
  differences: number;
};
/** GET library/vocabularies/:name/difference -> { items: VocabularyDifference[] } */
export type VocabularyDifference = { text: string; outcome: 'new' | 'gone'; category: string };
/** POST library/vocabularies/:name { accept: string[] | 'all' } -> ChangedAnswer. DELETE takes its entries out. */

/**
 * POST messages/:id/library-fix { fix, preview } for a held message that should not have been. With
 * `preview` nothing changes. Otherwise it is in force, the message stays held until somebody releases it, and
 * POST undo { id } takes it back.
 */
export type LibraryFix =
  | { kind: 'allow-phrase'; text: string }
  | { kind: 'whole-word'; entryId: string }
  | { kind: 'trust-author' };
export type LibraryFixAnswer = {
  /** What would now be thought of this message, and of others that wait for the same reason. */
  verdict: 'allow' | Effect;
  alsoFreed: number;
  undo: string | null;
};

/** GET library/rules ; PATCH library/rules (any of the fields) */
export type LibraryRules = {
  linkPolicy: Record<Role, 'none' | 'allowed-only' | 'any-but-forbidden'>;
  personalData: boolean;
  orderNumber: string | null;
  repetition: boolean;
  pace: boolean;
  newcomerHeld: number;
  newcomerLinks: boolean;
  shouting: boolean;
};

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
  ban: { id: string; reason: string; expiresAt: number | null } | null;
};
/** POST people/:id/role { role } ; POST people/:id/ban { reason, expiresInHours|null } ; DELETE people/:id/ban */
/** POST people/:id/sign-in-link -> { link } : single use, for whom no mail reaches. */

/** GET invitations */
export type InvitationRow = {
  id: string;
  role: Role;
  email: string | null;
  name: string | null;
  state: 'waiting' | 'used' | 'expired' | 'revoked';
  by: string;
  createdAt: number;
  expiresAt: number;
  usedAt: number | null;
};
/** POST invitations { role, email|null, name|null } -> 201 ; DELETE invitations/:id revokes. */
export type NewInvitationAnswer = { invitation: InvitationRow; link: string; mailed: boolean };

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
