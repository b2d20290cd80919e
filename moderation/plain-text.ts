import { escapeAt } from './link-escapes.ts';

/** A text with the width of characters evened out, in lower case, and where each unit of it came from. */
export type PlainText = {
  text: string;
  /** Where the unit at this offset begins and ends in the original. */
  startOf(at: number): number;
  endOf(at: number): number;
  isUpper(at: number): boolean;
  /** What was seen through between these offsets: `encoded`, `invisible characters`, `styled letters`. */
  disguisesIn(from: number, to: number): string[];
};

const INVISIBLE = /^[\p{Cf}\p{Default_Ignorable_Code_Point}]$/u;
/** Each of these stays one unit long, whatever becomes of it. */
const EVEN = /^[\n\r\t -~ ¡-¬®-¶¸-¿À-ÖØ-öø-ÿŒœ‘’“”–—…€]*$/;
const ESCAPE_SIGN = /%[0-9a-f]|&[#a-z]|<[a-z!/]/i;
const DOTS = '。．｡․‧·•∙⋅・';

const ENCODED = 1;
const HIDDEN = 2;
const STYLED = 4;
const NAMES: [number, string][] = [
  [ENCODED, 'encoded'],
  [HIDDEN, 'invisible characters'],
  [STYLED, 'styled letters'],
];

/** The text as an address is read: full-width and styled letters plain, `%2e` decoded, nothing invisible. */
export function plainTextOf(original: string): PlainText {
  return EVEN.test(original) && !ESCAPE_SIGN.test(original) ? evenText(original) : mappedText(original);
}

function evenText(original: string): PlainText {
  return {
    text: original.toLowerCase(),
    startOf: (at) => at,
    endOf: (at) => at + 1,
    isUpper: (at) => isUpper(original[at] ?? ''),
    disguisesIn: () => [],
  };
}

function mappedText(original: string): PlainText {
  const units: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const marks: number[] = [];
  const uppers: boolean[] = [];
  let hidden = 0;
  for (let start = 0; start < original.length; ) {
    const { character, end, mark } = characterAt(original, start);
    const plain = plainOf(character);
    if (plain === '') hidden = mark || HIDDEN;
    for (let unit = 0; unit < plain.length; unit++) {
      units.push(plain[unit]!);
      starts.push(start);
      ends.push(end);
      marks.push(mark | hidden | (plain[unit] === character || mark > 0 ? 0 : styleOf(character)));
      uppers.push(isUpper(character));
      hidden = 0;
    }
    start = end;
  }
  return {
    text: units.join(''),
    startOf: (at) => starts[at]!,
    endOf: (at) => ends[at]!,
    isUpper: (at) => uppers[at] === true,
    disguisesIn: (from, to) => namesOf(marks, from, to),
  };
}

function characterAt(original: string, start: number): { character: string; end: number; mark: number } {
  const escaped = escapeAt(original, start);
  if (escaped) return { ...escaped, mark: ENCODED };
  const character = String.fromCodePoint(original.codePointAt(start)!);
  return { character, end: start + character.length, mark: 0 };
}

function plainOf(character: string): string {
  if (character >= ' ' && character <= '~') return character.toLowerCase();
  if (character === '' || INVISIBLE.test(character)) return '';
  if (DOTS.includes(character)) return character === '·' || character === '•' ? '·' : '.';
  return character.normalize('NFKC').toLowerCase();
}

function styleOf(character: string): number {
  return character > '\u{1fff}' && !DOTS.includes(character) ? STYLED : 0;
}

function isUpper(character: string): boolean {
  return character !== character.toLowerCase();
}

function namesOf(marks: number[], from: number, to: number): string[] {
  let seen = 0;
  for (let at = from; at < to; at++) seen |= marks[at] ?? 0;
  return NAMES.filter(([mark]) => (seen & mark) > 0).map(([, name]) => name);
}
