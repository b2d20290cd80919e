import { digitAt } from './digits.ts';
import { NUMBER_WORDS } from './number-words.ts';

const FIRST_FOREIGN = 0x250;

/** What a text holds that personal data could be made of. */
export type ContactSigns = {
  /** Digits of any script, and words that stand for one. */
  digits: number;
  /** Whether anything stands for the `@` of an address, and anything for its dot. */
  address: boolean;
};

/** Words that say `@` and nothing else, and those that may. */
const AT_NAMES = 'arobase arobas arobaze arobaz arroba'.split(' ');
const AT_WORDS = 'at chez à'.split(' ');
const DOT_WORDS = 'point dot punto punkt'.split(' ');

/** What one character is, below U+0250. */
const OTHER = 0;
const LETTER = 1;
const DIGIT = 2;
const FULL_STOP = 3;
const AT_SIGN = 4;
const ESCAPE = 5;
const FOREIGN = 6;
const KINDS = Uint8Array.from({ length: FIRST_FOREIGN }, (_, unit) => kindOf(String.fromCharCode(unit)));

/** What a word or a text can hold, as bits. */
const NUMBER = 1;
const AT = 2;
const DOT = 4;

/** By the hash of a word, what it could be: two words with one hash only cost a closer look. */
const marks = new Uint8Array(4096);
for (const word of [...NUMBER_WORDS.keys(), 'zéro']) mark(word, NUMBER);
for (const word of AT_NAMES) mark(word, AT | DOT);
for (const word of AT_WORDS) mark(word, AT);
for (const word of DOT_WORDS) mark(word, DOT);

/** One pass over the text, a few operations for each character. */
export function contactSignsOf(text: string): ContactSigns {
  let digits = 0;
  let seen = 0;
  let hash = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const kind = unit < FIRST_FOREIGN ? KINDS[unit]! : FOREIGN;
    if (kind === LETTER) {
      hash = nextHash(hash, unit);
      continue;
    }
    if (hash !== 0) {
      digits += marks[hash]! & NUMBER;
      seen |= marks[hash]!;
      hash = 0;
    }
    if (kind === OTHER) continue;
    if (kind === DIGIT) digits += 1;
    else if (kind === FULL_STOP) seen |= isDot(text, at) ? DOT : 0;
    else if (kind === AT_SIGN) seen |= AT | DOT;
    else if (kind === ESCAPE) seen |= /[#c4]/.test(text.charAt(at + 1)) ? AT | DOT : 0;
    else if (digitAt(text.codePointAt(at)!) >= 0) digits += 1;
    else seen |= foreignMarks(text, at);
  }
  digits += marks[hash]! & NUMBER;
  seen |= marks[hash]!;
  return { digits, address: (seen & (AT | DOT)) === (AT | DOT) };
}

/** Upper and lower case alike; never 0 in practice, and a word lost that way is not the only sign of a number. */
function nextHash(hash: number, unit: number): number {
  return (hash * 31 + (unit | 32)) & 0xfff;
}

/** `orange.fr`, `orange . fr`, `orange[.]fr`, but not the end of a sentence. */
function isDot(text: string, at: number): boolean {
  return text.charAt(at - 1) === ' ' || /[\p{L}\])}>]/u.test(text.charAt(at + 1));
}

/** Full-width and small forms of `@`; a picture may stand for it. */
function foreignMarks(text: string, at: number): number {
  const character = String.fromCodePoint(text.codePointAt(at)!);
  if (character === '＠' || character === '﹫') return AT | DOT;
  return /\p{Extended_Pictographic}/u.test(character) ? AT : 0;
}

function kindOf(character: string): number {
  if (/\p{L}/u.test(character)) return LETTER;
  if (/[0-9]/.test(character)) return DIGIT;
  if (character === '.') return FULL_STOP;
  if (character === '@') return AT_SIGN;
  if (character === '&' || character === '%') return ESCAPE;
  return character < '\u{80}' ? OTHER : FOREIGN;
}

function mark(word: string, bit: number): void {
  let hash = 0;
  for (let at = 0; at < word.length; at++) hash = nextHash(hash, word.charCodeAt(at));
  marks[hash]! |= bit;
}
