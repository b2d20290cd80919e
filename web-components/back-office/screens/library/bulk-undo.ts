/** How a change made to many entries at once is taken back. No DOM. */
import type { EntryChange, LibraryEntry, NewLibraryEntry } from '../../../../server/protocol/library.ts';

export type ChangeBack = { ids: string[]; change: EntryChange };

/** What each entry said before, in as few requests as there are different answers. */
export function changesBack(entries: readonly LibraryEntry[], change: EntryChange): ChangeBack[] {
  const fields = Object.keys(change) as (keyof EntryChange)[];
  const groups = new Map<string, ChangeBack>();
  for (const entry of entries) {
    const before: EntryChange = Object.fromEntries(fields.map((field) => [field, entry[field]]));
    const key = JSON.stringify(before);
    const group = groups.get(key) ?? { ids: [], change: before };
    group.ids.push(entry.id);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** What was removed, as it is added again: without its figures, which start anew. */
export function addedAgain(entry: LibraryEntry): NewLibraryEntry {
  const { kind, listing, text, category, effect, note } = entry;
  const written = { kind, listing, text, category, effect, note };
  if (kind === 'link') return { ...written, subdomains: entry.subdomains };
  const { strictness, exactCase, exactAccents, language } = entry;
  return { ...written, strictness, exactCase, exactAccents, language };
}
