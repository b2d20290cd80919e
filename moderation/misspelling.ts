import { gluedEntry } from './glued-words.ts';
import { buildHashIndex, type HashIndex } from './hash-index.ts';
import type { Match } from './meant.ts';
import { foldedWord, isRealPiece, type Piece } from './skim.ts';
import { soundOf } from './sound.ts';
import { type Entry, SEPARATOR, type Trie } from './trie.ts';

/**
 * What terms look like when they are misspelt. Deletions find a letter left out, put in or swapped (the
 * symmetric delete method, W. Garbe 2012); only words that no lexicon knows are held against it.
 */
export type Misspellings = { entries: readonly Entry[]; words: readonly string[]; index: HashIndex };

const AS_WRITTEN = 0;
const ONE_LESS = 0x5bd1e995;
const AS_SAID = 0x1b873593;
const WITHOUT_VOWELS = 0x6b43a9b5;
const SHORTEST = 5;
const LONGEST = 24;

export function compileMisspellings(all: readonly Entry[]): Misspellings {
  const entries = all.filter(mayBeMisspelt);
  const words = entries.map(({ symbols }) => String.fromCharCode(...symbols));
  const index = buildHashIndex(words.reduce((sum, word) => sum + word.length + 3, 0));
  words.forEach((word, place) => {
    index.add(hashOf(word) ^ AS_WRITTEN, place);
    eachDeletion(word, (hash) => index.add(hash ^ ONE_LESS, place));
    index.add(hashOf(soundOf(word)) ^ AS_SAID, place);
    const consonants = withoutVowels(word);
    if (consonants.length >= 3) index.add(hashOf(consonants) ^ WITHOUT_VOWELS, place);
  });
  return { entries, words, index: index.done() };
}

function mayBeMisspelt({ term, symbols, letters, open, free }: Entry): boolean {
  if (term.strictness === 'literal' || term.exactCase || term.exactAccents || open || free) return false;
  if (letters < SHORTEST - 1 || letters > LONGEST) return false;
  return symbols.every((symbol) => symbol !== SEPARATOR && symbol >= 0x61 && symbol <= 0x7a);
}

/** Terms in words of the text that are no real words. @param taken spans where a term was found already */
export function findMisspelt(
  text: string,
  pieces: readonly Piece[],
  known: Misspellings,
  trie: Trie,
): Match[] {
  const found: Match[] = [];
  const strange: Piece[] = [];
  for (const piece of pieces) if (isStrange(text, piece)) strange.push(piece);
  if (strange.length > MOST_STRANGERS && strange.length * 2 > pieces.length) return found;
  for (const piece of strange.slice(0, MOST_TRIED)) {
    const word = foldedWord(text, piece);
    const [place, disguise] = readingOf(word, known);
    if (place < 0) {
      const glued = gluedEntry(word, trie, mayBeMisspelt);
      if (glued) found.push(matchOf(glued, piece, 'glued to other words'));
      continue;
    }
    found.push(matchOf(known.entries[place]!, piece, disguise));
  }
  return found;
}

function matchOf({ term }: Entry, { start, end }: Piece, disguise: string): Match {
  return { term, span: { start, end }, disguise: [disguise] };
}

/** More than this, and more than half of the words: a language we have no lexicon of. */
const MOST_STRANGERS = 3;

/** So many misspelt words: no need to look at more of them. */
const MOST_TRIED = 400;

function isStrange(text: string, piece: Piece): boolean {
  const length = piece.end - piece.start;
  if (length < SHORTEST - 1 || length > LONGEST || piece.capitalised) return false;
  if (text[piece.start - 1] === '-' || text[piece.end] === '-') return false;
  return !isRealPiece(piece);
}

const NONE: [number, string] = [-1, ''];

