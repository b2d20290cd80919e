import { LEET } from './leet.ts';

/** What a UTF-16 unit is to somebody skimming a text. */
export const BLANK = 0;
export const LETTER = 1;
export const DIGIT = 2;
export const MARK = 3;
/** Anything that asks for a closer look: other scripts, emoji, combining and invisible characters. */
export const OTHER = 4;

/** Units from here on are `OTHER`. */
const END = 0x2040;
const MARKS = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~«»’‘“”„–—…·€£°§';
const BLANKS = ' \t\n\r\u00a0\u202f';

const kinds = new Uint8Array(END).fill(OTHER);
/** 1 to 26 for a to z, whatever the case and the accents. */
const letters = new Uint8Array(END);
const lowered = new Uint16Array(END);
/** The letter a sign is drawn for, 0 for none. */
const signLetters = new Uint8Array(END);
const SIGNS: Record<string, string> = { ...LEET, '€': 'e', '°': 'o', '§': 's' };
const uppers = new Uint8Array(END);

for (let unit = 0; unit < END; unit++) readUnit(unit, String.fromCharCode(unit));
for (const [sign, drawn] of Object.entries(SIGNS)) {
  const unit = sign.charCodeAt(0);
  if (kinds[unit] === MARK) signLetters[unit] = placeOf(drawn[0]!);
}

/** 1 for a to 26 for z. */
function placeOf(letter: string): number {
  return letter.charCodeAt(0) - 0x60;
}

function readUnit(unit: number, character: string): void {
  lowered[unit] = unit;
  if (BLANKS.includes(character)) kinds[unit] = BLANK;
  else if (character >= '0' && character <= '9') kinds[unit] = DIGIT;
  else if (MARKS.includes(character)) kinds[unit] = MARK;
  else if (unit < 0x250) readLetter(unit, character);
}

function readLetter(unit: number, character: string): void {
  const lower = character.toLowerCase();
  const folded = character.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  if (!/^[a-z]$/.test(folded) || lower.length > 1) return;
  kinds[unit] = LETTER;
  letters[unit] = placeOf(folded);
  lowered[unit] = lower.charCodeAt(0);
  uppers[unit] = lower === character ? 0 : 1;
}

/**
 * All that is known of a unit in one number, for who reads every unit of a text: its kind in 3 bits, its
 * letter in 5, whether it is a capital in 1, and from bit 9 on the unit in lower case.
 */
const facts = Int32Array.from(kinds, (kind, unit) => {
  return kind | (letters[unit]! << 3) | (uppers[unit]! << 8) | (lowered[unit]! << 9);
});

export function factsOf(unit: number): number {
  return unit < END ? facts[unit]! : OTHER;
}

/** BLANK, LETTER, DIGIT, MARK or OTHER. */
export function kindOf(unit: number): number {
  return unit < END ? kinds[unit]! : OTHER;
}

/** The letter a LETTER is, without case and accents: 1 for a to 26 for z. */
export function letterOf(unit: number): number {
  return letters[unit]!;
}

/** The letter a sign is drawn for (`$` for s), as `letterOf` counts; 0 when it is for none. */
export function signLetterOf(unit: number): number {
  return unit < END ? signLetters[unit]! : 0;
}

const I = 9;
const L = 12;

/** Letters that are drawn alike count as one at a first look: `l` as `i`. */
export function skimmed(letter: number): number {
  return letter === L ? I : letter;
}

const digitLetters = Array.from({ length: 10 }, (_, digit) => [
  ...new Set([...(LEET[digit] ?? '')].map((letter) => skimmed(placeOf(letter)))),
]);

/** The letters a digit may be drawn for, as skimmed; none for any other unit. */
export function digitLettersOf(unit: number): readonly number[] {
  return digitLetters[unit - ZERO] ?? NONE;
}

const ZERO = 0x30;
const NONE: readonly number[] = [];

/** The same unit in lower case, accents kept. */
export function lowerOf(unit: number): number {
  return unit < END ? lowered[unit]! : unit;
}
