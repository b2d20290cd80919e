import type { Db } from '../db/connect.ts';
import type { SiteRow } from '../db/schema.ts';
import { findSite } from '../db/sites.ts';
import type { Soon } from '../db/soon.ts';
import { heldByError, type JudgeInput, type Verdict } from '../moderation/index.ts';
import type { Clock } from './context.ts';
import type { FilterHealth } from './filter-health.ts';
import { loadLibrary } from './library/load-library.ts';
import { type Prepare, type Prepared, prepareModerator } from './library/prepare-moderator.ts';
import { LIMITS } from './limits.ts';
import type { Log } from './log.ts';

/**
 * A site's filter, the same object as long as it is the same library. It never throws: when it fails, the message
 * is held.
 */
export type Filter = { judge(input: JudgeInput): Soon<Verdict>; version: number };
export type FilterOf = (siteId: string) => Promise<Filter>;

type Options = { db: Db; log: Log; clock: Clock; health: FilterHealth; prepare?: Prepare };
type Known = { key: string; prepared: Promise<Prepared>; failedAt: number | null; filter: Filter | null };

/**
 * Prepares each site's library once per version. The version is read from the database at each use, so a
 * change is in force for the next message on every node without anybody being told; messages wait until the
 * new version is prepared and are never judged by an older one.
 */
export function createFilterOf(options: Options): FilterOf {
  const { db, log, health } = options;
  const known = new Map<string, Known>();
  return async (siteId) => {
    try {
      const site = await findSite(db, siteId);
      if (!site) throw new Error(`no site ${siteId}`);
      const current = upToDate(options, known, site);
      if (current.filter) return current.filter;
      const prepared = await inTime(current.prepared, LIMITS.judge.prepareMs);
      current.filter ??= failingClosed(options, siteId, prepared, () => forget(known, siteId, current));
      return current.filter;
    } catch (error) {
      log.error({ err: error, siteId }, 'the filter could not be prepared: messages are held');
      health.failed(siteId);
      return { judge: () => heldByError(), version: 0 };
    }
  };
}

/** What is prepared for the version in force; what failed is tried again after a moment. */
function upToDate(options: Options, known: Map<string, Known>, site: SiteRow): Known {
  const key = `${site.library_version} ${site.allowed_origins}`;
  const old = known.get(site.id);
  const now = options.clock.now();
  // A failure in the future is one of a clock that was set back since.
  const isWorn = old?.failedAt != null && Math.abs(now - old.failedAt) >= LIMITS.judge.retryAfterMs;
  if (old?.key === key && !isWorn) return old;
  const current: Known = { key, prepared: prepareFor(options, site), failedAt: null, filter: null };
  current.prepared.catch(() => {
    current.failedAt = options.clock.now();
  });
  known.set(site.id, current);
  if (old) closeAfter(old, current);
  return current;
}

async function prepareFor({ db, prepare = prepareModerator }: Options, site: SiteRow): Promise<Prepared> {
  return await prepare(await loadLibrary(db, site));
}

/** Whoever was given the older version may still be judging by it. */
function closeAfter(old: Known, current: Known): void {
  const close = () => void old.prepared.then((prepared) => prepared.close()).catch(() => null);
  current.prepared.then(close, close);
}

function forget(known: Map<string, Known>, siteId: string, failed: Known): void {
  if (known.get(siteId) !== failed) return;
  known.delete(siteId);
  void failed.prepared.then((prepared) => prepared.close());
}

function failingClosed(
  { log, health }: Options,
  siteId: string,
  prepared: Prepared,
  broken: () => void,
): Filter {
  function worked(verdict: Verdict): Verdict {
    const sound = soundVerdict(verdict);
    health.worked(siteId);
    return sound;
  }

  function failed(error: unknown): Verdict {
    log.error({ err: error, siteId }, 'the filter failed: the message is held');
    health.failed(siteId);
    broken();
    return heldByError();
  }

  return {
    version: prepared.version,
    judge(input) {
      try {
        const verdict = prepared.judge(input);
        if (!(verdict instanceof Promise)) return worked(verdict);
        return inTime(verdict, LIMITS.judge.timeoutMs).then(worked).catch(failed);
      } catch (error) {
        return failed(error);
      }
    },
  };
}

/** A filter that does not answer has failed. @throws when it takes too long */
async function inTime<T>(answer: Promise<T>, withinMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the filter did not answer')), withinMs);
  });
  return await Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

const EFFECTS = new Set(['allow', 'flag', 'hold', 'reject']);

/** Rubbish is not an opinion: only a verdict of the known form may let a message pass. */
function soundVerdict(verdict: Verdict): Verdict {
  if (!EFFECTS.has(verdict?.effect) || !Array.isArray(verdict.reasons)) throw new Error('not a verdict');
  return verdict;
}
