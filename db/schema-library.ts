/** Rows of a site's library: what may not be written, in every version. */
import type { EffectValue, Flag, ListingValue, StrictnessValue } from './schema.ts';

export type LibraryTables = {
  library_entry: LibraryEntryRow;
  library_category: LibraryCategoryRow;
  library_version: LibraryVersionRow;
};

/**
 * One state of an entry: in force from `since_version` until before `until_version` (null = until further
 * notice). A change closes a row and opens another, so every earlier version can be read again. What is
 * written for a version above the site's own is not in force yet.
 */
export type LibraryEntryRow = {
  /** Stays the same from change to change. */
  id: string;
  site_id: string;
  since_version: number;
  until_version: number | null;
  kind: 'term' | 'link';
  listing: ListingValue;
  text: string;
  category: string;
  /** null = the category's. */
  effect: EffectValue | null;
  note: string | null;
  strictness: StrictnessValue;
  exact_case: Flag;
  exact_accents: Flag;
  /** null = texts of any language. */
  language: string | null;
  subdomains: Flag;
  vocabulary: string | null;
  added_by: string | null;
  added_at: number;
  changed_by: string | null;
  changed_at: number | null;
  /** When it was changed or else added: the order of the library screen. */
  touched_at: number;
  /** Messages it stopped or flagged, and how many of them a person published after all. */
  hits: number;
  last_hit_at: number | null;
  overturned: number;
};

/** What entries without an effect of their own do; versioned as entries are. `hold` where there is no row. */
export type LibraryCategoryRow = {
  site_id: string;
  name: string;
  effect: EffectValue;
  since_version: number;
  until_version: number | null;
};

/** Who made a version of the library, and what it changed. */
export type LibraryVersionRow = {
  site_id: string;
  version: number;
  created_at: number;
  actor_id: string | null;
  added: number;
  changed: number;
  removed: number;
  /** JSON: string[], a few of the entries. */
  texts: string;
};
