import { commitsSoFar } from '../db/commit-message.ts';
import type { AppContext } from './context.ts';

/** Lists kept at a time; the oldest goes first. */
const AT_MOST = 500;

/** The bytes as they are sent: `size` of them are the list, the others its `end`. */
type Kept = { version: number; size: number; end: string; bytes: Uint8Array<ArrayBuffer> };

/**
 * Lists that everybody without a name of their own sees alike, kept until the next commit: a busy page is read
 * far more often than anything is written, and nothing that was hidden is shown once more. Kept as bytes, since
 * writing a text of many kilobytes as UTF-8 costs as much as everything else of an answer.
 * @returns the list's JSON, its last brace replaced by `end`, which may be another one each time
 */
export function createPublicLists(ctx: AppContext) {
  const kept = new Map<string, Kept>();
  return async (key: string, end: string, make: () => Promise<unknown>): Promise<Kept['bytes']> => {
    const version = commitsSoFar(ctx.db);
    const known = kept.get(key);
    const isCurrent = known?.version === version;
    if (isCurrent && known.end === end) return known.bytes;
    const list = isCurrent ? known.bytes.subarray(0, known.size) : listBytes(await make());
    const bytes = Buffer.concat([list, Buffer.from(end)]);
    kept.delete(key);
    if (kept.size >= AT_MOST) kept.delete(kept.keys().next().value!);
    kept.set(key, { version, size: list.length, end, bytes });
    return bytes;
  };
}

const listBytes = (list: unknown) => Buffer.from(JSON.stringify(list).slice(0, -1));
