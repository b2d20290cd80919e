import type { Db } from '../db/connect.ts';
import { loadLibrary } from '../db/library.ts';
import type { LibraryEntryRow, SiteRow } from '../db/schema.ts';
import { findSite } from '../db/sites.ts';
import {
  createModerator,
  heldByError,
  type JudgeInput,
  type Library,
  type Moderator,
  type Verdict,
} from '../moderation/index.ts';
import type { Log } from './log.ts';

/** A site's filter. It never throws: when it fails, the message is held. */
export type Filter = { judge(input: JudgeInput): Verdict; version: number };
export type FilterOf = (siteId: string) => Promise<Filter>;

/**
 * Compiles each site's library once per version. The version is read from the database at each use, so a
 * change is in force for the next message on every node without anybody being told.
 */
export function createFilterOf(
  db: Db,
  log: Log,
  compile: (library: Library) => Moderator = createModerator,
): FilterOf {
  const compiled = new Map<string, { version: number; origins: string; filter: Filter }>();
  return async (siteId) => {
    try {
      const site = await findSite(db, siteId);
      if (!site) throw new Error(`no site ${siteId}`);
      const known = compiled.get(siteId);
      if (known?.version === site.library_version && known.origins === site.allowed_origins)
        return known.filter;
      const moderator = compile(libraryOf(site, await loadLibrary(db, siteId)));
      const filter = failingClosed(moderator, log);
      compiled.set(siteId, { version: site.library_version, origins: site.allowed_origins, filter });
      return filter;
    } catch (error) {
      log.error({ err: error, siteId }, 'the filter could not be prepared: messages are held');
      return { judge: heldByError, version: 0 };
    }
  };
}

function failingClosed(moderator: Moderator, log: Log): Filter {
  return {
    version: moderator.version,
    judge(input) {
      try {
        return soundVerdict(moderator.judge(input));
      } catch (error) {
        log.error({ err: error }, 'the filter failed: the message is held');
        return heldByError();
      }
    },
  };
}

const EFFECTS = new Set(['allow', 'flag', 'hold', 'reject']);

/** Rubbish is not an opinion: only a verdict of the known form may let a message pass. */
function soundVerdict(verdict: Verdict): Verdict {
  if (!EFFECTS.has(verdict?.effect) || !Array.isArray(verdict.reasons)) throw new Error('not a verdict');
  return verdict;
}

/** The rows of a site as the library its filter is made of. Exported for trying a text on a draft. */
export function libraryOf(site: SiteRow, entries: LibraryEntryRow[]): Library {
  const of = (kind: 'term' | 'link') =>
    entries
      .filter((entry) => entry.kind === kind)
      .map(({ text, listing, category, effect }) => ({ text, listing, category, effect }));
  return {
    version: site.library_version,
    terms: of('term'),
    links: of('link'),
    siteDomains: (JSON.parse(site.allowed_origins) as string[]).map((origin) => new URL(origin).hostname),
    linkPolicy: {
      visitor: 'allowed-only',
      expert: 'any-but-forbidden',
      moderator: 'any-but-forbidden',
      manager: 'any-but-forbidden',
    },
  };
}
