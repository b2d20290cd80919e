import type { ContactText } from './contact-text.ts';
import { type MailDomain, mailDomainAt } from './mail-domain.ts';
import { isSaidEnding } from './mail-hosts.ts';
import type { Span } from './verdict.ts';

/** An e-mail address in a text, and where it leads when that could be read. */
export type FoundMail = { span: Span; host: string };

const AT_WORD = '(?:arobas\\w{0,2}|arroba|at|chez|à)';
const MARKER = new RegExp(
  `\\s?[([{<]\\s?(?:@|${AT_WORD})\\s?[)\\]}>]|@|(?<=[\\s_*-])${AT_WORD}(?=[\\s_*-])|(?<=\\w)\\p{Extended_Pictographic}\\ufe0f?(?=\\w)`,
  'gu',
);
const MAX_LOCAL = 64;
const MAX_USERINFO = 40;
/** Enough to show; the text is stopped by the first. */
const MAX_FOUND = 50;
const SPACED_LETTER = /(?:^|\s)[\p{L}\p{N}._-]\s$/u;
const SPACE = /\s/;
const BLANK = /[\s_*-]/;
const LOCAL = /[\p{L}\p{N}._%+-]/u;
const MASKED = /\.\.$|\*$/;
/** Behind `://` and up to the `@` stands the name of a web address's visitor. */
const IN_ADDRESS = /:\/\/[^\s/]*$/;
/** « Look at example.com » is an advice, no address. */
const ORDINARY_BEFORE = new Set(
  (
    'look looking looked available me us them it this that order ordered ordering buy buying bought found find is are ' +
    'was were work works only shop shopping sold sale here there online now one ones cheaper cheap seen saw see more ' +
    'out up everything and or price prices'
  ).split(' '),
);

/** « rendez-vous @ 14h.de plus… » */
const HOUR = /^\d{1,2}h?\d{0,2}$/;
const POINTED = new Set('some this that what which any one every the'.split(' '));

/** How surely the sign between name and domain is an `@`. */
type Marker = {
  start: number;
  end: number;
  sign: 'at' | 'mention' | 'spaced-at' | 'bracketed' | 'word' | 'weak-word' | 'picture';
};

/** Every e-mail address of the text, spelled out or disguised or not. Each place is looked at a bounded number of times. */
export function findMails(reading: ContactText): FoundMail[] {
  const found: FoundMail[] = [];
  for (const { 0: sign, index } of reading.text.matchAll(MARKER)) {
    if (found.length >= MAX_FOUND) break;
    const marker = readMarker(reading.text, sign, index);
    const domain = mailDomainAt(reading.text, marker.end, marker.sign === 'at');
    const local = domain && localBefore(reading.text, marker);
    if (!local || !isMeant(reading, marker, local, domain)) continue;
    found.push({ span: reading.spanOf(local.start, domain.end), host: domain.labels.join('.') });
  }
  return found;
}

function readMarker(text: string, sign: string, start: number): Marker {
  const end = start + sign.length;
  if (sign === '@' && !SPACE.test(text.charAt(start - 1))) return { start, end, sign: 'at' };
  if (sign === '@') return { start, end, sign: SPACE.test(text.charAt(end)) ? 'spaced-at' : 'mention' };
  if (/[)\]}>]$/.test(sign)) return { start, end, sign: 'bracketed' };
  if (/^ar/.test(sign)) return { start, end, sign: 'word' };
  return { start, end, sign: /^\p{L}/u.test(sign) ? 'weak-word' : 'picture' };
}

type Local = { text: string; start: number };

function localBefore(text: string, marker: Marker): Local | null {
  const end = skipBack(text, marker.start, 2, BLANK);
  const start = beforeSpacedLetters(text, skipBack(text, end, MAX_LOCAL, LOCAL), end);
  const local = text.slice(start, end);
  if (MASKED.test(local) || !/[\p{L}\p{N}]/u.test(local)) return null;
  if (IN_ADDRESS.test(text.slice(Math.max(0, start - MAX_USERINFO), start))) return null;
  return { text: local, start };
}

/** `l e a @`: letters that stand alone belong together. */
function beforeSpacedLetters(text: string, start: number, end: number): number {
  let at = start;
  if (end - start !== 1) return at;
  while (end - at < MAX_LOCAL && SPACED_LETTER.test(text.slice(Math.max(0, at - 3), at))) at -= 2;
  return at;
}

function skipBack(text: string, from: number, most: number, kind: RegExp): number {
  let at = from;
  while (at > 0 && from - at < most && kind.test(text.charAt(at - 1))) at -= 1;
  return at;
}

/** Whether sign, name and domain together are an address; the weaker one is, the more the others must say. */
function isMeant(reading: ContactText, marker: Marker, local: Local, domain: MailDomain): boolean {
  const named = /[\d._+-]/.test(local.text) || domain.provider;
  switch (marker.sign) {
    case 'at':
    case 'bracketed':
    case 'word':
      return true;
    case 'spaced-at':
      return (domain.dots !== 'sentence' || domain.provider) && !HOUR.test(domain.labels[0]!);
    case 'mention':
      return named && domain.dots !== 'sentence';
    case 'picture':
      return domain.dots === 'plain' && (domain.provider || isPicturedAt(reading, marker));
    case 'weak-word':
      return (
        isReadOut(domain, named || / dot |-dot-/.test(reading.text.slice(marker.end, domain.end))) &&
        (named || isSaid(reading, marker, local, domain)) &&
        !ORDINARY_BEFORE.has(local.text)
      );
  }
}

/** « at some point in » has a dot and an ending by its words only. */
function isReadOut({ labels, dots }: MailDomain, sure: boolean): boolean {
  if (dots !== 'spoken') return dots === 'plain';
  return !POINTED.has(labels[0]!) && (sure || isSaidEnding(labels.at(-1)!));
}

function isPicturedAt({ text }: ContactText, { start, end }: Marker): boolean {
  return /[🐌🌀📧✉📨📩📬]/u.test(text.slice(start, end));
}

/** `bob AT example.com`, `bob at example dot com`. */
function isSaid({ text, isUpper }: ContactText, marker: Marker, local: Local, domain: MailDomain): boolean {
  if (text.slice(marker.start, marker.end) !== 'at') return false;
  const shouted = isUpper(marker.start, marker.end) && !isUpper(local.start, local.start + local.text.length);
  return shouted || domain.dots === 'spoken';
}
