import { canonicalHost, farGlanceOf, glanceOf } from './domains.ts';
import type { Library, Link } from './library.ts';
import { addressOf } from './link-address.ts';
import { createImitations } from './link-imitation.ts';
import { unicodeHost } from './link-punycode.ts';

/** The entry that decides, and whether the host only looks like the entry's. */
export type Found = { link: Link; lookalike: boolean };

/** The library's links, ready to be looked up by host. */
export type LinkBook = {
  /** The entry that decides for this host and path: the most specific one, an allowed one before its equal. */
  lookUp(host: string, path: string): Found | null;
  /** The site's own or allowed domain that this host would be taken for without being under it; null if none. */
  imitated(host: string): string | null;
};

type Filed = { link: Link; path: string };
type Shelf = Map<string, Filed[]>;

const SITE = { listing: 'allowed', category: 'site', effect: 'flag' } as const;
const MAX_LABELS = 12;
/** In shorter names a digit for a letter makes another name, not a disguise. */
const SHORTEST_WITH_DIGITS = 3;
/** In shorter names letters that stand close make another name. */
const SHORTEST_AFAR = 7;
const ASCII = /^[ -~]*$/;

/** Files links under their host; the site's own domains are allowed. */
export function createLinkBook(library: Library): LinkBook {
  const exact: Shelf = new Map();
  const glances: Shelf = new Map();
  const afar: Shelf = new Map();
  const trusted: string[] = [];
  const own = library.siteDomains.map((domain): Link => ({ text: domain, ...SITE }));
  for (const link of [...own, ...library.links]) {
    const { host, path } = split(link.text);
    if (!host) continue;
    file(exact, canonicalHost(host), { link, path });
    if (link.listing === 'allowed') trusted.push(host);
    else {
      const glance = glanceOf(host);
      file(glances, glance, { link, path });
      file(afar, farGlanceOf(glance), { link, path });
    }
  }
  return {
    lookUp(host, path) {
      const own = pick(exact, host.startsWith('[') ? host : canonicalHost(host), path);
      if (own) return { link: own, lookalike: false };
      const seen = pickAtAGlance(glances, afar, host, path);
      return seen && { link: seen, lookalike: true };
    },
    imitated: createImitations(trusted),
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
  const plain = host.replace(/(?<!:[^\]]*):\d+$/, '').replace(/\.$/, '');
  return { host: addressOf(plain) ?? plain, path };
}

function file(shelf: Shelf, host: string, filed: Filed): void {
  const there = shelf.get(host);
  if (there) there.push(filed);
  else shelf.set(host, [filed]);
}

/** What the host looks like: drawn alike, with letters repeated, or seen from afar. */
function pickAtAGlance(glances: Shelf, afar: Shelf, host: string, path: string): Link | null {
  const glance = glanceOf(host);
  const near = pick(glances, glance, path);
  if (near && (nameLength(near) >= SHORTEST_WITH_DIGITS || !ASCII.test(unicodeHost(host)))) return near;
  for (const calm of calmed(host)) {
    const link = pick(glances, glanceOf(calm), path);
    if (link) return link;
  }
  const far = pick(afar, farGlanceOf(glance), path);
  return far && nameLength(far) >= SHORTEST_AFAR ? far : null;
}

/** `shoooop` read as `shop` and `shoop`. */
function calmed(host: string): string[] {
  if (!/([^.])\1\1/u.test(host)) return [];
  return ['$1', '$1$1'].map((once) => host.replace(/([^.])\1{2,}/gu, once));
}

function nameLength(link: Link): number {
  return Math.max(
    ...split(link.text)
      .host.split('.')
      .map((label) => label.length),
  );
}

/** From the whole host up to its registrable part: what is filed nearer to the whole wins. */
function pick(shelf: Shelf, whole: string, path: string): Link | null {
  let host = whole;
  for (let label = 0; label < MAX_LABELS; label++) {
    const filed = shelf.get(host)?.filter((entry) => covers(entry, path, host === bareOf(whole)));
    if (filed?.length) return filed.reduce(moreSpecific).link;
    const dot = host.indexOf('.');
    if (dot < 0) return null;
    host = host.slice(dot + 1);
  }
  return null;
}

function bareOf(host: string): string {
  return host.startsWith('www.') ? host.slice(4) : host;
}

function moreSpecific(a: Filed, b: Filed): Filed {
  if (a.path.length !== b.path.length) return b.path.length > a.path.length ? b : a;
  return b.link.listing === 'allowed' ? b : a;
}

function covers({ link, path: prefix }: Filed, path: string, itself: boolean): boolean {
  if (link.subdomains === false && !itself) return false;
  return prefix === '' || (path.startsWith(prefix) && !/^[\p{L}\p{N}]/u.test(path.slice(prefix.length)));
}
