/** What the dialog of an entry holds while it is written, and what it comes to. No DOM. */
import type {
  Effect,
  EntryChange,
  EntryKind,
  LibraryDraft,
  LibraryEntry,
  Listing,
  NewLibraryEntry,
  Strictness,
} from '../../../../server/protocol/library.ts';
import { readLines } from './pasted-lines.ts';

export type EntryForm = {
  kind: EntryKind;
  listing: Listing;
  /** One entry a line. */
  text: string;
  /** Suggested forms that were ticked. */
  forms: string[];
  category: string;
  effect: Effect | null;
  strictness: Strictness;
  exactCase: boolean;
  exactAccents: boolean;
  language: string | null;
  subdomains: boolean;
  note: string;
};

export function emptyForm(kind: EntryKind, listing: Listing): EntryForm {
  return {
    kind,
    listing,
    text: '',
    forms: [],
    category: '',
    effect: null,
    strictness: 'normal',
    exactCase: false,
    exactAccents: false,
    language: null,
    subdomains: true,
    note: '',
  };
}

/** An entry of the library, to be changed. */
export function formOf(entry: LibraryEntry): EntryForm {
  const { kind, listing, text, category, effect, strictness, exactCase, exactAccents, language } = entry;
  const note = entry.note ?? '';
  const { subdomains } = entry;
  return {
    ...emptyForm(kind, listing),
    text,
    category,
    effect,
    strictness,
    exactCase,
    exactAccents,
    language,
    subdomains,
    note,
  };
}

/** The entries the form asks for: its lines, then the ticked forms that are not among them. */
export function entriesOf(form: EntryForm): NewLibraryEntry[] {
  const { lines } = readLines([form.text, ...form.forms].join('\n'));
  return lines.map(({ text }) => ({ kind: form.kind, text, ...settings(form) }));
}

/** As many as are saved at once; a longer list is an import. */
export const MOST_LINES = 2000;
export type Missing = 'lines' | 'tooMany' | 'category';

/** What stands in the way of saving, null when nothing does. */
export function missingIn(form: EntryForm): Missing | null {
  const count = entriesOf(form).length;
  if (count === 0) return 'lines';
  if (count > MOST_LINES) return 'tooMany';
  return form.category.trim() === '' ? 'category' : null;
}

/** What differs from the entry as it is; empty when nothing does. */
export function changeOf(form: EntryForm, entry: LibraryEntry): EntryChange {
  const changed = Object.entries(settings(form)).filter(
    ([field, value]) => value !== entry[field as keyof EntryChange],
  );
  return Object.fromEntries(changed);
}

/**
 * The form as something to try and to backtest: without the lines that could not be saved, and before it has
 * a category.
 */
export function draftOf(
  form: EntryForm,
  entry: LibraryEntry | null,
  refused: readonly { text: string }[],
): LibraryDraft {
  const named = { ...form, category: form.category.trim() || UNNAMED };
  const wrong = new Set(refused.map(({ text }) => text));
  if (entry === null)
    return { add: entriesOf(named).filter(({ text }) => !wrong.has(text)), change: [], remove: [] };
  return { add: [], change: [{ id: entry.id, entry: changeOf(named, entry) }], remove: [] };
}

/** What stands for the category of a draft that has none yet. */
export const UNNAMED = '…';

/** An exception has no effect of its own, a link no strictness, a term no sub-domains. */
function settings(
  form: EntryForm,
): EntryChange & { listing: Listing; category: string; effect: Effect | null; note: string | null } {
  const { kind, listing, strictness, exactCase, exactAccents, language, subdomains } = form;
  const effect = listing === 'allowed' ? null : form.effect;
  const common = { listing, category: form.category.trim(), effect, note: form.note.trim() || null };
  if (kind === 'link') return { ...common, subdomains };
  return { ...common, strictness, exactCase, exactAccents, language };
}
