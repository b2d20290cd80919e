import type { Cell } from './normalize.ts';
import { strokesAt } from './strokes.ts';
import type { Entry } from './trie.ts';
import type { Path } from './walk.ts';

/**
 * Whether what was followed from `start` is the term, or a clean text that happens to hold its letters: whole
 * words only, and the shorter the term, the fewer liberties.
 */
export function isPlausible(cells: Cell[], start: number, entry: Entry, path: Path): boolean {
  return (
    (entry.open || endsWord(cells, path.at, entry)) &&
    (entry.free || beginsWord(cells, start, entry)) &&
    repetitionIsMeant(entry, path) &&
    substitutesAreMeant(cells, start, entry, path) &&
    gapsAreMeant(cells, start, entry, path) &&
    !isPossessive(cells, path) &&
    !crossesSentences(cells, start, path)
  );
}

/** Whether a word may begin at this cell; `aB` begins one too, for terms that are long enough. */
export function mayBeginWord(cells: Cell[], at: number): boolean {
  const first = cells[at]!.glyph;
  if (first.kind === 'mark' && first.disguise === null && !goesOn(cells, at)) return false;
  const before = cells[at - 1]?.glyph;
  if (!before || before.unspaced || before.kind === 'space' || before.kind === 'mark') return true;
  const glyph = cells[at]!.glyph;
  return glyph.unspaced || before.kind === 'digit' || (glyph.upper && !before.upper);
}

/** A sign stands for a first letter only right before the rest; alone it may still be a term of its own. */
function goesOn(cells: Cell[], at: number): boolean {
  const after = cells[at + 1]?.glyph.kind;
  if (after === 'letter' || after === 'digit' || cells[at]!.glyph.readings[0]! > 0x7f) return true;
  if (after !== 'mark') return false;
  return (
    strokesAt(cells, at).length > 0 || strokesAt(cells, at + 1).length > 0 || drawsLetter(cells[at + 1]!)
  );
}

/** `$`, read as an s, not `,`. */
function drawsLetter({ glyph: { readings } }: Cell): boolean {
  return readings.length > 1 && readings[0]! >= 0x61 && readings[0]! <= 0x7a;
}

function beginsWord(cells: Cell[], at: number, entry: Entry): boolean {
  const before = cells[at - 1]?.glyph;
  const glyph = cells[at]!.glyph;
  if (!before || before.unspaced || glyph.unspaced) return true;
  if (before.kind === 'digit') return isLiteral(entry) || (entry.letters >= 5 && glyph.kind === 'letter');
  if (before.kind === 'letter') return entry.letters >= 4 && glyph.upper && !before.upper;
  return !(
    glyph.kind === 'mark' &&
    cells[at - 2]?.glyph.kind === 'letter' &&
    entry.letters < 5 &&
    before.kind === 'mark'
  );
}

function endsWord(cells: Cell[], at: number, entry: Entry): boolean {
  const after = cells[at]?.glyph;
  if (!after || after.unspaced || after.kind === 'space') return true;
  const last = cells[at - 1]!.glyph;
  if (after.kind === 'letter') return entry.letters >= 5 && after.upper && !last.upper;
  if (after.kind === 'digit') {
    if (isLiteral(entry)) return true;
    return entry.letters >= 4 && last.kind === 'letter' && endsInDigits(cells, at);
  }
  if (after.kind === 'mark' && entry.letters <= MOST_OF_A_CODE && cells[at + 1]?.glyph.kind === 'digit') {
    return symbolAt(cells, at) !== HYPHEN;
  }
  const standsForLetter =
    after.readings[0] !== undefined && after.readings[0] >= 0x61 && after.readings[0] <= 0x7a;
  return !(standsForLetter && cells[at + 1]?.glyph.kind === 'letter' && entry.letters < 5);
}

/** What is not read as anything else ends where a letter ends. */
function isLiteral({ term }: Entry): boolean {
  return term.strictness === 'literal';
}

function endsInDigits(cells: Cell[], at: number): boolean {
  let end = at;
  while (end - at < 5 && cells[end]?.glyph.kind === 'digit') end += 1;
  const after = cells[end]?.glyph.kind;
  return after !== 'letter' && after !== 'digit';
}

