import { digitAt } from './digits.ts';
import { DRAWN_DIGITS, NUMBER_WORDS } from './number-words.ts';

/** May stand for an `@`. */
const PICTURED = /\p{Extended_Pictographic}/u;
/** A power of two, and small enough to stay in the processor's nearest memory. */
const HASHES = 0x8000;

/** What a text holds that personal data could be made of. */
export type ContactSigns = {
  /** Digits of any script. */
  digits: number;
  /** Words that stand for one or more of them. */
  numberWords: number;
  /** Whether anything stands for the `@` of an address, and anything for its dot. */
  address: boolean;
};

/** Words that say `@` and nothing else, and those that may. */
const AT_NAMES = 'arobase arobas arobaze arobaz arroba'.split(' ');
const AT_WORDS = 'at chez à'.split(' ');
const DOT_WORDS = 'point dot punto punkt'.split(' ');

/** What one UTF-16 unit is; 0 until it is first met. */
const OTHER = 1;
const LETTER = 2;
const DIGIT = 3;
const FULL_STOP = 4;
const AT_SIGN = 5;
const ESCAPE = 6;
const PICTURE = 7;
const SURROGATE = 8;
const kinds = new Uint8Array(0x10000);

/** What a word or a text can hold, as bits. */
const NUMBER = 1;
const AT = 2;
const DOT = 4;

/** By the hash of a word, what it could be: two words with one hash only cost a closer look. */
const marks = new Uint8Array(HASHES);
for (const word of [...NUMBER_WORDS.keys(), ...DRAWN_DIGITS, 'zéro']) mark(word, NUMBER);
for (const word of AT_NAMES) mark(word, AT | DOT);
for (const word of AT_WORDS) mark(word, AT);
for (const word of DOT_WORDS) mark(word, DOT);

/** One pass over the text, a few operations for each character. */
export function contactSignsOf(text: string): ContactSigns {
  let digits = 0;
  let numberWords = 0;
  let seen = 0;
  let hash = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const kind = kinds[unit] || readKind(unit);
    if (kind === LETTER) {
      hash = nextHash(hash, unit);
      continue;
    }
    if (hash !== 0) {
      numberWords += marks[hash]! & NUMBER;
      seen |= marks[hash]!;
      hash = 0;
    }
    if (kind === OTHER) continue;
    if (kind === DIGIT || (kind === SURROGATE && digitAt(text.codePointAt(at)!) >= 0)) digits += 1;
    else seen |= signAt(text, at, kind);
  }
  numberWords += marks[hash]! & NUMBER;
  seen |= marks[hash]!;
  return { digits, numberWords, address: (seen & (AT | DOT)) === (AT | DOT) };
}

function signAt(text: string, at: number, kind: number): number {
  switch (kind) {
    case FULL_STOP:
      return isDot(text, at) ? DOT : 0;
    case AT_SIGN:
      return isMention(text, at) ? AT : AT | DOT;
    case ESCAPE:
      return /^(?:&(?:#[46x0]|c)|%4)/.test(text.slice(at, at + 3)) ? AT | DOT : 0;
    case SURROGATE:
      return PICTURED.test(String.fromCodePoint(text.codePointAt(at)!)) ? AT : 0;
    default:
      return AT;
  }
}

/** Upper and lower case alike; never 0 in practice, and a word lost that way is not the only sign of a number. */
function nextHash(hash: number, unit: number): number {
  return (hash * 31 + (unit | 32)) & (HASHES - 1);
}

/** `@lea`, with nothing before it: an address only if a dot follows somewhere. */
function isMention(text: string, at: number): boolean {
  return (at === 0 || text.charAt(at - 1) === ' ') && text.charAt(at + 1) !== ' ';
}

/** `orange.fr`, `orange . fr`, `orange[.]fr`, but not the end of a sentence. */
function isDot(text: string, at: number): boolean {
  return text.charAt(at - 1) === ' ' || /[\p{L}\])}>]/u.test(text.charAt(at + 1));
}

function readKind(unit: number): number {
  const kind = kindOf(unit, String.fromCharCode(unit));
  kinds[unit] = kind;
  return kind;
}

function kindOf(unit: number, character: string): number {
  if (unit >= 0xd800 && unit <= 0xdbff) return SURROGATE;
  if (digitAt(unit) >= 0) return DIGIT;
  if (/\p{L}/u.test(character)) return LETTER;
  if (character === '.') return FULL_STOP;
  if ('@＠﹫'.includes(character)) return AT_SIGN;
  if (character === '&' || character === '%') return ESCAPE;
  return PICTURED.test(character) ? PICTURE : OTHER;
}

function mark(word: string, bit: number): void {
  let hash = 0;
  for (let at = 0; at < word.length; at++) hash = nextHash(hash, word.charCodeAt(at));
  marks[hash]! |= bit;
}
