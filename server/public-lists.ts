import { commitsSoFar } from '../db/commit-message.ts';
import type { AppContext } from './context.ts';

/** Lists kept at a time; the oldest goes first. */
const AT_MOST = 500;

/**
 * Lists that everybody without a name of their own sees alike, as JSON, kept until the next commit: a busy
 * page is read far more often than anything is written, and nothing that was hidden is shown once more.
 */
export function createPublicLists(ctx: AppContext) {
  const kept = new Map<string, { version: number; json: string }>();
  return async (key: string, make: () => Promise<unknown>): Promise<string> => {
    const version = commitsSoFar(ctx.db);
    const known = kept.get(key);
    if (known?.version === version) return known.json;
    const json = JSON.stringify(await make());
    kept.delete(key);
    if (kept.size >= AT_MOST) kept.delete(kept.keys().next().value!);
    kept.set(key, { version, json });
    return json;
  };
}
