import type { Disguise } from './disguise.ts';
import { gluedEntry } from './glued-words.ts';
import { buildHashIndex, type HashIndex } from './hash-index.ts';
import { LetterHashes, MOST_LETTERS } from './letter-hashes.ts';
import type { Match } from './meant.ts';
import { foldedWord, isRealPiece, type Piece } from './piece.ts';
import { hashOf } from './rolling-hash.ts';
import { soundOf } from './sound.ts';
import { type Entry, SEPARATOR, type Trie } from './trie.ts';

/**
 * What terms look like when they are misspelt. Deletions find a letter left out, put in or swapped (the
 * symmetric delete method, W. Garbe 2012); only words that no lexicon knows are held against it.
 */
export type Misspellings = { entries: readonly Entry[]; words: readonly string[]; index: HashIndex };

/** Kept apart in one index by what they are hashes of. */
const ONE_LESS = 0x5bd1e995;
const AS_SAID = 0x1b873593;
const WITHOUT_VOWELS = 0x6b43a9b5;

const FEWEST_LETTERS = 5;
/** A letter less, or another spelling of the same sound, says little of a shorter one. */
const FEWEST_TO_LOSE = 6;
const FEWEST_CONSONANTS = 3;

export function compileMisspellings(all: readonly Entry[]): Misspellings {
  const entries = all.filter(mayBeMisspelt);
  const words = entries.map(({ symbols }) => String.fromCharCode(...symbols));
  const index = buildHashIndex(words.reduce((sum, word) => sum + word.length + 3, 0));
  words.forEach((word, place) => {
    const hashes = new LetterHashes(word);
    index.add(hashes.whole, place);
    if (word.length >= FEWEST_TO_LOSE) {
      for (let at = 1; at < word.length; at++) index.add(hashes.without(at) ^ ONE_LESS, place);
      index.add(hashOf(soundOf(word)) ^ AS_SAID, place);
    }
    const consonants = withoutVowels(word);
    if (consonants.length >= FEWEST_CONSONANTS) index.add(hashOf(consonants) ^ WITHOUT_VOWELS, place);
  });
  return { entries, words, index: index.done() };
}

function mayBeMisspelt({ term, symbols, letters, open, free }: Entry): boolean {
  if (term.strictness === 'literal' || term.exactCase || term.exactAccents || open || free) return false;
  if (letters < FEWEST_LETTERS || letters > MOST_LETTERS) return false;
  return symbols.every((symbol) => symbol !== SEPARATOR && symbol >= 0x61 && symbol <= 0x7a);
}

/** Terms in words of the text that are no real words. */
export function findMisspelt(
  text: string,
  pieces: readonly Piece[],
  known: Misspellings,
  trie: Trie,
): Match[] {
  const found: Match[] = [];
  const strange: Piece[] = [];
  for (const piece of pieces) if (isStrange(text, piece, piece === pieces[0])) strange.push(piece);
  if (strange.length > MOST_STRANGERS && strange.length * 2 > pieces.length) return found;
  for (const piece of strange.slice(0, MOST_TRIED)) {
    const match = misspeltIn(text, piece, known, trie);
    if (match) found.push(match);
  }
  return found;
}

/** More than this, and more than half of the words: a language we have no lexicon of. */
const MOST_STRANGERS = 3;
/** So many misspelt words: no need to look at more of them. */
const MOST_TRIED = 400;

/** A capital makes a name of a word, unless it is the first of the text. */
function isStrange(text: string, piece: Piece, first: boolean): boolean {
  const length = piece.end - piece.start;
  if (
    length < FEWEST_LETTERS - 1 ||
    length > MOST_LETTERS ||
    (piece.capitalised && !first) ||
    isRealPiece(piece)
  )
    return false;
  if (length <= FEWEST_LETTERS && isAcronym(text, piece)) return false;
  return text[piece.start - 1] !== '-' && text[piece.end] !== '-';
}

/** `SCSS`. */
function isAcronym(text: string, { start, end }: Piece): boolean {
  const word = text.slice(start, end);
  return word === word.toUpperCase();
}

function misspeltIn(text: string, piece: Piece, known: Misspellings, trie: Trie): Match | null {
  const word = foldedWord(text, piece);
  const hashes = new LetterHashes(word);
  for (const [disguise, find] of READINGS) {
    const place = find(word, known, hashes);
    if (place >= 0) return matchOf(known.entries[place]!, piece, disguise);
  }
  const glued = gluedEntry(word, trie, mayBeMisspelt);
  return glued && matchOf(glued, piece, 'glued to other words');
}

function matchOf({ term }: Entry, { start, end }: Piece, disguise: Disguise): Match {
  return { term, span: { start, end }, disguise: [disguise] };
}

/** Each tells the place of the term a word is read as, or -1. */
type Reading = (word: string, known: Misspellings, hashes: LetterHashes) => number;
const READINGS: readonly [Disguise, Reading][] = [
  ['reversed', reversedPlace],
  ['spelt as it sounds', soundingPlace],
  ['misspelt', changedPlace],
  ['misspelt', withoutVowelsPlace],
];

function reversedPlace(word: string, { index, words }: Misspellings, { reversed }: LetterHashes): number {
  if (word.length < FEWEST_LETTERS) return -1;
  return index.under(reversed).find((place) => words[place] === [...word].reverse().join('')) ?? -1;
}

function soundingPlace(word: string, { index, words }: Misspellings): number {
  const sound = soundOf(word);
  const sounds = (place: number) => words[place] !== word && soundOf(words[place]!) === sound;
  return index.under(hashOf(sound) ^ AS_SAID).find(sounds) ?? -1;
}

/** One letter out, one too many, or two in each other's place. */
function changedPlace(word: string, { index, words }: Misspellings, hashes: LetterHashes): number {
  if (word.length < FEWEST_LETTERS) return -1;
  for (const place of index.under(hashes.whole ^ ONE_LESS)) {
    if (words[place]!.length >= FEWEST_TO_LOSE && isOneLess(word, words[place]!)) return place;
  }
  for (let at = 1; at < word.length; at++) {
    for (const place of index.under(hashes.without(at))) if (isOneLess(words[place]!, word)) return place;
  }
  for (let at = 0; at + 1 < word.length; at++) {
    for (const place of index.under(hashes.swapped(at))) if (isSwapped(word, words[place]!, at)) return place;
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

function isSwapped(word: string, term: string, at: number): boolean {
  return word !== term && word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2) === term;
}

function withoutVowelsPlace(word: string, { index, words }: Misspellings): number {
  if (word.length < FEWEST_LETTERS) return -1;
  const consonants = withoutVowels(word);
  if (consonants.length < FEWEST_CONSONANTS) return -1;
  const lacks = (place: number) => lacksVowels(word, words[place]!);
  return index.under(hashOf(consonants) ^ WITHOUT_VOWELS).find(lacks) ?? -1;
}

function withoutVowels(word: string): string {
  let consonants = '';
  for (let at = 0; at < word.length; at++) if (!VOWELS.has(word.charCodeAt(at))) consonants += word[at];
  return consonants;
}

const VOWELS = new Set([...'aeiouy'].map((vowel) => vowel.charCodeAt(0)));

/** Whether the letters stand in the term in that order, the first one first, and more than its end is missing. */
function lacksVowels(letters: string, term: string): boolean {
  if (term.length <= letters.length || term.startsWith(letters) || letters[0] !== term[0]) return false;
  let at = 0;
  for (let place = 0; place < term.length; place++) {
    if (term.charCodeAt(place) === letters.charCodeAt(at)) at += 1;
  }
  return at === letters.length;
}
