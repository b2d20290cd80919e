import { isRealPiece, lowerSlice, type Piece } from './piece.ts';

/** Real words, names and elisions with ordinary signs between them: `c'est-à-dire`, not `co.nnard`. */
export function isCalm(text: string, pieces: Piece[], first: number): boolean {
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

const CALM_GAPS = new Set(`' ’ - – / . , : ; ... … ? ", ". ). ), & _`.split(' ').concat('. '));
const ELIDED_BEFORE = new Set('i c d j l m n s t qu jusqu lorsqu puisqu quelqu aujourd'.split(' '));
const ELIDED_AFTER = new Set(['s', 't', 'd', 'm', 'll', 've', 're']);

/** `l'article`, `it's`, `don't`: an apostrophe between a word and what was clipped of another. */
function isElision(text: string, one: Piece, other: Piece): boolean {
  const sign = text[one.end];
  if (other.start !== one.end + 1 || (sign !== "'" && sign !== '’')) return false;
  return ELIDED_BEFORE.has(lowerSlice(text, one)) || ELIDED_AFTER.has(lowerSlice(text, other));
}

/** `who're`: what is clipped behind a real word is never the end of another. */
export function isClipped(text: string, one: Piece, other: Piece): boolean {
  return ELIDED_AFTER.has(lowerSlice(text, other)) && isElision(text, one, other) && isRealPiece(one);
}