/** Whether a doubled letter is meant, only the lexicon tells; of two letters little is left to tell. */
function repetitionIsMeant(entry: Entry, path: Path): boolean {
  return path.doubled === 0 || entry.letters >= 3;
}

/** `Dick's`: the s is no letter of the name. */
function isPossessive(cells: Cell[], path: Path): boolean {
  return path.gaps === 1 && path.last === S && APOSTROPHES.has(symbolAt(cells, path.at - 2));
}

/** `SALE! Trans-`: a phrase does not go on in the next sentence. */
function crossesSentences(cells: Cell[], start: number, path: Path): boolean {
  if (path.breaks === 0) return false;
  for (let at = start; at + 1 < path.at; at++) {
    if (cells[at + 1]!.glyph.kind === 'space' && ENDS_SENTENCE.has(symbolAt(cells, at))) return true;
  }
  return false;
}

const S = 0x73;
const ENDS_SENTENCE = new Set([0x21, 0x3f, 0x3a]);

function substitutesAreMeant(cells: Cell[], start: number, entry: Entry, path: Path): boolean {
  if (path.masks > 0) {
    if (path.last === 0 && cells[path.at - 1]?.glyph.mask !== 'any') return false;
    if (entry.letters < 4 || path.drawn < 2 || path.masks * 2 > entry.letters) return false;
    // `*ssh*l*` with its first letter masked; `*ite*` may be emphasis.
    if (cells[start]!.glyph.mask === 'any' && (entry.letters < 5 || path.drawn < 3)) return false;
  }
  if (path.leet === 0) return true;
  if (entry.letters > 3) return path.drawn >= 1;
  return path.drawn >= 2 && cells[start]!.glyph.kind !== 'mark';
}

function gapsAreMeant(cells: Cell[], start: number, entry: Entry, path: Path): boolean {
  if (path.gaps === 0) return true;
  if (entry.letters < 3) return false;
  if (entry.letters === 3 && !isTight(cells, start, path.at)) return false;
  const lettersApart = path.gaps + path.breaks === entry.letters - 1;
  if (path.wideGaps > 0 || entry.letters === 3) return lettersApart && !goesOnApart(cells, start, path.at);
  return (
    (lettersApart || entry.letters >= 5 || !hyphenated(cells, start, path.at)) &&
    (!lettersApart || !goesOnApart(cells, start, path.at))
  );
}

/** `A.S.S.E.`: the letters apart go on after the term, so it is an abbreviation. */
function goesOnApart(cells: Cell[], start: number, end: number): boolean {
  const gapAfterFirst = cells[start + 1]?.glyph;
  if (!gapAfterFirst || gapAfterFirst.kind === 'space')
    return isLoneLetter(cells, end + 1) && cells[end]?.glyph.kind === 'space';
  const follows = cells[start - 1]?.glyph.kind === 'mark' && isLoneLetter(cells, start - 2);
  return follows || (cells[end]?.glyph.kind === 'mark' && isLoneLetter(cells, end + 1));
}

function isLoneLetter(cells: Cell[], at: number): boolean {
  return isLetter(cells, at) && !isLetter(cells, at - 1) && !isLetter(cells, at + 1);
}

function isLetter(cells: Cell[], at: number): boolean {
  return cells[at]?.glyph.kind === 'letter';
}

/** For terms of three letters, every other cell is a letter. */
function isTight(cells: Cell[], start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (((at - start) % 2 === 0) !== isLetter(cells, at)) return false;
  return true;
}

/** `Pé-de`: parts of a name that are words of their own. */
function hyphenated(cells: Cell[], start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    if (cells[at]!.glyph.kind === 'mark' && symbolAt(cells, at) === HYPHEN) return true;
  }
  return false;
}

const HYPHEN = 0x2d;
const APOSTROPHES = new Set([0x27, 0x2019]);
/** `con-7741`, `pd-2210`: a reference. */
const MOST_OF_A_CODE = 4;

/** A mark as it is written. */
function symbolAt(cells: Cell[], at: number): number {
  const { readings } = cells[at]!.glyph;
  return readings[readings.length - 1] ?? 0;
}
