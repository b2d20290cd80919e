import { BLANK, DIGIT, factsOf, kindOf, LETTER, letterOf, MARK, signLetterOf } from './alphabet.ts';
import { EMPTY, hashedWith } from './lexicon/bloom.ts';
import { isRealHash } from './lexicon/index.ts';
import { extended, joined, skimmed } from './skim-key.ts';
import { type TermKeys, THREE_LETTERS } from './term-keys.ts';
import type { Span } from './verdict.ts';

/** A run of letters of a text, with what is needed to look it up. Offsets in the original. */
export type Piece = Span & {
  /** Of its letters, each run of one letter taken once. */
  key: number;
  length: number;
  first: number;
  last: number;
  /** Its hash in the lexicon. */
  word: number;
  /** `Nicolas`, not `nicolas` nor `NICOLAS`. */
  capitalised: boolean;
  /** Nothing but a blank before it, and after it. */
  opens: boolean;
  closes: boolean;
};

/**
 * What a first look finds worth a second one. Only within `starts` may a term begin, unless it is misspelt or
 * split, which `pieces` tell.
 */
export type Skimmed = {
  starts: Span[];
  pieces: Piece[];
  /** Whether two words in a row make a term, or some letter stands alone that is no word. */
  mayBeSplit: boolean;
};

/** What stands between two blanks. */
type Chunk = { start: number; end: number; traits: number; firstPiece: number; signs: number; drawn: number };

const MIXED_CASE = 1;
const ODD = 2;
const DIGITS = 4;
const SINGLES_IN_A_ROW = 3;
const RIGHT_TO_LEFT_OVERRIDE = '\u202e';

/** Reads a text once and dismisses what cannot hold a term: linear, whatever the number of terms. */
export function skim(text: string, keys: TermKeys): Skimmed {
  const found: Skimmed = { starts: [], pieces: [], mayBeSplit: false };
  let singles = 0;
  let firstSingle = 0;
  const chunk = { start: 0, end: 0, traits: 0, firstPiece: 0, signs: 0, drawn: 0 };
  for (let at = 0; at < text.length; ) {
    if (kindOf(text.charCodeAt(at)) === BLANK) {
      at += 1;
      continue;
    }
    readChunk(text, at, keys, found, chunk);
    const plain = look(text, chunk, keys, found);
    lookAtPhrase(found, chunk.firstPiece, plain && chunk.drawn === 0, keys);
    at = chunk.end;
    if (isSingle(chunk)) {
      if (singles === 0) firstSingle = chunk.start;
      singles += 1;
      if (singles >= SINGLES_IN_A_ROW) found.starts.push({ start: firstSingle, end: at });
    } else if (chunk.signs > 0) singles = 0;
  }
  return found;
}

function readChunk(text: string, start: number, keys: TermKeys, found: Skimmed, chunk: Chunk): void {
  chunk.start = start;
  chunk.traits = 0;
  chunk.firstPiece = found.pieces.length;
  chunk.signs = 0;
  chunk.drawn = 0;
  let at = start;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    const kind = kindOf(unit);
    if (kind === BLANK) break;
    if (kind === LETTER) {
      at = readPiece(text, at, keys, found, chunk);
      continue;
    }
    if (kind === DIGIT) chunk.traits |= DIGITS;
    else if (kind !== MARK) {
      chunk.traits |= ODD;
      // What is written backwards may begin anywhere.
      if (text[at] === RIGHT_TO_LEFT_OVERRIDE) found.starts.push({ start: 0, end: text.length });
    }
    if (kind !== MARK) chunk.signs += 1;
    else if (signLetterOf(unit) > 0 && unit !== text.charCodeAt(at - 1)) chunk.drawn += 1;
    at += 1;
  }
  chunk.end = at;
  const last = found.pieces[found.pieces.length - 1];
  if (last !== undefined && last.end === at) last.closes = true;
}

