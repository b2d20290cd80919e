/** What the widget and the back office say about regulars and what they are asked to become. Types only. */
import type { Locale, OfferView } from './frames.ts';

/** GET /api/widget/promotions/:id?site=&locale= -> what joining takes; 404 for whatever is not their open offer. */
export type OfferDetails = {
  siteName: string;
  role: OfferView['role'];
  name: string;
  /** They sign in already: one click accepts. */
  hasAccount: boolean;
  /** The address is proven by a code sent there. */
  provesEmail: boolean;
  /** What joining means agreeing to, in the language asked for where there is one; null = nothing. */
  rules: { text: string; hash: string; locale: Locale } | null;
};

/**
 * POST /api/widget/promotions/:id/accept { site, name, email, code, rules } -> `code-sent` when an address must be
 * proven first: the same again with the six digits; else `joined`, with a code for /api/widget/exchange where
 * who accepts had no sign-in. 404 for whatever is not their open offer; 409 when the address has an account
 * already and there is no mail to prove it by; 422 `wrong-code`,
 * 422 `rules` when there are rules of the house and `rules` is not the hash of theirs.
 */
export type AcceptBody = {
  site: string;
  name: string;
  email: string;
  code: string | null;
  rules: string | null;
};
export type AcceptAnswer = { state: 'code-sent' } | { state: 'joined'; code: string | null };
/** POST /api/widget/promotions/:id/decline { site } -> 204 */

/** GET regulars -> who deserves it, best first, and the offers of the last months. */
export type Regular = {
  id: string;
  name: string;
  role: 'visitor' | 'expert';
  verified: boolean;
  hasAccount: boolean;
  since: number;
  lastSeenAt: number;
  /** Of the last 90 days. */
  evidence: {
    answers: number;
    thanks: number;
    accepted: number;
    /** 0 to 1, of all they wrote. */
    rejectedShare: number;
    activeDays: number;
  };
  score: number;
  /** What the figures speak for. */
  proposed: OfferView['role'];
};
export type Offer = OfferView & {
  personId: string;
  name: string;
  by: string;
  at: number;
  state: 'waiting' | 'accepted' | 'declined' | 'withdrawn' | 'expired';
  endedAt: number | null;
};
export type RegularsAnswer = { regulars: Regular[]; offers: Offer[] };
/** POST promotions { personId, role } -> 201 ; DELETE promotions/:id takes an unanswered offer back. */
