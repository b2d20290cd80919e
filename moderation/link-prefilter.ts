import { isTopLevel } from './domains.ts';

/**
 * Whether a text has anything that could join the parts of a host: a dot between words however it is drawn,
 * spelt or encoded, a scheme, a comma or an underscore in a dot's place. One pass that allocates nothing, so
 * that the many texts without a link cost next to nothing; it says yes too often rather than too seldom.
 */
export function mayHoldHost(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 128) {
      if (code >= 0xad && (isTelling(code) || (isOtherDot(code) && isWordy(text.charCodeAt(at + 1)))))
        return true;
      continue;
    }
    const kind = KINDS[code]!;
    if (kind !== PLAIN && joins(text, at, kind)) return true;
  }
  return false;
}

const OTHER_DOTS = [0x2022, 0x2026, 0x2219, 0x30fb, 0x589, 0x6d4, 0x702, 0x964, 0x16eb, 0x2e33];
const DOT_WORDS = ['dot', 'd0t', 'point', 'p0int', 'punto', 'punkt', 'ponto'];
const PLAIN = 0;
const DOT = 1;
const COMMA = 2;
const UNDERSCORE = 3;
const SLASH = 4;
const PERCENT = 5;
const AMPERSAND = 6;
const LETTER = 7;
const KINDS = new Uint8Array(128);
['', '.', ',;', '_', ':/\\', '%', '&', 'dDpP'].forEach((characters, kind) => {
  for (const character of characters) KINDS[character.charCodeAt(0)] = kind;
});

function joins(text: string, at: number, kind: number): boolean {
  const next = text.charCodeAt(at + 1);
  switch (kind) {
    case LETTER:
      return !isWordy(text.charCodeAt(at - 1)) && startsDotWord(text, at, next | 0x20);
    case DOT:
      return dotJoins(text, at);
    case COMMA:
      return commaJoins(text, at);
    case UNDERSCORE:
      return isWordy(text.charCodeAt(at - 1)) && isWordy(next);
    case SLASH:
      return isSlash(next);
    case PERCENT:
      return isWordy(next);
    case AMPERSAND:
      return next === 0x23 || text.startsWith('period', at + 1);
    default:
      return false;
  }
}

/** The second letter, an `o`, `u` or `0`, and the third tell most other words apart at once. */
function startsDotWord(text: string, at: number, second: number): boolean {
  if (second !== 0x6f && second !== 0x75 && second !== 0x30) return false;
  const third = text.charCodeAt(at + 2) | 0x20;
  if (third !== 0x74 && third !== 0x69 && third !== 0x6e) return false;
  return DOT_WORDS.some((word) => isWord(text, at, word));
}

/** `a.b`, `a . b`, `a. b`, `a[.]b`, `a..b`; a sentence's end, a price and a date are passed over. */
function dotJoins(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1);
  const before = text.charCodeAt(at - 1);
  if (isDigit(next) && isDigit(before)) return isFourNumbers(text, at);
  if (isWordy(next)) return mayEndHost(text, at + 1);
  if (isBlank(next)) return startsLikeEnding(text, at + 2);
  if (!isDecoration(next)) return next === 0x2e && mayEndHost(text, at + 2);
  return isDecoration(before) || isWordy(text.charCodeAt(at + 2));
}

/** The second dot and a third one after it: `192.0.2.44`. */
function isFourNumbers(text: string, at: number): boolean {
  let dots = 1;
  let end = at + 1;
  for (; dots < 4 && end - at < 16; end++) {
    const code = text.charCodeAt(end);
    if (code === 0x2e) dots += 1;
    else if (!isDigit(code)) return dots > 2 || isWordy(code);
  }
  return dots > 2;
}

/**
 * Whether what begins here is a top-level domain, is drawn like one, or goes on to one: `com`, `c0m`, `co.uk`,
 * `comMerci`, not `Merci`.
 */