function readPiece(text: string, start: number, keys: TermKeys, found: Skimmed, chunk: Chunk): number {
  const { beginnings } = keys;
  let key = 0;
  let word = EMPTY;
  let length = 0;
  let last = 0;
  let first = 0;
  let lowers = 0;
  let at = start;
  for (; at < text.length; at++) {
    const facts = factsOf(text.charCodeAt(at));
    if ((facts & 7) !== LETTER) break;
    word = hashedWith(word, facts >> 9);
    if ((facts & 0x100) === 0) lowers += 1;
    else if (lowers > 0) chunk.traits |= MIXED_CASE;
    const symbol = skimmed((facts >> 3) & 31);
    if (symbol === last) continue;
    if (length === 0) first = symbol;
    last = symbol;
    key = extended(key, symbol);
    length += 1;
    if (beginnings?.has(key)) found.starts.push({ start, end: start + 1 });
  }
  const capitalised = lowers > 0 && lowers < at - start;
  const opens = start === chunk.start;
  found.pieces.push({ start, end: at, key, length, first, last, word, capitalised, opens, closes: false });
  if (keys.inside !== null && holdsBeginning(text, start, at, keys.inside))
    found.starts.push({ start, end: at });
  chunk.signs += at - start;
  return at;
}

/** Whether some term that may begin inside a word begins with three letters of this one. */
function holdsBeginning(text: string, start: number, end: number, beginnings: Uint8Array): boolean {
  let three = 0;
  let last = 0;
  for (let at = start; at < end; at++) {
    const symbol = skimmed(letterOf(text.charCodeAt(at)));
    if (symbol === last) continue;
    last = symbol;
    three = (three * 27 + symbol) % THREE_LETTERS;
    if (beginnings[three] === 1) return true;
  }
  return false;
}

/** One letter or sign on its own, a few of which in a row may be a word: `c o n`. */
function isSingle({ start, end, signs, traits }: Chunk): boolean {
  if (signs === 1) return true;
  return (signs === 0 && end - start === 1) || (signs === 2 && (traits & ODD) !== 0);
}

/** @returns whether it holds nothing but plain words */
function look(text: string, chunk: Chunk, keys: TermKeys, found: Skimmed): boolean {
  const { traits, firstPiece } = chunk;
  const count = found.pieces.length - firstPiece;
  if (isPlainNumber(chunk)) return true;
  if (count === 1 && isNumbered(text, chunk, found.pieces[firstPiece]!, keys)) return false;
  if ((traits & (MIXED_CASE | ODD)) !== 0 || ((traits & DIGITS) !== 0 && count > 0)) {
    found.starts.push({ start: chunk.start, end: chunk.end });
    return false;
  }
  if (count === 0) {
    if ((traits & DIGITS) !== 0 ? keys.digits : keys.marks)
      found.starts.push({ start: chunk.start, end: chunk.end });
    return false;
  }
  if (count === 1) return lookAtWord(text, chunk, found.pieces[firstPiece]!, keys, found.starts);
  if (isCalm(text, found.pieces, firstPiece))
    return lookAtWords(text, found.pieces, firstPiece, keys, found.starts);
  found.starts.push({ start: chunk.start, end: chunk.end });
  return false;
}

/** `16h`, `3e`: too short to be read as anything else. */
function isPlainNumber({ traits, signs, drawn, start, end }: Chunk): boolean {
  return traits === DIGITS && signs <= 2 && drawn === 0 && end - start <= 4;
}

/** A number and a word written in one, `9th`, of which no digit makes a term of the word: `5hit`. */
function isNumbered(text: string, chunk: Chunk, piece: Piece, keys: TermKeys): boolean {
  const digits = chunk.end - chunk.start - (piece.end - piece.start);
  if (chunk.traits !== DIGITS || chunk.drawn > 0) return false;
  if (digits > MOST_DIGITS) return piece.end - piece.start === 1;
  let readings: [number, number][] = [[0, 0]];
  for (let at = chunk.start; at < piece.start; at++) readings = readOn(readings, text.charCodeAt(at));
  readings = readings.map(([key, last]) => [joinedKey(key, last, piece), piece.last]);
  for (let at = piece.end; at < chunk.end; at++) readings = readOn(readings, text.charCodeAt(at));
  return !keys.words.has(piece.key) && !readings.some(([key]) => keys.words.has(key) || keys.firsts.has(key));
}

