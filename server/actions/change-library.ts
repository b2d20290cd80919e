import type { Reader } from '../../db/database.ts';
import { findEntries, findEntriesByText } from '../../db/library.ts';
import type { EntryChange as StoredChange } from '../../db/library-changes.ts';
import type { LibraryEntryRow } from '../../db/schema-library.ts';
import { requireManager } from '../access.ts';
import type { Actor } from '../actor.ts';
import type { AppContext } from '../context.ts';
import { notFound } from '../errors.ts';
import { createEntryIds } from '../library/entry-ids.ts';
import {
  changedEntry,
  changedRow,
  completeEntry,
  type EntryValues,
  newRow,
  sameValues,
  valuesOf,
} from '../library/entry-values.ts';
import { isRefused, refuseEntries } from '../library/entry-warnings.ts';
import { type AuditLine, saveLibrary } from '../library/save-library.ts';
import type { ChangedAnswer, EntryChange, NewLibraryEntry } from '../protocol/library.ts';

/**
 * Adds terms and links in one new version; those already there stay as they are.
 * @throws Refusal 422 for an entry that would match nearly everything, 409
 */
export async function addLibraryEntries(ctx: AppContext, actor: Actor, entries: NewLibraryEntry[]) {
  requireManager(actor);
  const wanted = distinct(entries.map(completeEntry));
  refuseEntries(actor.site, wanted);
  const nextId = createEntryIds(ctx);
  const added: LibraryEntryRow[] = [];
  const alreadyThere: string[] = [];
  const by = { siteId: actor.site.id, actorId: actor.personId, at: ctx.clock.now(), vocabulary: null };
  const saved = await saveLibrary(ctx, {
    ...by,
    items: wanted,
    async decide(db, version, items) {
      const known = await knownKeys(db, actor.site.id, version, items);
      const rows = items
        .filter((entry) => !known.has(keyOf(entry)))
        .map((entry) => newRow(entry, { ...by, id: nextId() }));
      alreadyThere.push(...items.filter((entry) => known.has(keyOf(entry))).map((entry) => entry.text));
      added.push(...rows);
      return rows.map((after) => ({ before: null, after }));
    },
    audit: ({ added: count }) =>
      count === 1
        ? about('library.entry-added', added[0]!)
        : many('library.entries-added', { entries: count }),
  });
  return { added, alreadyThere, version: saved.version };
}

/** Gives entries the same category, effect, note … @throws Refusal 404 when none of them is there, 422, 409 */
export async function changeLibraryEntries(
  ctx: AppContext,
  actor: Actor,
  ids: string[],
  change: EntryChange,
): Promise<ChangedAnswer> {
  requireManager(actor);
  const at = ctx.clock.now();
  const become = (before: LibraryEntryRow): StoredChange[] => {
    const values = changedEntry(valuesOf(before), change);
    if (sameValues(values, valuesOf(before))) return [];
    // What is refused already, for a domain that became the shop's later, may still be changed otherwise.
    if (!isRefused(actor.site, valuesOf(before))) refuseEntries(actor.site, [values]);
    return [{ before, after: changedRow(before, values, { actorId: actor.personId, at }) }];
  };
  return await changeEach(ctx, actor, ids, become, {
    one: 'library.entry-changed',
    several: 'library.entries-changed',
    fields: Object.keys(change).join(', '),
  });
}

/** @throws Refusal 404 when none of them is there, 409 */
export async function removeLibraryEntries(
  ctx: AppContext,
  actor: Actor,
  ids: string[],
): Promise<ChangedAnswer> {
  requireManager(actor);
  return await changeEach(ctx, actor, ids, (before) => [{ before, after: null }], {
    one: 'library.entry-removed',
    several: 'library.entries-removed',
  });
}

type Telling = { one: string; several: string; fields?: string };

async function changeEach(
  ctx: AppContext,
  actor: Actor,
  ids: string[],
  become: (row: LibraryEntryRow) => StoredChange[],
  { one, several, fields }: Telling,
): Promise<ChangedAnswer> {
  const found: LibraryEntryRow[] = [];
  const saved = await saveLibrary(ctx, {
    siteId: actor.site.id,
    actorId: actor.personId,
    items: [...new Set(ids)],
    async decide(db, version, some) {
      const rows = await findEntries(db, actor.site.id, version, some);
      found.push(...rows);
      return rows.flatMap(become);
    },
    audit(done) {
      const entries = done.changed + done.removed;
      const only = ids.length === 1 ? found[0] : undefined;
      return only ? about(one, only) : many(several, { entries, ...(fields ? { fields } : {}) });
    },
  });
  if (found.length === 0) throw notFound();
  return { changed: saved.changed + saved.removed, version: saved.version };
}

const keyOf = ({ kind, text }: { kind: string; text: string }) => `${kind} ${text}`;

function distinct(entries: EntryValues[]): EntryValues[] {
  return [...new Map(entries.map((entry) => [keyOf(entry), entry])).values()];
}

async function knownKeys(db: Reader, siteId: string, version: number, entries: EntryValues[]) {
  const texts = entries.map((entry) => entry.text);
  return new Set((await findEntriesByText(db, siteId, version, texts)).map(keyOf));
}

/** The audit log entry of one entry's change. */
function about(act: string, row: LibraryEntryRow): AuditLine {
  const { text: entry, listing, effect, category } = row;
  return {
    act,
    targetKind: row.kind,
    targetId: row.id,
    reason: row.note,
    details: { entry, listing, effect, category },
  };
}

/** The audit log entry of a change of many: how many, not which. */
export function many(act: string, details: AuditLine['details']): AuditLine {
  return { act, targetKind: 'library', targetId: null, reason: null, details };
}
