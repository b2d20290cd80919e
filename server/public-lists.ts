import { commitsSoFar } from '../db/commit-message.ts';
import type { AppContext } from './context.ts';

/** Lists kept at a time; the oldest goes first. */
const AT_MOST = 500;

type Kept = { version: number; json: string; end: string; bytes: Uint8Array<ArrayBuffer> };

/**
 * Lists that everybody without a name of their own sees alike, kept until the next commit: a busy page is read
 * far more often than anything is written, and nothing that was hidden is shown once more. Kept as bytes, since
 * writing a text of many kilobytes as UTF-8 costs more than everything else of an answer.
 * @returns the list's JSON, its last brace replaced by `end`, which may be another one each time
 */
export function createPublicLists(ctx: AppContext) {
  const kept = new Map<string, Kept>();
  return async (key: string, end: string, make: () => Promise<unknown>): Promise<Kept['bytes']> => {
    const version = commitsSoFar(ctx.db);
    const known = kept.get(key);
    if (known?.version === version && known.end === end) return known.bytes;
    const json = known?.version === version ? known.json : JSON.stringify(await make()).slice(0, -1);
    kept.delete(key);
    if (kept.size >= AT_MOST) kept.delete(kept.keys().next().value!);
    const bytes = Buffer.from(json + end);
    kept.set(key, { version, json, end, bytes });
    return bytes;
  };
}
