import { letterOf } from './alphabet.ts';
import { isRealHash } from './lexicon/index.ts';
import { joined } from './rolling-hash.ts';
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

/** One-letter words of French and English: `a`, `i`, `o`, `y`. */
export const LONE_WORDS = new Set([1, 9, 15, 25]);

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
export function lowerSlice(text: string, { start, end }: Span): string {
  return text.slice(start, end).toLowerCase();
}

/** Lower case, without accents. */
export function foldedWord(text: string, { start, end }: Span): string {
  let word = '';
  for (let at = start; at < end; at++) word += String.fromCharCode(0x60 + letterOf(text.charCodeAt(at)));
  return word;
}
