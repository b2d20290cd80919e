import { parse } from 'tldts';

/** Who keeps most people's mail: a name that stands for an address even without its ending. */
const PROVIDERS = new Set(
  (
    'gmail googlemail hotmail outlook live msn yahoo ymail icloud aol gmx proton protonmail tutanota mail zoho yandex ' +
    'orange wanadoo free sfr laposte bbox neuf numericable skynet bluewin t-online web btinternet sky comcast'
  ).split(' '),
);
/** Endings that are understood without the dot before them. */
const COMMON = new Set('com fr net org me eu be ch uk de es it io co ca lu info shop store'.split(' '));
const WORDS = new Set('me it be de es ca co'.split(' '));
/** Kept for examples (RFC 2606): people who write them mean an address. */
const RESERVED = new Set(['example', 'test', 'invalid']);

const LONGEST_GLUED = 8;

export function isProvider(label: string): boolean {
  return PROVIDERS.has(label);
}

export function isCommonEnding(label: string): boolean {
  return COMMON.has(label);
}

/** The ending of a domain that is read out: `me`, `it` and `in` would be words. */
export function isSaidEnding(label: string): boolean {
  return RESERVED.has(label) || (isCommonEnding(label) && !WORDS.has(label));
}

/** Whether mail could be sent there: a real or a reserved top-level domain, or one drawn in foreign letters. */
export function isMailHost(labels: string[]): boolean {
  const last = labels.at(-1)!;
  if (labels.length < 2 || /^\d+$/.test(last)) return false;
  if (RESERVED.has(last)) return true;
  if (/[^ -~]/.test(last)) return last.length >= 2;
  const host = labels.join('.');
  const { isIcann, domain } = parse(host, { allowPrivateDomains: false, validateHostname: false });
  return isIcann === true && domain !== null;
}

/** The ending of letters glued together, the longest there is: `comamerci` begins with `com`. */
export function gluedEnding(name: string, letters: string): string | null {
  for (let length = Math.min(letters.length, LONGEST_GLUED); length >= 2; length--) {
    const ending = letters.slice(0, length);
    if (isMailHost([name, ending])) return ending;
  }
  return null;
}
