import { categoryEffectsAt } from '../../db/library-categories.ts';
import {
  type LibraryMatch,
  type LibraryPlace,
  type LibrarySort,
  listLibrary,
  placeAfter,
} from '../../db/library-list.ts';
import type { Actor } from '../actor.ts';
import type { AppContext } from '../context.ts';
import { badRequest } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import type { Effect, EntryKind, LibraryAnswer, LibraryCategory, Listing } from '../protocol/library.ts';
import { countLibrary } from './count-library.ts';
import { viewEntry } from './entry-values.ts';

export type LibraryQuery = {
  kind?: EntryKind | undefined;
  listing?: Listing | undefined;
  category?: string | undefined;
  effect?: Effect | undefined;
  from?: string | undefined;
  q?: string | undefined;
  sort?: LibrarySort | undefined;
  after?: string | undefined;
};

/** The library screen: entries in the order wanted, a page at a time. */
export async function viewLibrary(
  ctx: AppContext,
  actor: Actor,
  query: LibraryQuery,
): Promise<LibraryAnswer> {
  const { id: siteId, library_version: version } = actor.site;
  const sort = query.sort ?? 'recent';
  const categories = await viewCategories(ctx, siteId, version);
  const match: LibraryMatch = {
    kind: query.kind ?? null,
    listing: query.listing ?? null,
    category: query.category ?? null,
    effect: query.effect ? effectFilter(query.effect, categories) : null,
    from: query.from ?? null,
    q: query.q?.trim().toLowerCase() || null,
  };
  const limit = LIMITS.backOffice.page;
  const page = { sort, after: placeOf(query.after, sort), limit };
  const matching = await countLibrary(ctx, siteId, version, match);
  // Looking for none would read all of a large library in one go; it was counted in parts.
  const items = matching.size > 0 ? await listLibrary(ctx.db, siteId, version, { ...match, ...page }) : [];
  const last = items.at(-1);
  const isFull = items.length === limit;
  return {
    items: items.map(viewEntry),
    next: isFull && last ? cursorOf(placeAfter(last, sort)) : null,
    version,
    total: [...matching.values()].reduce((sum, entries) => sum + entries, 0),
    categories,
  };
}

const EVERYTHING: LibraryMatch = {
  kind: null,
  listing: null,
  category: null,
  effect: null,
  from: null,
  q: null,
};

/** Every category that has entries or was told what to do. */
export async function viewCategories(
  ctx: AppContext,
  siteId: string,
  version: number,
): Promise<LibraryCategory[]> {
  const effects = await categoryEffectsAt(ctx.db, siteId, version);
  const used = await countLibrary(ctx, siteId, version, EVERYTHING);
  const forbidden = await countLibrary(ctx, siteId, version, { ...EVERYTHING, listing: 'forbidden' });
  return [...new Set([...used.keys(), ...effects.keys()])].sort().map((name) => ({
    name,
    effect: effects.get(name) ?? 'hold',
    entries: used.get(name) ?? 0,
    forbidden: forbidden.get(name) ?? 0,
  }));
}

function effectFilter(effect: Effect, categories: LibraryCategory[]): NonNullable<LibraryMatch['effect']> {
  const doing = categories.filter((category) => category.effect === effect);
  return { is: effect, categories: doing.map((category) => category.name) };
}

const cursorOf = ({ value, id }: LibraryPlace) =>
  Buffer.from(JSON.stringify([value, id])).toString('base64url');

function placeOf(cursor: string | undefined, sort: LibrarySort): LibraryPlace | null {
  if (!cursor) return null;
  const [value, id] = readCursor(cursor);
  const isPlace = typeof id === 'string' && typeof value === (sort === 'text' ? 'string' : 'number');
  if (!isPlace) throw badRequest('after: not a place in this list');
  return { value: value as string | number, id };
}

function readCursor(cursor: string): unknown[] {
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(read) ? read : [];
  } catch {
    // Not one of ours: refused by who reads it.
    return [];
  }
}
