import { digitAt } from './digits.ts';
import type { Span } from './verdict.ts';

/** A text as personal data is read from it, unit by unit, and where each unit stands in the original. */
export type ContactText = {
  /** Lower case; digits and width plain, entities decoded, invisible characters and accents gone (not `à`). */
  text: string;
  /** The span of the original that the units from `start` up to `end` come from. */
  spanOf(start: number, end: number): Span;
  /** Whether these units were capitals. */
  isUpper(start: number, end: number): boolean;
};

/** No character of it is escaped, and each becomes one unit. */
const EVEN = /^[\n -$'-~À-ÖØ-öø-ÿ«»’…–—€]*$/;
const ENTITY = /&(?:#(\d{1,6})|#x([\da-f]{1,5})|(commat|period|nbsp));?|%(40|2e|20)/iy;
const NAMED: Record<string, string> = { commat: '@', period: '.', nbsp: ' ' };
const INVISIBLE = /^[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]$/u;
const HYPHEN = /^[\u2010-\u2015\u2212]$/;
const MAX_KNOWN = 10_000;

const known = new Map<string, string>();

/** Reads a text once, in one pass. */
export function contactTextOf(original: string): ContactText {
  if (EVEN.test(original)) return even(original);
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  for (let start = 0; start < original.length; ) {
    const [character, end] = characterAt(original, start);
    const plain = plainOf(character);
    for (let unit = 0; unit < plain.length; unit++) {
      starts.push(start);
      ends.push(end);
    }
    text += plain;
    start = end;
  }
  return readingOf(original, text, (start, end) => ({ start: starts[start]!, end: ends[end - 1]! }));
}

function even(original: string): ContactText {
  const text = original.toLowerCase().replace(/[^\n -~]/g, (character) => plainOf(character).charAt(0));
  return readingOf(original, text, (start, end) => ({ start, end }));
}

function readingOf(original: string, text: string, spanOf: ContactText['spanOf']): ContactText {
  return {
    text,
    spanOf,
    isUpper(from, to) {
      const { start, end } = spanOf(from, to);
      const said = original.slice(start, end);
      return said !== said.toLowerCase() && said === said.toUpperCase();
    },
  };
}

function characterAt(original: string, start: number): [string, number] {
  const first = original[start]!;
  if (first === '&' || first === '%') {
    ENTITY.lastIndex = start;
    const entity = ENTITY.exec(original);
    if (entity) return [decoded(entity), ENTITY.lastIndex];
  }
  if (first < '\ud800') return [first, start + 1];
  const character = String.fromCodePoint(original.codePointAt(start)!);
  return [character, start + character.length];
}

function decoded([, decimal, hexadecimal, name, escaped]: RegExpExecArray): string {
  if (name) return NAMED[name.toLowerCase()]!;
  const code = decimal ? Number(decimal) : Number.parseInt((hexadecimal ?? escaped)!, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
}

function plainOf(character: string): string {
  const read = known.get(character);
  if (read !== undefined) return read;
  if (known.size >= MAX_KNOWN) known.clear();
  const plain = readPlain(character);
  known.set(character, plain);
  return plain;
}

function readPlain(character: string): string {
  if (character <= '~') return character.toLowerCase();
  const digit = digitAt(character.codePointAt(0)!);
  if (digit >= 0) return String(digit);
  if (character === 'à' || character === 'À') return 'à';
  if (INVISIBLE.test(character)) return '';
  if (HYPHEN.test(character)) return '-';
  return character.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '').replaceAll('。', '.');
}
