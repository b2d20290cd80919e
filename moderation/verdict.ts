import type { Disguise } from './disguise.ts';
export type Role = 'visitor' | 'expert' | 'moderator' | 'manager';
export type Effect = 'flag' | 'hold' | 'reject';
export type VerdictEffect = 'allow' | Effect;
export type ReasonKind =
  | 'term'
  | 'link'
  | 'personal-data'
  | 'repetition'
  | 'pace'
  | 'newcomer'
  | 'shouting'
  | 'filter-error';

/** UTF-16 offsets in the original text, end excluded. */
export type Span = { start: number; end: number };

/** Why a text was stopped: what matched, where, and how it was disguised. */
export type Reason = {
  kind: ReasonKind;
  category: string;
  /** The library's entry as it was written; null when a built-in rule decided. */
  entry: string | null;
  effect: Effect;
  spans: Span[];
  disguise?: Disguise[];
};

export type Verdict = { effect: VerdictEffect; reasons: Reason[]; libraryVersion: number };

/** One of the author's own recent messages. */
export type RecentMessage = { text: string; at: number; conversationId: string };

export type JudgeInput = {
  text: string;
  /** `published`: how many messages of this author others have read already; unknown when absent. */
  author: { role: Role; published?: number };
  /** Newest first. */
  history: RecentMessage[];
  /** Milliseconds since 1970, the clock of `history`. */
  now: number;
  /** Of the page or the conversation (`fr`, `en` …), for when the text itself does not tell. */
  language?: string | null;
};

const STRENGTH: Record<VerdictEffect, number> = { allow: 0, flag: 1, hold: 2, reject: 3 };

/** The stronger of two effects. */
function stronger<E extends VerdictEffect>(a: E, b: E): E {
  return STRENGTH[b] > STRENGTH[a] ? b : a;
}

/** The verdict these reasons add up to: the effect of the strongest. */
export function verdictOf(reasons: Reason[], libraryVersion: number): Verdict {
  const effect = reasons.reduce<VerdictEffect>((sum, reason) => stronger(sum, reason.effect), 'allow');
  return { effect, reasons, libraryVersion };
}

/** What to answer when the filter itself failed: a text nobody read is never published. */
export function heldByError(): Verdict {
  const reason: Reason = {
    kind: 'filter-error',
    category: 'filter-error',
    entry: null,
    effect: 'hold',
    spans: [],
  };
  return { effect: 'hold', reasons: [reason], libraryVersion: 0 };
}
