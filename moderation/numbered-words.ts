import { digitLettersOf } from './alphabet.ts';
import { type Chunk, DIGITS } from './chunk.ts';
import { joinedKey, type Piece } from './piece.ts';
import { extended } from './rolling-hash.ts';
import type { TermKeys } from './term-keys.ts';

/** `16h`, `3e`: too short to be read as anything else. */
export function isPlainNumber({ traits, signs, drawn, start, end }: Chunk): boolean {
  return traits === DIGITS && signs <= 2 && drawn === 0 && end - start <= 4;
}

/** A number and a word written in one, `9th`, of which no digit makes a term of the word: `5hit`. */
export function isNumbered(text: string, chunk: Chunk, piece: Piece, keys: TermKeys): boolean {
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
  const letters = digitLettersOf(unit);
  if (letters.length === 0) return readings;
  return readings.flatMap(([key, last]) =>
    letters.map((letter): [number, number] => [letter === last ? key : extended(key, letter), letter]),
  );
}
