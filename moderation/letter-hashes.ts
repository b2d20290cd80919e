const BASE = 0x01000193;
/** No word that is looked up is longer. */
export const MOST_LETTERS = 24;

const powers = new Int32Array(MOST_LETTERS + 1).fill(1);
for (let exponent = 1; exponent <= MOST_LETTERS; exponent++) {
  powers[exponent] = Math.imul(powers[exponent - 1]!, BASE);
}

/** Of every beginning of the word at hand: one array for all words, as they come one after the other. */
const upTo = new Int32Array(MOST_LETTERS + 1);

/**
 * Polynomial hashes of a word and of what it would be with one letter changed, each in a few operations: the
 * hash of every beginning is kept (Karp and Rabin 1987). `word` has 24 letters at most, and the answers hold
 * until the next word is read.
 */
export class LetterHashes {
  readonly #word: string;

  constructor(word: string) {
    this.#word = word;
    for (let at = 0; at < word.length; at++) {
      upTo[at + 1] = Math.imul(upTo[at]!, BASE) + word.charCodeAt(at);
    }
  }

  get whole(): number {
    return upTo[this.#word.length]!;
  }

  /** Read from its end. */
  get reversed(): number {
    let hash = 0;
    for (let at = this.#word.length - 1; at >= 0; at--) {
      hash = (Math.imul(hash, BASE) + this.#word.charCodeAt(at)) | 0;
    }
    return hash;
  }

  /** Without the letter at this place. */
  without(at: number): number {
    const length = this.#word.length - at - 1;
    const power = powers[length]!;
    return (Math.imul(upTo[at]! - upTo[at + 1]!, power) + this.whole) | 0;
  }

  /** With the letters at this place and the next one in each other's. */
  swapped(at: number): number {
    const second = Math.imul(upTo[at]!, BASE) + this.#word.charCodeAt(at + 1);
    return this.#joined((Math.imul(second, BASE) + this.#word.charCodeAt(at)) | 0, at + 2);
  }

  /** A beginning with this hash, followed by what stands from this place on. */
  #joined(beginning: number, from: number): number {
    const length = this.#word.length - from;
    const end = (this.whole - Math.imul(upTo[from]!, powers[length]!)) | 0;
    return (Math.imul(beginning, powers[length]!) + end) | 0;
  }
}

/** The same hash of any word. */
export function hashOf(word: string): number {
  let hash = 0;
  for (let at = 0; at < word.length; at++) hash = (Math.imul(hash, BASE) + word.charCodeAt(at)) | 0;
  return hash;
}
