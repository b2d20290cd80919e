import type {
  AddedAnswer,
  CheckAnswer,
  Effect,
  EntryChange,
  LibraryCategory,
  LibraryEntry,
  NewLibraryEntry,
} from '../../../../server/protocol/library.ts';
import type { Api } from '../../api.ts';
import type { ToastOptions } from '../../events.ts';
import { translator } from '../../locales/index.ts';
import words from '../../locales/library-entry.ts';
import { changesBack } from './bulk-undo.ts';
import { type SortedWarnings, sortWarnings } from './sorted-warnings.ts';

const t = translator(words);

/** What the server thinks of entries before they are saved. */
export async function checkEntries(api: Api, entries: readonly NewLibraryEntry[]): Promise<SortedWarnings> {
  const { warnings } = await api.post<CheckAnswer>('library/check', { entries });
  return sortWarnings(
    warnings,
    entries.map(({ text }) => text),
  );
}

/** A new category, with what becomes of its messages. */
export async function saveCategory(api: Api, name: string, effect: Effect): Promise<void> {
  await api.put<LibraryCategory>('library/categories', { name, effect });
}

/** Adds entries in one new version. @returns what to say, with the way back. */
export async function addEntries(api: Api, entries: readonly NewLibraryEntry[]): Promise<ToastOptions> {
  const { added, alreadyThere } = await api.post<AddedAnswer>('library/entries', { entries });
  if (added.length === 0) return { text: t('nothingAdded') };
  const text = t(alreadyThere.length === 0 ? 'added' : 'addedSome', {
    count: added.length,
    present: alreadyThere.length,
  });
  return { text, undo: () => removeEntries(api, added) };
}

/** Changes one entry. @returns what to say, with the way back. */
export async function changeEntry(api: Api, entry: LibraryEntry, change: EntryChange): Promise<ToastOptions> {
  await api.patch('library/entries', { ids: [entry.id], change });
  const text = t('changed', { text: entry.text });
  const undo = async () => {
    for (const back of changesBack([entry], change)) await api.patch('library/entries', back);
  };
  return { text, undo };
}

/** Takes entries out of the library, in one new version. */
export async function removeEntries(api: Api, entries: readonly { id: string }[]): Promise<void> {
  await api.post('library/entries/remove', { ids: entries.map(({ id }) => id) });
}
