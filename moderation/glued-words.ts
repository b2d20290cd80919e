import { isRealWord } from './lexicon/index.ts';
import type { Entry, Trie } from './trie.ts';

const FEWEST_LETTERS = 7;
/** With fewer letters more it is likelier another word: `unretarded`. */
const FEWEST_MORE = 4;
const MOST_PARTS = 3;
/** What is put behind a word to make another of it, and is no word itself. */
const ENDINGS = new Set(['ez', 'az', 'less', 'like', 'ness']);

/**
 * The term this word is glued together with others of (`grosconnardva`): what is left of it on both sides must
 * be made of words.
 */
export function gluedEntry(word: string, trie: Trie, allowed: (entry: Entry) => boolean): Entry | null {
  for (let from = 0; from + FEWEST_LETTERS <= word.length; from++) {
    const found = longestFrom(word, from, trie, allowed);
    if (!found || word.length - found.letters < FEWEST_MORE) continue;
    const tail = word.slice(from + found.letters);
    if (
      isMadeOfWords(word.slice(0, from), MOST_PARTS) &&
      (ENDINGS.has(tail) || isMadeOfWords(tail, MOST_PARTS))
    ) {
      return found;
    }
  }
  return null;
}

function longestFrom(
  word: string,
  from: number,
  trie: Trie,
  allowed: (entry: Entry) => boolean,
): Entry | null {
  let node = trie.root;
  let longest: Entry | null = null;
  for (let at = from; at < word.length; at++) {
    node = trie.child(node, word.charCodeAt(at));
    if (node === 0) break;
    const entry = trie
      .entriesAt(node)
      .find((candidate) => candidate.letters >= FEWEST_LETTERS && allowed(candidate));
    longest = entry ?? longest;
  }
  return longest;
}

function isMadeOfWords(letters: string, most: number): boolean {
  if (letters === '') return true;
  if (most === 0) return false;
  for (let end = letters.length; end >= 2; end--) {
    if (isRealWord(letters.slice(0, end)) && isMadeOfWords(letters.slice(end), most - 1)) return true;
  }
  return false;
}
