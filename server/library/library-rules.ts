import type { SiteRow } from '../../db/schema.ts';
import type { LibraryRules } from '../protocol/library.ts';

/** What a site watches beside words and links, until its managers say otherwise. */
const USUAL: LibraryRules = {
  linkPolicy: {
    visitor: 'allowed-only',
    expert: 'any-but-forbidden',
    moderator: 'any-but-forbidden',
    manager: 'any-but-forbidden',
  },
  personalData: true,
  orderNumber: null,
  repetition: true,
  pace: true,
  newcomerHeld: 0,
  newcomerLinks: true,
  shouting: true,
};

export function rulesOf(site: SiteRow): LibraryRules {
  const own = site.library_rules === null ? {} : (JSON.parse(site.library_rules) as Partial<LibraryRules>);
  return { ...USUAL, ...own };
}
