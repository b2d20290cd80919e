import { BLANK, DIGIT, factsOf, kindOf, LETTER, letterOf, MARK, signLetterOf, skimmed } from './alphabet.ts';
import { isCalm, isClipped } from './calm-words.ts';
import { type Chunk, DIGITS, MIXED_CASE, ODD } from './chunk.ts';
import { EMPTY, hashedWith } from './lexicon/bloom.ts';
import { isNumbered, isPlainNumber } from './numbered-words.ts';
import { joinedKey, LONE_WORDS, type Piece } from './piece.ts';
import { extended, joined } from './rolling-hash.ts';
import { type TermKeys, THREE_LETTERS } from './term-keys.ts';
import type { Span } from './verdict.ts';

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
  if (isCalm(text, found.pieces, firstPiece)) {
    lookAtWords(text, found.pieces, firstPiece, keys, found.starts);
    return true;
  }
  found.starts.push({ start: chunk.start, end: chunk.end });
  return false;
}

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

function lookAtWords(text: string, pieces: Piece[], first: number, keys: TermKeys, starts: Span[]): void {
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
}

const MAX_JOINED = 5;
