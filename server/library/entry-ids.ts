import type { AppContext } from '../context.ts';

/**
 * Ids for entries that are written together, in order: a hundred thousand in random order would touch every
 * page of every index once for each.
 */
export function createEntryIds(ctx: AppContext): () => string {
  const common = ctx.random.id();
  let last = 0;
  return () => {
    last += 1;
    return `${common}-${last.toString(36).padStart(4, '0')}`;
  };
}
