export type Role = 'visitor' | 'expert' | 'moderator' | 'manager';
export type Effect = 'flag' | 'hold' | 'reject';
export type VerdictEffect = 'allow' | Effect;
export type ReasonKind = 'term' | 'link' | 'personal-data' | 'repetition' | 'pace' | 'filter-error';

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
  disguise?: string[];
};

export type Verdict = { effect: VerdictEffect; reasons: Reason[]; libraryVersion: number };

/** One of the author's own recent messages. */
export type RecentMessage = { text: string; at: number; conversationId: string };

export type JudgeInput = {
  text: string;
  author: { role: Role };
  /** Newest first. */
  history: RecentMessage[];
  now: number;
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
