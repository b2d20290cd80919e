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

const PLAIN = /^[\n -$'-~]*$/;
const ENTITY = /&(?:#(\d{1,6})|#x([\da-f]{1,5})|(commat|period|nbsp));?|%(40|2e|20)/iy;
const NAMED: Record<string, string> = { commat: '@', period: '.', nbsp: ' ' };
const INVISIBLE = /^[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]$/u;
const HYPHEN = /^[\u2010-\u2015\u2212]$/;

/** Reads a text once, in one pass. */
export function contactTextOf(original: string): ContactText {
  if (PLAIN.test(original)) return even(original);
  const units: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (let start = 0; start < original.length; ) {
    const [character, end] = characterAt(original, start);
    for (const unit of plainOf(character).split('')) {
      units.push(unit);
      starts.push(start);
      ends.push(end);
    }
    start = end;
  }
  return mapped(original, units.join(''), starts, ends);
}

function even(original: string): ContactText {
  return {
    text: original.toLowerCase(),
    spanOf: (start, end) => ({ start, end }),
    isUpper: (start, end) => isUpper(original.slice(start, end)),
  };
}

function mapped(original: string, text: string, starts: number[], ends: number[]): ContactText {
  const spanOf = (start: number, end: number) => ({ start: starts[start]!, end: ends[end - 1]! });
  return {
    text,
    spanOf,
    isUpper(from, to) {
      const { start, end } = spanOf(from, to);
      return isUpper(original.slice(start, end));
    },
  };
}

function isUpper(text: string): boolean {
  return text !== text.toLowerCase() && text === text.toUpperCase();
}

function characterAt(original: string, start: number): [string, number] {
  ENTITY.lastIndex = start;
  const entity = ENTITY.exec(original);
  if (entity) return [decoded(entity), ENTITY.lastIndex];
  const character = String.fromCodePoint(original.codePointAt(start)!);
  return [character, start + character.length];
}

function decoded([, decimal, hexadecimal, name, escaped]: RegExpExecArray): string {
  if (name) return NAMED[name.toLowerCase()]!;
  const code = decimal ? Number(decimal) : Number.parseInt((hexadecimal ?? escaped)!, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
}

function plainOf(character: string): string {
  if (character <= '~') return character.toLowerCase();
  const digit = digitAt(character.codePointAt(0)!);
  if (digit >= 0) return String(digit);
  if (character === 'à' || character === 'À') return 'à';
  if (INVISIBLE.test(character)) return '';
  if (HYPHEN.test(character)) return '-';
  return character.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '').replaceAll('。', '.');
}
