/** What stands between two blanks. */
export type Chunk = {
  start: number;
  end: number;
  traits: number;
  firstPiece: number;
  signs: number;
  drawn: number;
};

/** Traits of a chunk: capitals amid a word, signs nobody types, digits. */
export const MIXED_CASE = 1;
export const ODD = 2;
export const DIGITS = 4;
