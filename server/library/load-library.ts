import type { Db } from '../../db/connect.ts';
import { listEntriesAt } from '../../db/library.ts';
import { categoryEffectsAt } from '../../db/library-categories.ts';
import type { EffectValue, LibraryEntryRow, SiteRow } from '../../db/schema.ts';
import type { Library, Link, Term } from '../../moderation/index.ts';
import { everybodyElse } from '../slices.ts';
import type { EntryValues } from './entry-values.ts';
import { valuesOf } from './entry-values.ts';
import { siteDomains } from './entry-warnings.ts';
import { rulesOf } from './library-rules.ts';

const PAGE = 1000;

/** Every entry of a version, read page by page so that nobody waits for a large library. */
export async function loadEntries(db: Db, siteId: string, version: number): Promise<LibraryEntryRow[]> {
  const entries: LibraryEntryRow[] = [];
  for (let after = ''; ; await everybodyElse()) {
    const page = await listEntriesAt(db, siteId, version, { after, limit: PAGE });
    entries.push(...page);
    if (page.length < PAGE) return entries;
    after = page.at(-1)?.id ?? '';
  }
}

/** The library in force on a site, as its filter is made of it. */
export async function loadLibrary(db: Db, site: SiteRow): Promise<Library> {
  const rows = await loadEntries(db, site.id, site.library_version);
  const categories = await categoryEffectsAt(db, site.id, site.library_version);
  return libraryOf(site, rows.map(valuesOf), categories);
}

export function libraryOf(
  site: SiteRow,
  entries: EntryValues[],
  categories: Map<string, EffectValue>,
): Library {
  const { linkPolicy, ...rules } = rulesOf(site);
  const effectOf = ({ effect, category }: EntryValues) => effect ?? categories.get(category) ?? 'hold';
  const terms: Term[] = [];
  const links: Link[] = [];
  for (const entry of entries) {
    const { text, listing, category } = entry;
    const common = { text, listing, category, effect: effectOf(entry) };
    if (entry.kind === 'link') links.push({ ...common, subdomains: entry.subdomains });
    else terms.push({ ...common, ...howFar(entry) });
  }
  return { version: site.library_version, terms, links, siteDomains: siteDomains(site), linkPolicy, rules };
}

function howFar({ strictness, exactCase, exactAccents, language }: EntryValues) {
  return { strictness, exactCase, exactAccents, language };
}
