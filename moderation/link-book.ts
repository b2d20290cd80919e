import { canonicalHost, glanceOf } from './domains.ts';
import type { Library, Link } from './library.ts';

/** The library's links, ready to be looked up by host. */
export type LinkBook = {
  /** The entry that decides for this host and path: the most specific one, an allowed one before its equal. */
  lookUp(host: string, path: string): Link | null;
};

type Filed = { link: Link; path: string };
type Shelf = Map<string, Filed[]>;

const SITE = { listing: 'allowed', category: 'site', effect: 'flag' } as const;
const MAX_LABELS = 12;

/** Files links under their host; the site's own domains are allowed. */
export function createLinkBook(library: Library): LinkBook {
  const exact: Shelf = new Map();
  const glances: Shelf = new Map();
  const own = library.siteDomains.map((domain): Link => ({ text: domain, ...SITE }));
  for (const link of [...own, ...library.links]) {
    const { host, path } = split(link.text);
    if (!host) continue;
    file(exact, canonicalHost(host), { link, path });
    if (link.listing === 'forbidden') file(glances, glanceOf(host), { link, path });
  }
  return {
    lookUp(host, path) {
      const found = pick(exact, canonicalHost(host), path);
      return found ?? pick(glances, glanceOf(host), path);
    },
  };
}

function split(text: string): { host: string; path: string } {
  const bare = text
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^(?:\*\.|www\.)/, '');
  const slash = bare.indexOf('/');
  const host = slash < 0 ? bare : bare.slice(0, slash);
  const path = slash < 0 ? '' : bare.slice(slash).replace(/\/+$/, '');
  return { host: host.replace(/:\d+$/, '').replace(/\.$/, ''), path };
}

function file(shelf: Shelf, host: string, filed: Filed): void {
  const there = shelf.get(host);
  if (there) there.push(filed);
  else shelf.set(host, [filed]);
}

/** From the whole host up to its registrable part: what is filed nearer to the whole wins. */
function pick(shelf: Shelf, host: string, path: string): Link | null {
  const labels = host.split('.').slice(-MAX_LABELS);
  for (let from = 0; from < labels.length; from++) {
    const filed = shelf.get(labels.slice(from).join('.'))?.filter((entry) => covers(entry.path, path));
    if (filed?.length) return filed.reduce(moreSpecific).link;
  }
  return null;
}

function moreSpecific(a: Filed, b: Filed): Filed {
  if (a.path.length !== b.path.length) return b.path.length > a.path.length ? b : a;
  return b.link.listing === 'allowed' ? b : a;
}

function covers(prefix: string, path: string): boolean {
  return prefix === '' || (path.startsWith(prefix) && !/^[\p{L}\p{N}]/u.test(path.slice(prefix.length)));
}
