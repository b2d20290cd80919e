import { skimmed } from './alphabet.ts';
import { buildHashIndex, type HashIndex } from './hash-index.ts';
import { extended } from './rolling-hash.ts';
import { type Entry, SEPARATOR } from './trie.ts';

/** What a first look needs to know of all the terms. */
export type TermKeys = {
  /** Of every term written in one; the values are its places in the list. */
  words: HashIndex;
  /** Of the first word of every phrase, and of its first two written in one. */
  firsts: HashIndex;
  pairs: HashIndex;
  /** Of every `begin*`; null when there is none. */
  beginnings: HashIndex | null;
  /** For `*end` and `*inside*`: 1 where some term begins with these three letters; null when there is none. */
  inside: Uint8Array | null;
  /** Whether some term has a digit, or is made of signs alone. */
  digits: boolean;
  marks: boolean;
};

/** How many triples of letters there are, none included. */
export const THREE_LETTERS = 27 ** 3;

const A = 0x61;
const Z = 0x7a;

/** Files the skimmed keys of these entries; the values under a key are their places in the list. */
export function compileKeys(entries: readonly Entry[]): TermKeys {
  const words = buildHashIndex(entries.length * 2);
  const firsts = buildHashIndex(entries.length);
  const pairs = buildHashIndex(entries.length);
  const open = entries.filter((entry) => entry.open && !entry.free);
  const beginnings = buildHashIndex(open.length);
  const free = entries.filter((entry) => entry.free);
  entries.forEach(({ symbols, open }, place) => {
    words.add(keyOf(symbols), place);
    const first = symbols.indexOf(SEPARATOR);
    if (first < 0) return;
    const second = symbols.indexOf(SEPARATOR, first + 1);
    firsts.add(keyOf(symbols, first), place);
    // What follows the first word of `the mat*` may be any longer word.
    if (open) words.add(keyOf(symbols, first), place);
    pairs.add(keyOf(symbols, second < 0 ? symbols.length : second), place);
  });
  open.forEach(({ symbols }, place) => {
    const broken = symbols.indexOf(SEPARATOR);
    if (broken < 0) beginnings.add(keyOf(symbols), place);
  });
  return {
    words: words.done(),
    firsts: firsts.done(),
    pairs: pairs.done(),
    beginnings: open.length > 0 ? beginnings.done() : null,
    inside: free.length > 0 ? threesOf(free) : null,
    digits: entries.some(({ symbols }) => symbols.some((symbol) => symbol >= 0x30 && symbol <= 0x39)),
    marks: entries.some(({ symbols }) => !symbols.some((symbol) => letterAt(symbol) > 0)),
  };
}

function threesOf(entries: readonly Entry[]): Uint8Array {
  const threes = new Uint8Array(THREE_LETTERS);
  for (const { symbols } of entries) {
    const run = collapsed(symbols).slice(0, 3);
    if (run.length < 3) return threes.fill(1);
    threes[(run[0]! * 27 + run[1]!) * 27 + run[2]!] = 1;
  }
  return threes;
}

/** The key a first look gives to these symbols written without separators, up to this place. */
export function keyOf(symbols: readonly number[], end = symbols.length): number {
  let key = 0;
  let last = 0;
  for (let at = 0; at < end; at++) {
    const symbol = symbols[at]!;
    if (symbol === SEPARATOR) continue;
    const letter = letterAt(symbol) > 0 ? skimmed(letterAt(symbol)) : symbol;
    if (letter !== last) key = extended(key, letter);
    last = letter;
  }
  return key;
}

function collapsed(symbols: readonly number[]): number[] {
  const letters: number[] = [];
  for (const symbol of symbols) {
    if (symbol === SEPARATOR) continue;
    const letter = letterAt(symbol) > 0 ? skimmed(letterAt(symbol)) : symbol;
    if (letter !== letters.at(-1)) letters.push(letter);
  }
  return letters;
}

function letterAt(symbol: number): number {
  return symbol >= A && symbol <= Z ? symbol - A + 1 : 0;
}
