import type { Db } from '../../db/connect.ts';
import type { Reader } from '../../db/database.ts';
import { categoryEffectsAt } from '../../db/library-categories.ts';
import type { EntryChange } from '../../db/library-changes.ts';
import { type Between, listBegun, listEnded, statesAt } from '../../db/library-versions.ts';
import type { LibraryEntryRow } from '../../db/schema-library.ts';
import { requireManager } from '../access.ts';
import type { Actor } from '../actor.ts';
import type { AppContext } from '../context.ts';
import { conflict } from '../errors.ts';
import { changedRow, sameValues, valuesOf } from '../library/entry-values.ts';
import { saveLibrary } from '../library/save-library.ts';
import { refuseUnknownVersion } from '../library/versions.ts';
import type { ChangedAnswer } from '../protocol/library.ts';
import { everybodyElse } from '../slices.ts';
import { many } from './change-library.ts';

/**
 * Brings an earlier version back, as a new one that says what it said: entries and what categories do, not
 * the site's rules.
 * @throws Refusal 404 for a version there never was, 409
 */
export async function restoreLibrary(ctx: AppContext, actor: Actor, wanted: number): Promise<ChangedAnswer> {
  requireManager(actor);
  refuseUnknownVersion(actor.site, wanted);
  const { id: siteId, library_version: version } = actor.site;
  const by = { actorId: actor.personId, at: ctx.clock.now() };
  const saved = await saveLibrary(ctx, {
    siteId,
    actorId: actor.personId,
    items: inTwoPasses(await touchedSince(ctx.db, siteId, wanted, version)),
    async decide(db, now, items) {
      // What differs was looked for in this version.
      if (now !== version) throw conflict('The library was changed meanwhile. Compare the versions again.');
      return await backTo(db, { siteId, wanted, now, items, by });
    },
    categories: await categoriesBack(ctx.db, siteId, wanted, version),
    audit: ({ added, changed, removed }) =>
      many('library.restored', { from: wanted, added, changed, removed }),
  });
  return { changed: saved.added + saved.changed + saved.removed, version: saved.version };
}

/** The ids of what differs: one that only changed is found in both lists, once each. */
async function touchedSince(db: Db, siteId: string, low: number, high: number): Promise<string[]> {
  const begun = await allOf(listBegun, 'since_version');
  const ended = await allOf(listEnded, 'until_version');
  return [...new Set([...begun, ...ended])];

  async function allOf(list: typeof listBegun, column: 'since_version' | 'until_version'): Promise<string[]> {
    const ids: string[] = [];
    for (let after: Between['after'] = null; ; await everybodyElse()) {
      const rows: LibraryEntryRow[] = await list(db, siteId, { low, high, after, limit: PAGE });
      ids.push(...rows.map((row) => row.id));
      const last = rows.at(-1);
      if (!last || rows.length < PAGE) return ids;
      after = { version: last[column] ?? high, id: last.id };
    }
  }
}

const PAGE = 500;

type Step = { id: string; pass: 'out' | 'in' };

/** What goes makes room first: its text may be that of an entry which comes back. */
function inTwoPasses(ids: string[]): Step[] {
  return (['out', 'in'] as const).flatMap((pass) => ids.map((id) => ({ id, pass })));
}

type Back = {
  siteId: string;
  wanted: number;
  now: number;
  items: Step[];
  by: { actorId: string; at: number };
};

async function backTo(db: Reader, { siteId, wanted, now, items, by }: Back): Promise<EntryChange[]> {
  const ids = items.map((item) => item.id);
  const then = await statesAt(db, siteId, wanted, ids);
  const current = await statesAt(db, siteId, now, ids);
  return items.flatMap(({ id, pass }): EntryChange[] => {
    const [old, before] = [then.get(id), current.get(id)];
    if (pass === 'out') return before && !old ? [{ before, after: null }] : [];
    if (!old || (before && sameValues(valuesOf(before), valuesOf(old)))) return [];
    return [{ before: before ?? null, after: changedRow(before ?? old, valuesOf(old), by) }];
  });
}

async function categoriesBack(db: Db, siteId: string, wanted: number, version: number) {
  const [then, now] = await Promise.all([wanted, version].map((at) => categoryEffectsAt(db, siteId, at)));
  return [...(now ?? [])]
    .map(([name, effect]) => ({ name, effect: then?.get(name) ?? ('hold' as const), was: effect }))
    .filter((category) => category.effect !== category.was)
    .map(({ name, effect }) => ({ name, effect }));
}
