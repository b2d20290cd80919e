/**
 * What the back office and the server say to each other of the library. Types only; the routes stand under
 * `/api/back-office/:site` like those of back-office.ts, and are for managers.
 */
import type { Page } from './back-office.ts';
import type { AuthorView, MessageState, ReasonView, Role } from './frames.ts';

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
export type LibraryCategory = {
  name: string;
  effect: Effect;
  entries: number;
  /** Of them, those it says the effect for: an allowed one always lets through. */
  forbidden: number;
};

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
