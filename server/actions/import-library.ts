import { findEntriesByText } from '../../db/library.ts';
import type { EntryChange } from '../../db/library-changes.ts';
import { requireManager } from '../access.ts';
import type { Actor } from '../actor.ts';
import type { AppContext } from '../context.ts';
import { conflict, Refusal } from '../errors.ts';
import { createEntryIds } from '../library/entry-ids.ts';
import { changedEntry, changedRow, newRow, sameValues, valuesOf } from '../library/entry-values.ts';
import { fail, findImport, isBusy, type OpenImport, type ReadLine } from '../library/open-import.ts';
import { saveLibrary } from '../library/save-library.ts';
import { many } from './change-library.ts';

/**
 * Saves what was read from a file, in the background, as one new version; `doubtful` takes the doubtful lines
 * too. What changed in the library since the file was read is looked at again.
 * @throws Refusal 404, 409 when it is not ready to be saved
 */
export function applyImport(ctx: AppContext, actor: Actor, id: string, doubtful: boolean): void {
  requireManager(actor);
  const opened = findImport(ctx, actor.site.id, id);
  if (opened.view.state !== 'read') throw conflict('This import cannot be saved now.');
  opened.view.state = 'saving';
  void save(ctx, actor, opened, doubtful).catch((error) => {
    if (error instanceof Refusal) {
      opened.view.state = 'read';
      opened.view.problem = 'library-busy';
    } else fail(ctx, opened, error);
  });
}

/** Puts an import aside. @throws Refusal 404, 409 while it is being saved */
export function dropImport(ctx: AppContext, actor: Actor, id: string): void {
  requireManager(actor);
  const opened = findImport(ctx, actor.site.id, id);
  if (isBusy(opened) && opened.view.state === 'saving') throw conflict('This import is being saved.');
  opened.stop = true;
  ctx.libraryWork.imports.delete(id);
}

async function save(ctx: AppContext, actor: Actor, opened: OpenImport, doubtful: boolean): Promise<void> {
  const { view } = opened;
  const items = wantedLines(opened.lines, doubtful);
  const by = { siteId: actor.site.id, actorId: actor.personId, at: ctx.clock.now() };
  const nextId = createEntryIds(ctx);
  Object.assign(view, { done: 0, total: items.length, problem: null });
  const saved = await saveLibrary(ctx, {
    ...by,
    items,
    async decide(db, version, lines) {
      const texts = lines.map(({ entry }) => entry.text);
      const rows = await findEntriesByText(db, by.siteId, version, texts);
      const known = new Map(rows.map((row) => [`${row.kind} ${row.text}`, row]));
      return lines.flatMap(({ entry, given }): EntryChange[] => {
        const before = known.get(`${entry.kind} ${entry.text}`);
        if (!before) {
          const after = newRow(entry, { ...by, id: nextId(), vocabulary: null });
          return [{ before: null, after }];
        }
        const values = changedEntry(valuesOf(before), given);
        return sameValues(values, valuesOf(before))
          ? []
          : [{ before, after: changedRow(before, values, by) }];
      });
    },
    audit: ({ added, changed }) => many('library.imported', { added, changed }),
    onProgress(done) {
      view.done = done;
    },
  });
  Object.assign(view, { done: items.length, version: saved.version, state: 'saved' });
  opened.lines = [];
}

/** Each entry once: of those that stand twice, the last. */
function wantedLines(lines: ReadLine[], doubtful: boolean): ReadLine[] {
  const wanted = lines.filter(
    ({ outcome }) => outcome === 'new' || outcome === 'changed' || (doubtful && outcome === 'doubtful'),
  );
  return [...new Map(wanted.map((line) => [`${line.entry.kind} ${line.entry.text}`, line])).values()];
}
