import { lowerOf } from '../alphabet.ts';
import { EMPTY, hashedWith, probed } from './bloom.ts';
import { WORDS } from './words.ts';

const FILTER = decoded(WORDS);
const LONGEST = 16;

/**
 * Whether this is a real word of French or English, as it is written (NFC, 2 to 16 letters; case does not
 * count, accents do). A word that is none may pass for one now and then, never the other way round.
 */
export function isRealWord(word: string): boolean {
  let hash = EMPTY;
  for (let at = 0; at < word.length; at++) hash = hashedWith(hash, lowerOf(word.charCodeAt(at)));
  return isRealHash(hash, word.length);
}

/** The same of a word of which only the hash (`hashedWith` of each unit in lower case) is at hand. */
export function isRealHash(hash: number, length: number): boolean {
  return length >= 2 && length <= LONGEST && probed(FILTER, hash);
}

/** By hand: `Uint8Array.from` takes fifty times as long, at every start. */
function decoded(base64: string): Uint8Array {
  const characters = atob(base64);
  const bytes = new Uint8Array(characters.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = characters.charCodeAt(at);
  return bytes;
}
