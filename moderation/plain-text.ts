import type { Disguise } from './disguise.ts';
import { escapeAt } from './link-escapes.ts';
import { isScribble, isStyled, plainOf } from './plain-characters.ts';
import type { Span } from './verdict.ts';

/** A text with the width of characters evened out, in lower case, and where each unit of it came from. */
export type PlainText = {
  text: string;
  /** Where in the original the units between these offsets, one at least, come from. */
  spanOf(from: number, to: number): Span;
  isUpper(at: number): boolean;
  /** What was seen through between these offsets: `encoded`, `invisible characters`, `styled letters`. */
  disguisesIn(from: number, to: number): Disguise[];
};

/** Each of these stays one unit long, whatever becomes of it. */
const EVEN = /^[\n\r\t -~ ¡-¬®-¶¸-¿À-ÖØ-öø-ÿŒœ‘’“”–—…€]*$/;
const ESCAPE_SIGN = /%[0-9a-f]|&[#a-z]|<[a-z!/]/i;

const RIGHT_TO_LEFT_OVERRIDE = '\u202e';
const ENDS_OVERRIDE = '\u202c\u2069\n';

const ENCODED = 1;
const HIDDEN = 2;
const STYLED = 4;
const UPPER = 8;
const TURNED = 16;
const NAMES: readonly [number, Disguise][] = [
  [ENCODED, 'encoded'],
  [HIDDEN, 'invisible characters'],
  [STYLED, 'styled letters'],
  [TURNED, 'reversed'],
];

/** The text as an address is read: full-width and styled letters plain, `%2e` decoded, nothing invisible. */
export function plainTextOf(original: string): PlainText {
  return EVEN.test(original) && !ESCAPE_SIGN.test(original) ? evenText(original) : mappedText(original);
}

function evenText(original: string): PlainText {
  return {
    text: original.toLowerCase(),
    spanOf: (start, end) => ({ start, end }),
    isUpper: (at) => isUpper(original[at] ?? ''),
    disguisesIn: () => [],
  };
}

const NOTHING: Disguise[] = [];

/** One unit of the plain text and the characters of the original it stands for. */
type Unit = { text: string; start: number; end: number; marks: number };

function mappedText(original: string): PlainText {
  const units = unitsOf(original);
  return {
    text: units.map((unit) => unit.text).join(''),
    spanOf: (from, to) => spanOf(units.slice(from, to)),
    isUpper: (at) => (units[at]!.marks & UPPER) > 0,
    disguisesIn: (from, to) => namesOf(units.slice(from, to)),
  };
}

function unitsOf(original: string): Unit[] {
  const units: Unit[] = [];
  let hidden = 0;
  let overriddenFrom = -1;
  for (let start = 0; start < original.length; ) {
    const escaped = escapeAt(original, start);
    const end = escaped?.end ?? start + (original.codePointAt(start)! > 0xffff ? 2 : 1);
    const character = escaped?.character ?? original.slice(start, end);
    const { plain, marks } = readingOf(character);
    const own = marks | (escaped ? ENCODED : 0);
    const drawn = isScribble(character, units.at(-1)?.text ?? '') ? NOTHING : plain;
    if (drawn.length === 0) hidden = own || HIDDEN;
    if (character === RIGHT_TO_LEFT_OVERRIDE) overriddenFrom = units.length;
    else if (overriddenFrom >= 0 && ENDS_OVERRIDE.includes(character))
      overriddenFrom = turn(units, overriddenFrom);
    for (const text of drawn) {
      units.push({ text, start, end, marks: own | hidden });
      hidden = 0;
    }
    start = end;
  }
  if (overriddenFrom >= 0) turn(units, overriddenFrom);
  return units;
}

/** Puts overridden characters in the order they are seen in. */
function turn(units: Unit[], from: number): number {
  const turned = units.splice(from).reverse();
  for (const unit of turned) units.push({ ...unit, marks: unit.marks | TURNED });
  return -1;
}

type Reading = { plain: string[]; marks: number };

const MAX_KNOWN = 4000;
const known = new Map<string, Reading>();

function readingOf(character: string): Reading {
  const before = known.get(character);
  if (before) return before;
  if (known.size >= MAX_KNOWN) known.clear();
  const marks = (isUpper(character) ? UPPER : 0) | (isStyled(character) ? STYLED : 0);
  const reading = { plain: plainOf(character).split(''), marks };
  known.set(character, reading);
  return reading;
}

function isUpper(character: string): boolean {
  return character !== character.toLowerCase();
}

/** Units that were turned round come in falling order. */
function spanOf(units: Unit[]): Span {
  let { start, end } = units[0]!;
  for (const unit of units) {
    if (unit.start < start) start = unit.start;
    if (unit.end > end) end = unit.end;
  }
  return { start, end };
}

function namesOf(units: Unit[]): Disguise[] {
  const seen = units.reduce((sum, { marks }) => sum | marks, 0);
  return NAMES.filter(([mark]) => (seen & mark) > 0).map(([, name]) => name);
}
