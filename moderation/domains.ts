import { parse } from 'tldts';
import { glyphsOf } from './glyphs.ts';

/** Top-level domains kept for examples and private networks: they lead somewhere on some machines. */
const RESERVED = new Set(['example', 'test', 'localhost', 'invalid', 'local', 'onion', 'internal']);

/** Whether a name under this host could exist: a real or a reserved top-level domain, or an IPv4 address. */
export function isHost(labels: string[]): boolean {
  if (labels.length < 2 || labels.some((label) => label.length > 63 || label === '')) return false;
  if (isAddress(labels)) return true;
  const last = labels.at(-1)!;
  if (/^\d+$/.test(last)) return false;
  if (RESERVED.has(last)) return true;
  const { isIcann, domain } = parse(labels.join('.'), {
    allowPrivateDomains: false,
    validateHostname: false,
  });
  return isIcann === true && domain !== null;
}

export function isAddress(labels: string[]): boolean {
  return labels.length === 4 && labels.every((label) => /^\d{1,3}$/.test(label) && Number(label) < 256);
}

/** One spelling for a host: lower case, international names in their ASCII form. */
export function canonicalHost(host: string): string {
  const lower = host.normalize('NFKC').toLowerCase();
  if (/^[\x20-\x7e]*$/.test(lower)) return lower;
  const url = `http://${lower}`;
  return URL.canParse(url) ? new URL(url).hostname : lower;
}

const LEET: Record<string, string> = { '0': 'o', '1': 'l', '3': 'e', '4': 'a', '5': 's', '7': 't', i: 'l' };

/** What a host looks like at a glance: without accents, lookalikes and digits for letters. */
export function glanceOf(host: string): string {
  let glance = '';
  for (const character of host.normalize('NFKC')) {
    if (character === '.' || character === '-') glance += character;
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
