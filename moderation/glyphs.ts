import type { Disguise } from './disguise.ts';
import { LEET } from './leet.ts';
import { CYRILLIC, LOOKALIKES } from './lookalikes.ts';

/** What one character of a text is, and the letters it can be read as. */
export type Glyph = {
  kind: 'letter' | 'digit' | 'space' | 'mark';
  /** Code points, the likeliest first. A digit is read as itself first. */
  readings: readonly number[];
  upper: boolean;
  /** People put it in place of a letter they leave out: `c*nnard`. */
  mask: 'any' | 'vowel' | null;
  /** Written without spaces between words (Chinese, Japanese, Thai): any place may begin a word. */
  unspaced: boolean;
  /** Read otherwise than it is written, beyond case and accents. */
  disguise: Disguise | null;
};

const ANY_MASKS = '*#%█▓▒░◌';
const VOWEL_MASKS = '-_.?•●■×';
const I = 0x69;
const L = 0x6c;
/** `ﷺ` is a whole sentence. */
const LONGEST_LIGATURE = 4;
const MAX_CACHED = 20_000;

const REGIONAL_INDICATOR = /^[\u{1f1e6}-\u{1f1ff}]$/u;
const IGNORABLE = /^[\p{M}\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}]$|^\p{Emoji_Modifier}$/u;
const DIGIT = /^\p{Nd}$/u;
const BLANK = /^[\p{Z}\t\n\v\f\r\u2800]$/u;
const UNSPACED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]$/u;

const lookalikes = new Map<string, string>();
for (const [letters, characters] of [...Object.entries(LOOKALIKES), ...Object.entries(CYRILLIC)]) {
  for (const character of characters) lookalikes.set(character, letters);
}

/** The first planes of signs and letters are asked for all the time. */
const frequent: (readonly Glyph[] | undefined)[] = new Array(0x250).fill(undefined);
const cache = new Map<number, readonly Glyph[]>();

/** The glyphs one code point stands for: none when it is invisible, several for a ligature. */
export function glyphsOf(codePoint: number): readonly Glyph[] {
  const known = codePoint < frequent.length ? frequent[codePoint] : cache.get(codePoint);
  if (known) return known;
  const glyphs = readGlyphs(String.fromCodePoint(codePoint));
  if (codePoint < frequent.length) frequent[codePoint] = glyphs;
  else {
    if (cache.size >= MAX_CACHED) cache.clear();
    cache.set(codePoint, glyphs);
  }
  return glyphs;
}

function readGlyphs(character: string): readonly Glyph[] {
  const known = glyphOfRange(character.codePointAt(0)!);
  if (known) return [known];
  if (BLANK.test(character)) return [glyph({ kind: 'space' })];
  if (IGNORABLE.test(character)) return [];
  const folded = digitOf(character) ?? fold(character);
  const drawn = lookalikes.get(character) ?? lookalikes.get(character.toLowerCase());
  if (drawn && !DIGIT.test(folded)) return [drawnLetter(character, drawn)];
  const lettersOnly = folded.length > 1 && /^[(\d]*\p{L}+[).]?$/u.test(folded);
  const parts = [...(lettersOnly ? folded.replace(/[^\p{L}]/gu, '') : folded)];
  if (parts.length === 0 || parts.length > LONGEST_LIGATURE || (parts.length > 1 && !lettersOnly))
    return [glyph({ kind: 'mark' })];
  return parts.map((part) => simpleGlyph(part, character));
}

/** Of the great ranges that hold nothing like a Latin letter, told without asking for each of their characters. */
function glyphOfRange(codePoint: number): Glyph | null {
  if (codePoint >= 0xac00 && codePoint <= 0xd7a3) return glyph({ kind: 'letter', readings: [codePoint] });
  const han = (codePoint >= 0x3400 && codePoint <= 0x9fff) || (codePoint >= 0x20000 && codePoint <= 0x323af);
  if (han && !lookalikes.has(String.fromCodePoint(codePoint))) {
    return glyph({ kind: 'letter', readings: [codePoint], unspaced: true });
  }
  const nothing =
    (codePoint >= 0xd800 && codePoint <= 0xf8ff) ||
    (codePoint >= 0x323b0 && codePoint < 0xe0000) ||
    codePoint >= 0xf0000;
  return nothing ? glyph({ kind: 'mark' }) : null;
}

/** Compatibility form, lower case, without accents: `É` -> `e`, `ﬁ` -> `fi`, `⒜` -> `(a)`. */
function fold(character: string): string {
  const spread =
    character === 'œ' || character === 'Œ' ? 'oe' : character === 'æ' || character === 'Æ' ? 'ae' : character;
  return spread.normalize('NFKD').toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
}

/** The decimal digits of every script come in tens, in order. */
function digitOf(character: string): string | null {
  if (!DIGIT.test(character) || character < '\u{80}') return null;
  const own = character.codePointAt(0)!;
  let zero = own;
  while (own - zero < 9 && DIGIT.test(String.fromCodePoint(zero - 1))) zero -= 1;
  const styled = character.normalize('NFKD');
  return styled < '\u{80}' ? styled : String(own - zero);
}

function drawnLetter(character: string, letters: string): Glyph {
  const disguise = /^\p{Script=Latin}$/u.test(character) ? 'unusual letters' : 'lookalike letters';
  // Two regional indicators may also be a flag, which separates.
  const kind = REGIONAL_INDICATOR.test(character) ? 'mark' : 'letter';
  return glyph({ kind, readings: codePointsOf(letters), disguise });
}

function simpleGlyph(part: string, character: string): Glyph {
  const own = part.codePointAt(0)!;
  const leet = LEET[part] ?? '';
  const styled = own < 128 ? styleOf(character.codePointAt(0)!) : null;
  const drawn = lookalikes.get(part);
  if (/^\p{L}$/u.test(part)) {
    return glyph({
      kind: 'letter',
      readings: drawn ? codePointsOf(drawn) : strokeOf(part, character),
      upper: character !== character.toLowerCase(),
      unspaced: UNSPACED.test(part),
      disguise: styled,
    });
  }
  if (DIGIT.test(part)) return glyph({ kind: 'digit', readings: [own, ...codePointsOf(leet)] });
  return glyph({ kind: 'mark', readings: [...codePointsOf(leet), own], mask: maskOf(part) });
}

function styleOf(codePoint: number): Disguise | null {
  if (codePoint >= 0xff01 && codePoint <= 0xff5e) return 'full-width letters';
  return codePoint >= 0x2000 ? 'styled letters' : null;
}

/** A capital I and a small l are one stroke. */
function strokeOf(part: string, character: string): number[] {
  if (part === 'l') return [L, I];
  return part === 'i' && character !== character.toLowerCase() ? [I, L] : [part.codePointAt(0)!];
}

function maskOf(part: string): Glyph['mask'] {
  if (ANY_MASKS.includes(part)) return 'any';
  return VOWEL_MASKS.includes(part) ? 'vowel' : null;
}

function codePointsOf(letters: string): number[] {
  return [...letters].map((letter) => letter.codePointAt(0)!);
}

function glyph(fields: Partial<Glyph> & Pick<Glyph, 'kind'>): Glyph {
  return { readings: [], upper: false, mask: null, unspaced: false, disguise: null, ...fields };
}