const MOST_DIGITS = 4;

/** Each reading so far, followed by each letter this digit may be drawn for; as it is by any other sign. */
function readOn(readings: [number, number][], unit: number): [number, number][] {
  const letters = DIGIT_LETTERS[unit - ZERO];
  if (!letters) return readings;
  return readings.flatMap(([key, last]) =>
    letters.map((letter): [number, number] => [letter === last ? key : extended(key, letter), letter]),
  );
}

const ZERO = 0x30;
/** By digit: o, i, z, e, a, s, g or b, t, b, g or q. */
const DIGIT_LETTERS: readonly (readonly number[])[] = [
  [15],
  [9],
  [26],
  [5],
  [1],
  [19],
  [7, 2],
  [20],
  [2],
  [7, 17],
];

/** Whether the word before this chunk begins a phrase that goes on in it, or is the first half of a term. */
function lookAtPhrase(found: Skimmed, firstPiece: number, plain: boolean, keys: TermKeys): void {
  const { pieces, starts } = found;
  const here = pieces[firstPiece];
  if (here?.length === 1 && here.opens && here.closes && !LONE_WORDS.has(here.first)) found.mayBeSplit = true;
  if (firstPiece === 0) return;
  const before = pieces[firstPiece - 1]!;
  if (!plain || here === undefined) {
    if (keys.firsts.has(before.key)) starts.push({ start: before.start, end: before.start + 1 });
    return;
  }
  const both = joinedKey(before.key, before.last, here);
  if (keys.words.has(both)) found.mayBeSplit = true;
  if (keys.pairs.has(both)) starts.push({ start: before.start, end: before.start + 1 });
}

/** One-letter words of French and English: `a`, `i`, `o`, `y`. */
export const LONE_WORDS = new Set([1, 9, 15, 25]);

/** A word with its punctuation, of which the sign next to a letter may be a letter itself: `$hit`. */
function lookAtWord(text: string, chunk: Chunk, piece: Piece, keys: TermKeys, starts: Span[]): boolean {
  if (keys.words.has(piece.key)) starts.push({ start: piece.start, end: piece.start + 1 });
  if (piece.opens && piece.closes) return true;
  if (chunk.drawn >= MANY_DRAWN || isMasked(text, piece) || isToBeRead(text, piece.end, chunk.end)) {
    starts.push({ start: chunk.start, end: chunk.end });
    return false;
  }
  const head = piece.opens ? 0 : signLetterOf(text.charCodeAt(piece.start - 1));
  const tail = piece.closes ? 0 : signLetterOf(text.charCodeAt(piece.end));
  if (head === 0 && tail === 0) return true;
  const withHead = head === 0 ? piece.key : headed(head, piece);
  const whole = tail === 0 || tail === piece.last ? withHead : extended(withHead, tail);
  const withTail = tail === 0 || tail === piece.last ? piece.key : extended(piece.key, tail);
  if (keys.words.has(withHead) || keys.words.has(whole) || keys.words.has(withTail)) {
    starts.push({ start: chunk.start, end: piece.start + 1 });
  }
  return true;
}

/** So many signs that draw letters are hardly punctuation. */
const MANY_DRAWN = 2;
const ANY_SIGN = new Set(['*', '#', '%', '<', '&', '£']);
const STROKES = new Set([...'|<>[{(\\/_^']);
const SECOND_STROKES = new Set([...STROKES, ...")]}-=*'"]);

function headed(symbol: number, piece: Piece): number {
  return symbol === piece.first ? piece.key : joined(symbol, piece.key, piece.length);
}

/** `*uck`. */
function isMasked(text: string, { start, opens }: Piece): boolean {
  return !opens && text[start - 1] === '*';
}

