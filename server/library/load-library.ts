import type { Db } from '../../db/connect.ts';
import { listEntriesAt } from '../../db/library.ts';
import { categoryEffectsAt } from '../../db/library-categories.ts';
import type { EffectValue, SiteRow } from '../../db/schema.ts';
import type { LibraryEntryRow } from '../../db/schema-library.ts';
import type { Library, Link, Term } from '../../moderation/index.ts';
import { everybodyElse } from '../slices.ts';
import type { EntryValues } from './entry-values.ts';
import { valuesOf } from './entry-values.ts';
import { siteDomains } from './entry-warnings.ts';
import { rulesOf } from './library-rules.ts';

const PAGE = 500;

/** Every entry of a version, page by page so that nobody waits for a large library. */
export async function* entryPages(
  db: Db,
  siteId: string,
  version: number,
): AsyncGenerator<LibraryEntryRow[]> {
  for (let after = ''; ; await everybodyElse()) {
    const page = await listEntriesAt(db, siteId, version, { after, limit: PAGE });
    if (page.length > 0) yield page;
    if (page.length < PAGE) return;
    after = page.at(-1)?.id ?? '';
  }
}

/** The library in force on a site, as its filter is made of it. */
export async function loadLibrary(db: Db, site: SiteRow): Promise<Library> {
  const library = await createLibrary(db, site);
  for await (const page of entryPages(db, site.id, site.library_version)) {
    library.add(page.map(valuesOf));
  }
  return library.built();
}

/** A library that is filled page by page: what its site says, then its entries. */
export async function createLibrary(db: Db, site: SiteRow) {
  const categories = await categoryEffectsAt(db, site.id, site.library_version);
  const { linkPolicy, ...rules } = rulesOf(site);
  const terms: Term[] = [];
  const links: Link[] = [];
  return {
    add(entries: EntryValues[]): void {
      for (const entry of entries) {
        const { text, listing, category } = entry;
        const effect: EffectValue = entry.effect ?? categories.get(category) ?? 'hold';
        const common = { text, listing, category, effect };
        if (entry.kind === 'link') links.push({ ...common, subdomains: entry.subdomains });
        else terms.push({ ...common, ...howFar(entry) });
      }
    },
    built: (): Library => ({
      version: site.library_version,
      terms,
      links,
      siteDomains: siteDomains(site),
      linkPolicy,
      rules,
    }),
  };
}

function howFar({ strictness, exactCase, exactAccents, language }: EntryValues) {
  return { strictness, exactCase, exactAccents, language };
}
