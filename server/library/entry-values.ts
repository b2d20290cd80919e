/** Between an entry as it is stored and as a manager writes it. */
import type { LibraryEntryRow } from '../../db/schema-library.ts';
import type { EntryChange, LibraryEntry, NewLibraryEntry } from '../protocol/library.ts';
import { entryText } from './entry-text.ts';

/** What a manager decides of an entry, nothing left open. */
export type EntryValues = Required<NewLibraryEntry>;

export function completeEntry(entry: NewLibraryEntry): EntryValues {
  const values = {
    strictness: 'normal' as const,
    exactCase: false,
    exactAccents: false,
    language: null,
    subdomains: true,
    ...withoutUndefined(entry),
  };
  return tidy(values);
}

export function changedEntry(values: EntryValues, change: EntryChange): EntryValues {
  return tidy({ ...values, ...withoutUndefined(change) });
}

/** As it is stored, so that what is exported is read back as the same. */
function tidy(values: EntryValues): EntryValues {
  const note = values.note?.toWellFormed().replace(/\r\n?/g, '\n').trim();
  return {
    ...values,
    text: entryText(values),
    category: values.category.toWellFormed().trim(),
    note: note || null,
  };
}

export function valuesOf(row: LibraryEntryRow): EntryValues {
  const { kind, listing, text, category, effect, note, strictness, language } = row;
  return {
    kind,
    listing,
    text,
    category,
    effect,
    note,
    strictness,
    exactCase: row.exact_case === 1,
    exactAccents: row.exact_accents === 1,
    language,
    subdomains: row.subdomains === 1,
  };
}

export function sameValues(a: EntryValues, b: EntryValues): boolean {
  return (Object.keys(a) as (keyof EntryValues)[]).every((field) => a[field] === b[field]);
}

type By = { actorId: string | null; at: number };

/** A new entry's row; the version it begins with is given when it is written. */
export function newRow(
  values: EntryValues,
  { id, siteId, vocabulary, actorId, at }: By & { id: string; siteId: string; vocabulary: string | null },
): LibraryEntryRow {
  return {
    id,
    site_id: siteId,
    since_version: 0,
    until_version: null,
    ...columnsOf(values),
    vocabulary,
    added_by: actorId,
    added_at: at,
    changed_by: null,
    changed_at: null,
    touched_at: at,
    hits: 0,
    last_hit_at: null,
    overturned: 0,
  };
}

/** The row of an entry after a change: who added it and what it did so far stay. */
export function changedRow(
  before: LibraryEntryRow,
  values: EntryValues,
  { actorId, at }: By,
): LibraryEntryRow {
  return { ...before, ...columnsOf(values), changed_by: actorId, changed_at: at, touched_at: at };
}

function columnsOf({ exactCase, exactAccents, subdomains, ...same }: EntryValues) {
  return {
    ...same,
    exact_case: flag(exactCase),
    exact_accents: flag(exactAccents),
    subdomains: flag(subdomains),
  };
}

const flag = (value: boolean) => (value ? (1 as const) : (0 as const));

type Named = LibraryEntryRow & { added_by_name: string | null; changed_by_name: string | null };

export function viewEntry(row: Named): LibraryEntry {
  return {
    id: row.id,
    ...valuesOf(row),
    addedBy: row.added_by_name,
    addedAt: row.added_at,
    changedBy: row.changed_by_name,
    changedAt: row.changed_at,
    vocabulary: row.vocabulary,
    hits: row.hits,
    lastHitAt: row.last_hit_at,
    overturned: row.overturned,
  };
}

function withoutUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T;
}
