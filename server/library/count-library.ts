import { countPart, endOfPart, type LibraryMatch } from '../../db/library-list.ts';
import type { AppContext } from '../context.ts';
import { everybodyElse } from '../slices.ts';

/** Rows counted in one go. */
const PART = 5000;
const REMEMBERED = 20;

/** What was counted of each site's library in force, by what was looked for: a version never changes. */
export type LibraryCounts = Map<
  string,
  { version: number; counted: Map<string, Promise<Map<string, number>>> }
>;

/** How many entries of a version match, by category; a large library part by part. */
export async function countLibrary(
  ctx: AppContext,
  siteId: string,
  version: number,
  filter: LibraryMatch,
): Promise<Map<string, number>> {
  const { counts } = ctx.libraryWork;
  const known = counts.get(siteId);
  const current = known?.version === version ? known : { version, counted: new Map() };
  if (current !== known || current.counted.size > REMEMBERED) {
    current.counted.clear();
    counts.set(siteId, current);
  }
  const key = JSON.stringify(filter);
  const counting = current.counted.get(key) ?? count(ctx, siteId, version, filter);
  current.counted.set(key, counting);
  return await counting.catch((error: unknown) => {
    // Not counted: whoever asks next tries again.
    current.counted.delete(key);
    throw error;
  });
}

async function count(ctx: AppContext, siteId: string, version: number, filter: LibraryMatch) {
  const total = new Map<string, number>();
  for (let after = ''; ; await everybodyElse()) {
    const upTo = await endOfPart(ctx.db, siteId, after, PART);
    for (const { category, entries } of await countPart(ctx.db, siteId, version, {
      filter,
      part: { after, upTo },
    })) {
      total.set(category, (total.get(category) ?? 0) + entries);
    }
    if (upTo === null) return total;
    after = upTo;
  }
}
