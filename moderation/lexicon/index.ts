import { lowerOf } from '../alphabet.ts';
import { EMPTY, hashedWith, probed } from './bloom.ts';
import { WORDS } from './words.ts';

const FILTER = Uint8Array.from(atob(WORDS), (character) => character.charCodeAt(0));
const LONGEST = 16;

/**
 * Whether a real word of French or English stands between these offsets (NFC, 2 to 16 letters; case does not
 * count, accents do). A word that is none may pass for one now and then, never the other way round.
 */
export function isRealWordAt(text: string, start: number, end: number): boolean {
  if (end - start < 2 || end - start > LONGEST) return false;
  let hash = EMPTY;
  for (let at = start; at < end; at++) hash = hashedWith(hash, lowerOf(text.charCodeAt(at)));
  return probed(FILTER, hash);
}

/** Whether this is a real word of French or English, as `isRealWordAt` tells. */
export function isRealWord(word: string): boolean {
  return isRealWordAt(word, 0, word.length);
}
