import type { Effect, Role } from './verdict.ts';

export type Listing = 'forbidden' | 'allowed';

/**
 * How much is seen through. `literal`: the word as it is written, only case, accents and width ignored.
 * `normal`: every disguise, unless what stands there is another real word. `strict`: that too.
 */
export type Strictness = 'normal' | 'strict' | 'literal';

/** A word or a phrase. `begin*`, `*end` and `*inside*` also cover longer words. */
export type Term = {
  text: string;
  listing: Listing;
  category: string;
  effect: Effect;
  /** `normal` when absent. */
  strictness?: Strictness;
  /** Only with these capitals: `PD` is not `pd`. */
  exactCase?: boolean;
  /** Only with these accents: `râpe` is not `rape`. */
  exactAccents?: boolean;
  /** Only in texts of this language (`fr`, `en` …): « retard » is no insult in French. Any when absent or null. */
  language?: string | null;
};

/** A domain, which covers its sub-domains, or a host and the beginning of a path. */
export type Link = {
  text: string;
  listing: Listing;
  category: string;
  effect: Effect;
  /** Whether the sub-domains are meant too; they are when absent. */
  subdomains?: boolean;
};

/**
 * What an author of this role may link to: `none` = only the site's own domains, `allowed-only` = those and
 * the allowed links, `any-but-forbidden` = everything the library does not forbid.
 */
export type LinkPolicy = 'none' | 'allowed-only' | 'any-but-forbidden';

export type Library = {
  version: number;
  terms: Term[];
  links: Link[];
  siteDomains: string[];
  linkPolicy: Record<Role, LinkPolicy>;
  /** What is watched beside words and links; the usual when absent. */
  rules?: Partial<Rules>;
};

/** The rules that need no list. Every one of them can be switched off. */
export type Rules = {
  /** Telephone numbers, e-mail addresses, bank account and card numbers. */
  personalData: boolean;
  /**
   * What the site's order numbers look like: `9` stands for a digit, `A` for a letter, everything else for
   * itself (`CMD-999999`). Null = none is looked for.
   */
  orderNumber: string | null;
  /** The same or nearly the same text, said again and again, in whatever conversation. */
  repetition: boolean;
  /** Many messages in little time. */
  pace: boolean;
  /** A visitor's first messages wait for a moderator, this many; 0 = none do. */
  newcomerHeld: number;
  /** A newcomer's message with a link waits, whatever the link policy. */
  newcomerLinks: boolean;
  /** A long text in capitals is shown to moderators. */
  shouting: boolean;
};
