import { extended, joined } from './rolling-hash.ts';

/** No word that is looked up is longer. */
export const MOST_LETTERS = 24;

/** Of every beginning of the word at hand: one array for all words, as they come one after the other. */
const upTo = new Int32Array(MOST_LETTERS + 1);

/**
 * The rolling hashes of a word and of what it would be with one letter changed, each in a few operations.
 * `word` has 24 letters at most, and the answers hold until the next word is read.
 */
export class LetterHashes {
  readonly #word: string;

  constructor(word: string) {
    this.#word = word;
    for (let at = 0; at < word.length; at++) upTo[at + 1] = extended(upTo[at]!, word.charCodeAt(at));
  }

  get whole(): number {
    return upTo[this.#word.length]!;
  }

  /** Read from its end. */
  get reversed(): number {
    let hash = 0;
    for (let at = this.#word.length - 1; at >= 0; at--) hash = extended(hash, this.#word.charCodeAt(at));
    return hash;
  }

  /** Without the letter at this place. */
  without(at: number): number {
    return this.#goingOn(upTo[at]!, at + 1);
  }

  /** With the letters at this place and the next one in each other's. */
  swapped(at: number): number {
    const second = extended(upTo[at]!, this.#word.charCodeAt(at + 1));
    return this.#goingOn(extended(second, this.#word.charCodeAt(at)), at + 2);
  }

  /** A beginning with this hash, followed by what stands from this place on. */
  #goingOn(beginning: number, from: number): number {
    return joined((beginning - upTo[from]!) | 0, this.whole, this.#word.length - from);
  }
}
