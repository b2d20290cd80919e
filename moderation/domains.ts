import { parse } from 'tldts';
import { glyphsOf } from './glyphs.ts';
import { unicodeHost } from './link-punycode.ts';

/** Top-level domains kept for examples and private networks: they lead somewhere on some machines. */
const RESERVED = new Set(['example', 'test', 'localhost', 'invalid', 'local', 'onion', 'internal']);
const LONGEST_TOP_LEVEL = 24;
const MAX_KNOWN = 4000;
const known = new Map<string, boolean>();

/** Whether this is a top-level domain of the public suffix list, or a reserved one. */
export function isTopLevel(label: string): boolean {
  if (label.length < 2 || label.length > LONGEST_TOP_LEVEL) return false;
  const before = known.get(label);
  if (before !== undefined) return before;
  if (known.size >= MAX_KNOWN) known.clear();
  const is = RESERVED.has(label) || parse(`a.${label}`, { validateHostname: false }).isIcann === true;
  known.set(label, is);
  return is;
}

/** The top-level domain this label is, or is drawn like (`соm` in Cyrillic, `c0m`); null when it is none. */
export function topLevelOf(label: string): string | null {
  if (isTopLevel(label)) return label;
  if (label.length > 6 || /^(?:[a-z-]+|\d+)$/.test(label)) return null;
  const drawn = [...label].map(drawnLetter).join('');
  return isTopLevel(drawn) ? drawn : null;
}

function drawnLetter(character: string): string {
  if (character === '0') return 'o';
  if (character <= 'z') return character;
  const [glyph] = glyphsOf(character.codePointAt(0)!);
  const reading = glyph?.readings[0];
  return reading === undefined ? '' : String.fromCodePoint(reading);
}

/** A registrable domain in two parts: `shop` and `co.uk`. */
export type Registrable = { name: string; suffix: string };

/** What somebody registered of this host: `shop.co.uk` of `www.shop.co.uk`; null for addresses and bare suffixes. */
export function registrableOf(host: string): Registrable | null {
  const { domainWithoutSuffix, publicSuffix } = parse(host, {
    allowPrivateDomains: true,
    validateHostname: false,
  });
  return domainWithoutSuffix && publicSuffix ? { name: domainWithoutSuffix, suffix: publicSuffix } : null;
}

const ASCII = /^[\x20-\x7e]*$/;

/** One spelling for a host: lower case, international names in their ASCII form. */
export function canonicalHost(host: string): string {
  if (ASCII.test(host)) return host.toLowerCase();
  const lower = host.normalize('NFKC').toLowerCase();
  const url = `http://${lower}`;
  return URL.canParse(url) ? new URL(url).hostname : lower;
}

const LEET: Record<string, string> = { '0': 'o', '1': 'l', '3': 'e', '4': 'a', '5': 's', '7': 't', i: 'l' };

/** What a host looks like at a glance: without accents, lookalikes and digits for letters. */
export function glanceOf(host: string): string {
  let glance = '';
  const shown = unicodeHost(host);
  for (const character of ASCII.test(shown) ? shown : shown.normalize('NFKC')) {
    if (character <= 'z') glance += LEET[character] ?? character;
    else
      for (const { readings } of glyphsOf(character.codePointAt(0)!)) glance += glanceOfReading(readings[0]);
  }
  return glance;
}

function glanceOfReading(reading: number | undefined): string {
  if (reading === undefined) return '';
  const character = String.fromCodePoint(reading);
  return LEET[character] ?? character;
}

/** What a glance makes of letters that stand close: `rn` is read as `m`. */
export function farGlanceOf(glance: string): string {
  if (!CLOSE.test(glance)) return glance;
  return glance.replaceAll('rn', 'm').replaceAll('vv', 'w').replaceAll('cl', 'd');
}

const CLOSE = /rn|vv|cl/;
