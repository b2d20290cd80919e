import type { Effect, Role } from './verdict.ts';

export type Listing = 'forbidden' | 'allowed';

/** A word or a phrase. `begin*`, `*end` and `*inside*` also cover longer words. */
export type Term = { text: string; listing: Listing; category: string; effect: Effect };

/** A domain, which covers its sub-domains, or a host and the beginning of a path. */
export type Link = { text: string; listing: Listing; category: string; effect: Effect };

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
};