/** A mask, markup, or a sign of several letters, behind the word: `conn|<`. */
function isToBeRead(text: string, from: number, end: number): boolean {
  if (from >= end) return false;
  const sign = text[from]!;
  return ANY_SIGN.has(sign) || (STROKES.has(sign) && from + 1 < end && SECOND_STROKES.has(text[from + 1]!));
}

/** Real words, names and elisions with ordinary signs between them: `c'est-à-dire`, not `co.nnard`. */
function isCalm(text: string, pieces: Piece[], first: number): boolean {
  for (let at = first; at < pieces.length; at++) {
    const piece = pieces[at]!;
    const next = pieces[at + 1];
    if (next && !CALM_GAPS.has(text.slice(piece.end, next.start))) return false;
    const elides = next !== undefined && isElision(text, piece, next);
    const elided = at > first && isElision(text, pieces[at - 1]!, piece);
    if (!elides && !elided && !isName(piece) && !isRealPiece(piece)) return false;
  }
  return true;
}

/** `Marie-Marvingt`. */
function isName({ start, end, capitalised }: Piece): boolean {
  return capitalised && end - start > 2;
}

const CALM_GAPS = new Set([
  "'",
  '’',
  '-',
  '–',
  '/',
  '.',
  ',',
  ':',
  ';',
  '...',
  '…',
  '?',
  '. ',
  '",',
  '".',
  ').',
  '),',
  '&',
  '_',
]);
const ELIDED_BEFORE = new Set([
  'i',
  'c',
  'd',
  'j',
  'l',
  'm',
  'n',
  's',
  't',
  'qu',
  'jusqu',
  'lorsqu',
  'puisqu',
  'quelqu',
  'aujourd',
]);
const ELIDED_AFTER = new Set(['s', 't', 'd', 'm', 'll', 've', 're']);

/** `l'article`, `it's`, `don't`: an apostrophe between a word and what was clipped of another. */
function isElision(text: string, one: Piece, other: Piece): boolean {
  const sign = text[one.end];
  if (other.start !== one.end + 1 || (sign !== "'" && sign !== '’')) return false;
  return ELIDED_BEFORE.has(lowerSlice(text, one)) || ELIDED_AFTER.has(lowerSlice(text, other));
}

/** `who're`: what is clipped behind a real word is never the end of another. */
function isClipped(text: string, one: Piece, other: Piece): boolean {
  return ELIDED_AFTER.has(lowerSlice(text, other)) && isElision(text, one, other) && isRealPiece(one);
}

function lookAtWords(text: string, pieces: Piece[], first: number, keys: TermKeys, starts: Span[]): boolean {
  for (let from = first; from < pieces.length; from++) {
    let key = pieces[from]!.key;
    let last = pieces[from]!.last;
    const end = Math.min(pieces.length, from + MAX_JOINED);
    for (let to = from; to < end; to++) {
      const piece = pieces[to]!;
      if (to > from) {
        if (isClipped(text, pieces[to - 1]!, piece)) break;
        key = joinedKey(key, last, piece);
        last = piece.last;
      }
      if (keys.words.has(key) || keys.pairs.has(key)) {
        starts.push({ start: pieces[from]!.start, end: pieces[from]!.start + 1 });
        break;
      }
    }
  }
  return true;
}

const MAX_JOINED = 5;

/** The key of what comes before and this piece written together; a letter at the seam counts once. */
export function joinedKey(key: number, last: number, piece: Piece): number {
  if (last !== piece.first) return joined(key, piece.key, piece.length);
  const rest = (piece.key - joined(piece.first, 0, piece.length - 1)) | 0;
  return joined(key, rest, piece.length - 1);
}

/** Whether this piece is a real word, as it is written. */
export function isRealPiece({ start, end, word }: Piece): boolean {
  return isRealHash(word, end - start);
}

/** In lower case, accents kept. */
function lowerSlice(text: string, { start, end }: Span): string {
  return text.slice(start, end).toLowerCase();
}

/** Lower case, without accents. */
export function foldedWord(text: string, { start, end }: Span): string {
  let word = '';
  for (let at = start; at < end; at++) word += String.fromCharCode(0x60 + letterOf(text.charCodeAt(at)));
  return word;
}