function mayEndHost(text: string, from: number): boolean {
  let to = from;
  for (; to < text.length && to - from <= LONGEST; to++) {
    const code = text.charCodeAt(to);
    if (code >= 128 || isDigit(code)) return true;
    if (!isLetter(code)) break;
    if (isUpper(code) && to > from && !isUpper(text.charCodeAt(to - 1))) return true;
  }
  if (to === from) return false;
  if (HOLDS_ON.includes(text.charAt(to)) && isWordy(text.charCodeAt(to + 1))) return true;
  if (to - from === 1) return isBlank(text.charCodeAt(to)) && isShort(text, to + 1);
  const word = text.slice(from, to).toLowerCase();
  return isTopLevel(word) || COMMON.some((ending) => word.startsWith(ending));
}

/** No top-level domain is longer. */
const LONGEST = 24;
/** What may stand within a name, or between two: then a longer look is needed. */
const HOLDS_ON = '.-_*[({<';
/** To which a word may be stuck by mistake. */
const COMMON = ['com', 'net', 'org', 'info', 'shop', 'fr', 'ru'];

/** `c o m`, `c om`. */
function isShort(text: string, at: number): boolean {
  if (!isWordy(text.charCodeAt(at))) return false;
  return [1, 2, 3].some((step) => !isWordy(text.charCodeAt(at + step)));
}

/** After a blank: `com`, `COM`, not `Merci` and not `12`. */
function startsLikeEnding(text: string, from: number): boolean {
  const at = isBlank(text.charCodeAt(from)) ? from + 1 : from;
  const first = text.charCodeAt(at);
  if (!isWordy(first) || isDigit(first)) return false;
  return (!isUpper(first) || isUpper(text.charCodeAt(at + 1))) && mayEndHost(text, at);
}

function commaJoins(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const next = text.charCodeAt(at + 1);
  if (isDecoration(before)) return isDecoration(next);
  if (isBlank(before)) return mayEndHost(text, isBlank(next) ? at + 2 : at + 1);
  return isWordy(before) && !isDigit(next) && mayEndHost(text, at + 1);
}

function isWord(text: string, at: number, word: string): boolean {
  for (let step = 1; step < word.length; step++) {
    if ((text.charCodeAt(at + step) | 0x20) !== word.charCodeAt(step)) return false;
  }
  return (text.charCodeAt(at) | 0x20) === word.charCodeAt(0) && !isLetter(text.charCodeAt(at + word.length));
}

/** A bullet, an ellipsis, the full stop of another script. */
function isOtherDot(code: number): boolean {
  return OTHER_DOTS.includes(code);
}

/** Soft hyphens, other dots, invisible characters, and letters of another width or style. */
function isTelling(code: number): boolean {
  if (code < 0x2000) return code === 0xad || code === 0xb7 || code === 0x34f || code === 0x387;
  if (code < 0x3000) return (code >= 0x200b && code <= 0x206f && !isTypography(code)) || code === 0x22c5;
  return code === 0x3002 || code === 0xd835 || (code >= 0xfe00 && code <= 0xffef && code !== 0xfe0f);
}

function isTypography(code: number): boolean {
  return (
    (code >= 0x2010 && code <= 0x2023) ||
    (code >= 0x2025 && code <= 0x2029 && code !== 0x2027) ||
    (code >= 0x202f && code <= 0x205f)
  );
}

function isDecoration(code: number): boolean {
  return DECORATIONS.includes(String.fromCharCode(code));
}

const DECORATIONS = '[](){}<>\\^-*_|~"\'/:=+';

function isSlash(code: number): boolean {
  return code === 0x2f || code === 0x5c;
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0xa0 || code === 0x0a || code === 0x09 || code === 0x0d;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isUpper(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0xc0 && code <= 0xde);
}

function isLetter(code: number): boolean {
  return ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) || code >= 0xc0;
}

function isWordy(code: number): boolean {
  return isLetter(code) || isDigit(code);
}
