import { findEntries } from '../../db/library.ts';
import type { SiteRow } from '../../db/schema.ts';
import type { LibraryEntryRow } from '../../db/schema-library.ts';
import type { AppContext } from '../context.ts';
import { notFound } from '../errors.ts';
import type { LibraryDraft } from '../protocol/library.ts';
import { changedEntry, completeEntry, type EntryValues, valuesOf } from './entry-values.ts';
import { refuseEntries } from './entry-warnings.ts';
import { createLibrary, entryPages } from './load-library.ts';
import { type Prepared, prepareModerator } from './prepare-moderator.ts';

export const NO_DRAFT: LibraryDraft = { add: [], change: [], remove: [] };

export const isEmptyDraft = (draft: LibraryDraft) =>
  draft.add.length + draft.change.length + draft.remove.length === 0;

/**
 * The library as it would be, ready to judge; `close` it afterwards.
 * @throws Refusal 404 for an entry that is not there, 422 for one that could not be saved
 */
export async function prepareDraft(ctx: AppContext, site: SiteRow, draft: LibraryDraft): Promise<Prepared> {
  const { id: siteId, library_version: version } = site;
  await refuseUnknown(ctx, site, draft);
  const added = draft.add.map(completeEntry);
  refuseEntries(site, added);
  const library = await createLibrary(ctx.db, site);
  for await (const page of entryPages(ctx.db, siteId, version)) library.add(drafted(page, draft, added));
  library.add(added);
  return await prepareModerator(library.built());
}

async function refuseUnknown(
  ctx: AppContext,
  site: SiteRow,
  { change, remove }: LibraryDraft,
): Promise<void> {
  const ids = new Set([...change.map((entry) => entry.id), ...remove]);
  if (ids.size === 0) return;
  const found = await findEntries(ctx.db, site.id, site.library_version, [...ids]);
  if (found.length < ids.size) throw notFound();
}

/** What stays of these entries, changed where the draft says so; what it adds takes the place of its equals. */
function drafted(rows: LibraryEntryRow[], draft: LibraryDraft, added: EntryValues[]): EntryValues[] {
  const changes = new Map(draft.change.map(({ id, entry }) => [id, entry]));
  const replaced = new Set(added.map(({ kind, text }) => `${kind} ${text}`));
  const removed = new Set(draft.remove);
  return rows
    .filter((row) => !removed.has(row.id) && !replaced.has(`${row.kind} ${row.text}`))
    .map((row) => changedEntry(valuesOf(row), changes.get(row.id) ?? {}));
}
