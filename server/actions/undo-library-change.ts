import type { EntryChange } from '../../db/library-changes.ts';
import { listBegun, listEnded, statesAt } from '../../db/library-versions.ts';
import { requireManager } from '../access.ts';
import type { Actor } from '../actor.ts';
import type { AppContext } from '../context.ts';
import { conflict } from '../errors.ts';
import { changedRow, sameValues, valuesOf } from '../library/entry-values.ts';
import { saveLibrary } from '../library/save-library.ts';

/**
 * Takes one version's change of an entry back, in a new version.
 * @throws Refusal 409 when the entry was changed again since
 */
export async function undoLibraryChange(ctx: AppContext, actor: Actor, version: number): Promise<void> {
  requireManager(actor);
  const siteId = actor.site.id;
  const by = { actorId: actor.personId, at: ctx.clock.now() };
  const { auditId } = await saveLibrary(ctx, {
    siteId,
    actorId: actor.personId,
    items: await touchedBy(ctx, siteId, version),
    async decide(db, now, ids): Promise<EntryChange[]> {
      const [before, made, current] = await Promise.all(
        [version - 1, version, now].map((at) => statesAt(db, siteId, at, ids)),
      );
      return ids.map((id) => {
        const [old, then, is] = [before?.get(id), made?.get(id), current?.get(id)];
        if (then?.since_version !== is?.since_version) throw conflict('This entry was changed again since.');
        if (!old) return { before: is ?? null, after: null };
        if (is && sameValues(valuesOf(is), valuesOf(old))) throw conflict('This was taken back already.');
        return { before: is ?? null, after: changedRow(is ?? old, valuesOf(old), by) };
      });
    },
    audit: ({ texts }) => ({
      act: 'library.change-undone',
      targetKind: 'library',
      targetId: null,
      reason: null,
      details: { entry: texts[0] ?? null, undone: version },
    }),
  });
  if (auditId === null) throw conflict('This was taken back already.');
}

/** A fix changes one entry: it begins one row and ends another, or only begins one. */
async function touchedBy(ctx: AppContext, siteId: string, version: number): Promise<string[]> {
  const between = { low: version - 1, high: version, after: null, limit: 2 };
  const rows = [...(await listBegun(ctx.db, siteId, between)), ...(await listEnded(ctx.db, siteId, between))];
  return [...new Set(rows.map((row) => row.id))];
}