function readingOf(word: string, known: Misspellings): [number, string] {
  const { index, words } = known;
  if (word.length >= SHORTEST) {
    const reversed = [...word].reverse().join('');
    for (const place of index.under(hashOf(reversed)))
      if (words[place] === reversed) return [place, 'reversed'];
  }
  for (const place of index.under(hashOf(soundOf(word)) ^ AS_SAID)) {
    if (soundsLike(word, words[place]!)) return [place, 'spelt as it sounds'];
  }
  if (word.length < SHORTEST) return NONE;
  const misspelt = misspeltPlace(word, known);
  return misspelt < 0 ? NONE : [misspelt, 'misspelt'];
}

const LEAST_SOUND = 6;

function soundsLike(word: string, term: string): boolean {
  return term.length >= LEAST_SOUND && word !== term && soundOf(word) === soundOf(term);
}

function misspeltPlace(word: string, known: Misspellings): number {
  const { index, words } = known;
  for (const place of index.under(hashOf(word) ^ ONE_LESS)) {
    if (words[place]!.length >= 6 && isOneLess(word, words[place]!)) return place;
  }
  let place = -1;
  if (word.length > SHORTEST) {
    eachDeletion(word, (hash) => {
      for (const at of index.under(hash)) if (isOneLess(words[at]!, word)) place = at;
    });
  }
  if (place >= 0) return place;
  for (let at = 0; at + 1 < word.length; at++) {
    if (word[at] === word[at + 1]) continue;
    const swapped = word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
    for (const other of index.under(hashOf(swapped))) if (words[other] === swapped) return other;
  }
  return withoutVowelsPlace(word, known);
}

function withoutVowelsPlace(word: string, { index, words }: Misspellings): number {
  const consonants = withoutVowels(word);
  if (consonants.length < 3) return -1;
  for (const place of index.under(hashOf(consonants) ^ WITHOUT_VOWELS)) {
    const term = words[place]!;
    if (
      term.length >= SHORTEST &&
      term.length > word.length &&
      !term.startsWith(word) &&
      isWithin(word, term)
    )
      return place;
  }
  return -1;
}

/** Whether the shorter is the longer with one letter taken out from within, and not another form of it. */
function isOneLess(shorter: string, longer: string): boolean {
  if (shorter.length + 1 !== longer.length) return false;
  let at = 0;
  while (at < shorter.length && shorter[at] === longer[at]) at += 1;
  if (at === 0 || at === shorter.length || shorter.slice(at) !== longer.slice(at + 1)) return false;
  return stemOf(shorter) !== stemOf(longer);
}

/** Without the endings of feminine and plural. */
function stemOf(word: string): string {
  return word.replace(/[esx]{1,2}$/, '');
}

/** Whether these letters stand in that order in the other, the first one first. */
function isWithin(letters: string, word: string): boolean {
  if (letters[0] !== word[0]) return false;
  let at = 0;
  for (const letter of word) if (letter === letters[at]) at += 1;
  return at === letters.length;
}

function withoutVowels(word: string): string {
  return word.replace(/[aeiouy]/g, '');
}

function hashOf(word: string): number {
  let hash = 0;
  for (let at = 0; at < word.length; at++) hash = (Math.imul(hash, BASE) + word.charCodeAt(at)) | 0;
  return hash;
}

const BASE = 0x01000193;

/** The hash of the word without each of its letters. */
function eachDeletion(word: string, tell: (hash: number) => void): void {
  const whole = hashOf(word);
  let before = 0;
  let power = 1;
  for (let at = 1; at < word.length; at++) power = Math.imul(power, BASE);
  let upTo = 0;
  for (let at = 0; at < word.length; at++) {
    upTo = (Math.imul(before, BASE) + word.charCodeAt(at)) | 0;
    const after = (whole - Math.imul(upTo, power)) | 0;
    tell((Math.imul(before, power) + after) | 0);
    before = upTo;
    power = Math.imul(power, INVERSE);
  }
}

/** Of BASE, modulo 2^32: it is odd, so it has one. */
const INVERSE = inverseOf(BASE);

function inverseOf(odd: number): number {
  let inverse = odd;
  for (let round = 0; round < 5; round++) inverse = Math.imul(inverse, 2 - Math.imul(odd, inverse));
  return inverse;
}
