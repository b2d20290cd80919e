import type { Match, Matches } from './meant.ts';
import { foldedWord, isRealPiece, joinedKey, LONE_WORDS, type Piece } from './piece.ts';
import type { TermKeys } from './term-keys.ts';
import { type Entry, SEPARATOR } from './trie.ts';

const MOST_PIECES = 4;
/** More parts that may be a term: nobody writes so. */
const MOST_TRIES = 100;
/** Fewer letters are only looked for when one of them stands alone: `f uck`. */
const FEWEST_LETTERS = 5;

/**
 * Terms cut in two or more by blanks: `con nard`. At least one part must be no word of its own, or half of
 * what people write would be a term: `as shown`.
 */
export function findSplit(
  text: string,
  pieces: readonly Piece[],
  keys: TermKeys,
  entries: readonly Entry[],
): Matches {
  const found: Match[] = [];
  let tries = MOST_TRIES;
  for (let from = 0; from + 1 < pieces.length; from++) {
    let { key, last } = pieces[from]!;
    const end = Math.min(pieces.length, from + MOST_PIECES);
    let stray = isStray(pieces[from]!);
    for (let to = from + 1; to < end && isNext(text, pieces[to - 1]!, pieces[to]!); to++) {
      key = joinedKey(key, last, pieces[to]!);
      last = pieces[to]!.last;
      stray ||= isStray(pieces[to]!);
      if (keys.words.has(key)) {
        tries -= 1;
        if (tries < 0) return { found, unread: true };
        const match = verified(text, pieces.slice(from, to + 1), keys.words.under(key), entries);
        if (match) found.push(match);
      }
      if (!stray) break;
    }
  }
  return { found, unread: false };
}

/** A letter on its own that is no word: around it a term is looked for in more than two parts. */
function isStray({ start, end, first }: Piece): boolean {
  return end - start === 1 && !LONE_WORDS.has(first);
}

/** A blank, with a comma, a hyphen, a quote or a plus around it: `co, nnard`, `sal-` at the end of a line. */
const BETWEEN = /^[-,"'+]?\s{1,2}[-"'+]?\s?["']?$/;

function isNext(text: string, one: Piece, other: Piece): boolean {
  return BETWEEN.test(text.slice(one.end, other.start));
}

function verified(
  text: string,
  parts: Piece[],
  places: readonly number[],
  entries: readonly Entry[],
): Match | null {
  const letters = parts.map((part) => foldedWord(text, part)).join('');
  const entry = places
    .map((place) => entries[place]!)
    .find((candidate) => isSplit(candidate, letters, parts));
  if (!entry) return null;
  const strict = entry.term.strictness === 'strict';
  if (!strict && !isCut(parts, letters)) return null;
  const span = { start: parts[0]!.start, end: parts.at(-1)!.end };
  return { term: entry.term, span, disguise: ['split word'] };
}

/** Whether these letters are the term's, cut elsewhere than where it has a blank itself. */
function isSplit({ symbols, open, free }: Entry, letters: string, parts: Piece[]): boolean {
  if (open || free) return false;
  const own = String.fromCharCode(...symbols.filter((symbol) => symbol !== SEPARATOR));
  const blanks = symbols.filter((symbol) => symbol === SEPARATOR).length;
  return own === letters && parts.length !== blanks + 1;
}

/** Letters all apart are another disguise, with rules of its own. */
function isCut(parts: Piece[], letters: string): boolean {
  const alone = parts.filter((part) => part.end - part.start === 1).length;
  if (alone === parts.length || letters.length < FEWEST_LETTERS - Math.min(alone, 1)) return false;
  // `rap ist`, `tos ser`: halves of a short term are found between ordinary words too easily.
  if (letters.length <= SHORT_TERM && parts.every(isHalf)) return parts.every(isNoWord);
  return parts.some(isNoWord);
}

const SHORT_TERM = 6;

function isHalf({ start, end }: Piece): boolean {
  return end - start > 2;
}

function isNoWord(part: Piece): boolean {
  if (part.end - part.start === 1) return isStray(part);
  return !part.capitalised && !isRealPiece(part);
}
