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
const UPPER = 8;
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
  const starts: number[] = [];
  const ends: number[] = [];
  const marks: number[] = [];
  let text = '';
  let hidden = 0;
  for (let start = 0; start < original.length; ) {
    const escaped = escapeAt(original, start);
    const end = escaped?.end ?? start + (original.codePointAt(start)! > 0xffff ? 2 : 1);
    const read = readingOf(escaped?.character ?? original.slice(start, end));
    const mark = read.mark | (escaped ? ENCODED : 0);
    if (read.plain === '') hidden = mark || HIDDEN;
    for (let unit = 0; unit < read.plain.length; unit++) {
      starts.push(start);
      ends.push(end);
      marks.push(mark | hidden);
      hidden = 0;
    }
    text += read.plain;
    start = end;
  }
  return {
    text,
    startOf: (at) => starts[at]!,
    endOf: (at) => ends[at]!,
    isUpper: (at) => (marks[at]! & UPPER) > 0,
    disguisesIn: (from, to) => namesOf(marks, from, to),
  };
}

type Reading = { plain: string; mark: number };

const MAX_KNOWN = 4000;
const known = new Map<string, Reading>();

function readingOf(character: string): Reading {
  const before = known.get(character);
  if (before) return before;
  if (known.size >= MAX_KNOWN) known.clear();
  const plain = plainOf(character);
  const reading = { plain, mark: (isUpper(character) ? UPPER : 0) | styleOf(character, plain) };
  known.set(character, reading);
  return reading;
}

function plainOf(character: string): string {
  if (character >= ' ' && character <= '~') return character.toLowerCase();
  if (character === '' || INVISIBLE.test(character)) return '';
  if (DOTS.includes(character)) return character === '·' || character === '•' ? '·' : '.';
  return character.normalize('NFKC').toLowerCase();
}

function styleOf(character: string, plain: string): number {
  return character > '\u{1fff}' && plain !== character && plain !== '' && !DOTS.includes(character)
    ? STYLED
    : 0;
}

function isUpper(character: string): boolean {
  return character !== character.toLowerCase();
}

function namesOf(marks: number[], from: number, to: number): string[] {
  let seen = 0;
  for (let at = from; at < to; at++) seen |= marks[at] ?? 0;
  return NAMES.filter(([mark]) => (seen & mark) > 0).map(([, name]) => name);
}
