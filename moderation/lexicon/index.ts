import { probed } from './bloom.ts';
import { WORDS } from './words.ts';

const FILTER = Uint8Array.from(atob(WORDS), (character) => character.charCodeAt(0));
const LONGEST = 16;

/**
 * Whether this is a real word of French or English, as it is written (lower case, NFC, accents kept, 2 to 16
 * letters). A word that is not may pass for one now and then, never the other way round.
 */
export function isRealWord(word: string): boolean {
  return word.length >= 2 && word.length <= LONGEST && probed(FILTER, word);
}
