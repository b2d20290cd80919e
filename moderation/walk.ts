import type { Cell } from './normalize.ts';
import { strokesAt } from './strokes.ts';
import { type Entry, SEPARATOR, type Trie } from './trie.ts';

/** How the text was followed along the trie so far, and with how much goodwill. */
export type Path = {
  node: number;
  /** Next cell to read. */
  at: number;
  letters: number;
  last: number;
  /** How often the last letter was repeated beyond what the term asks for, in a row. */
  run: number;
  doubled: number;
  elongated: boolean;
  /** Groups of separators between two letters, and those with a blank in them. */
  gaps: number;
  wideGaps: number;
  gapLength: number;
  /** Separators that stand where the term has its own. */
  breaks: number;
  inBreak: boolean;
  leet: number;
  masks: number;
  /** True letters, not digits, symbols or masks. */
  drawn: number;
};

export type Steps = { left: number };
export type Arrived = (entry: Entry, path: Path) => void;

const MAX_GAP = 12;
const MAX_STEPS_FROM_ONE_PLACE = 250;

/** Follows every reading of the text from one cell and tells each term it arrives at. */
export function walkFrom(cells: Cell[], at: number, trie: Trie, steps: Steps, arrived: Arrived): void {
  const open: Path[] = [startPath(trie.root, at)];
  let stepsHere = MAX_STEPS_FROM_ONE_PLACE;
  for (let path = open.pop(); path && stepsHere > 0 && steps.left > 0; path = open.pop()) {
    stepsHere -= 1;
    steps.left -= 1;
    if (path.gapLength === 0) for (const entry of trie.entriesAt(path.node)) arrived(entry, path);
    if (path.at < cells.length) advance(path, cells, trie, open);
  }
}

function startPath(node: number, at: number): Path {
  return {
    node,
    at,
    letters: 0,
    last: 0,
    run: 0,
    doubled: 0,
    elongated: false,
    gaps: 0,
    wideGaps: 0,
    gapLength: 0,
    breaks: 0,
    inBreak: false,
    leet: 0,
    masks: 0,
    drawn: 0,
  };
}

/** The likeliest ways are pushed last, so they are tried first. */
function advance(path: Path, cells: Cell[], trie: Trie, open: Path[]): void {
  const { glyph } = cells[path.at]!;
  const gap = glyph.kind === 'space' || glyph.kind === 'mark';
  const broken = path.gapLength === 0 ? trie.child(path.node, SEPARATOR) : 0;
  if (broken !== 0) {
    open.push({ ...path, node: broken, inBreak: true, breaks: path.breaks + (gap ? 1 : 0) });
  }
  if (glyph.mask && path.letters > 0) pushMasked(path, glyph.mask, trie, open);
  if (gap && path.letters > 0) pushGap(path, glyph.kind === 'space', open);
  if (glyph.kind === 'space') return;
  for (const drawn of strokesAt(cells, path.at)) pushDrawn(path, drawn.letter, drawn.cells, trie, open);
  pushReadings(path, cells[path.at]!, trie, open);
}

/** A letter drawn with several signs: `|\/|`. */
function pushDrawn(path: Path, letter: number, length: number, trie: Trie, open: Path[]): void {
  const child = trie.child(path.node, letter);
  if (child === 0 || !mayGoOn(path)) return;
  open.push({
    ...path,
    node: child,
    at: path.at + length,
    letters: path.letters + 1,
    last: letter,
    run: 0,
    gapLength: 0,
    inBreak: false,
    leet: path.leet + 1,
  });
}

function pushGap(path: Path, blank: boolean, open: Path[]): void {
  if (path.gapLength >= MAX_GAP) return;
  const gapLength = path.gapLength + 1;
  if (path.inBreak) open.push({ ...path, at: path.at + 1, gapLength, run: 0 });
  else {
    const opens = path.gapLength === 0;
    const gaps = path.gaps + (opens ? 1 : 0);
    const wide = blank && !isWide(path) ? 1 : 0;
    open.push({ ...path, at: path.at + 1, gapLength, gaps, wideGaps: path.wideGaps + wide, run: 0 });
  }
}

/** A gap counts as wide once, whatever the number of blanks in it. */
function isWide(path: Path): boolean {
  return path.gapLength > 0 && path.wideGaps === path.gaps;
}

/** Once a blank stands between two letters, one must stand between all: words do not join up. */
function mayGoOn(path: Path): boolean {
  return path.wideGaps === 0 || path.gaps + path.breaks === path.letters;
}

function pushReadings(path: Path, cell: Cell, trie: Trie, open: Path[]): void {
  const { glyph } = cell;
  for (const reading of glyph.readings) {
    const isLetter =
      glyph.kind === 'letter' || glyph.disguise !== null || (glyph.kind === 'digit' && reading < 0x3a);
    const repeats = reading === path.last && path.gapLength === 0 && !path.inBreak && path.letters > 0;
    if (repeats) open.push(repeated(path));
    const child = trie.child(path.node, reading);
    if (child === 0 || !mayGoOn(path)) continue;
    open.push({
      ...path,
      node: child,
      at: path.at + 1,
      letters: path.letters + 1,
      last: reading,
      run: 0,
      gapLength: 0,
      inBreak: false,
      leet: path.leet + (isLetter ? 0 : 1),
      drawn: path.drawn + (isLetter ? 1 : 0),
    });
  }
}

function repeated(path: Path): Path {
  const run = path.run + 1;
  const doubled = path.doubled + (run === 1 ? 1 : 0);
  return { ...path, at: path.at + 1, run, doubled, elongated: path.elongated || run >= 2 };
}

function pushMasked(path: Path, mask: 'any' | 'vowel', trie: Trie, open: Path[]): void {
  if (path.gapLength > 0 || path.masks > path.letters || !mayGoOn(path)) return;
  for (let child = trie.firstChild(path.node); child !== 0; child = trie.nextChild(child)) {
    const letter = trie.symbolOf(child);
    if (letter === SEPARATOR || (mask === 'vowel' && !VOWELS.has(letter))) continue;
    open.push({
      ...path,
      node: child,
      at: path.at + 1,
      letters: path.letters + 1,
      last: 0,
      run: 0,
      inBreak: false,
      masks: path.masks + 1,
    });
  }
}

const VOWELS = new Set([...'aeiouy'].map((vowel) => vowel.codePointAt(0)!));
