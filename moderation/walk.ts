import type { Glyph } from './glyphs.ts';
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
const MAX_STEPS_FROM_ONE_PLACE = 350;

/** Follows every reading of the text from one cell and tells each term it arrives at, with a path of the moment. */
export function walkFrom(cells: Cell[], at: number, trie: Trie, steps: Steps, arrived: Arrived): void {
  const open: Path[] = [startPath(trie.root, at)];
  let stepsHere = MAX_STEPS_FROM_ONE_PLACE;
  for (let path = open.pop(); path && stepsHere > 0 && steps.left > 0; path = open.pop()) {
    stepsHere -= 1;
    steps.left -= 1;
    if (path.gapLength === 0) for (const entry of trie.entriesAt(path.node)) arrived(entry, path);
    if (path.at < cells.length) advance(path, cells, trie, open);
    spent.push(path);
  }
  for (const path of open) spent.push(path);
}

function startPath(node: number, at: number): Path {
  return {
    node,
    at,
    letters: 0,
    last: 0,
    run: 0,
    doubled: 0,
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

/** Paths that were followed to their end, to be used again: a walk makes thousands. */
const spent: Path[] = [];

/** The same path once more, to go another way. */
function fork(path: Path, at: number): Path {
  const next = spent.pop() ?? startPath(path.node, at);
  next.node = path.node;
  next.at = at;
  next.letters = path.letters;
  next.last = path.last;
  next.run = path.run;
  next.doubled = path.doubled;
  next.gaps = path.gaps;
  next.wideGaps = path.wideGaps;
  next.gapLength = path.gapLength;
  next.breaks = path.breaks;
  next.inBreak = path.inBreak;
  next.leet = path.leet;
  next.masks = path.masks;
  next.drawn = path.drawn;
  return next;
}

/** The likeliest ways are pushed last, so they are tried first. */
function advance(path: Path, cells: Cell[], trie: Trie, open: Path[]): void {
  const { glyph } = cells[path.at]!;
  const gap = glyph.kind === 'space' || glyph.kind === 'mark';
  const broken = path.gapLength === 0 ? trie.child(path.node, SEPARATOR) : 0;
  if (broken !== 0) {
    const next = fork(path, path.at);
    next.node = broken;
    next.inBreak = true;
    if (gap) next.breaks += 1;
    open.push(next);
  }
  if (glyph.mask && (path.letters > 0 || signOf(glyph) === STAR)) pushMasked(path, glyph.mask, trie, open);
  if (gap && path.letters > 0) pushGap(path, glyph.kind === 'space', open);
  if (glyph.kind === 'space') return;
  if (mayGoOn(path)) {
    for (const { letter, cells: length } of strokesAt(cells, path.at))
      pushDrawn(path, letter, length, trie, open);
    pushReadings(path, glyph, trie, open);
  } else pushRepeats(path, glyph, open);
}

/** Once a blank stands between two letters, one must stand between all: words do not join up. */
function mayGoOn(path: Path): boolean {
  return path.wideGaps === 0 || path.gaps + path.breaks === path.letters;
}

function pushGap(path: Path, blank: boolean, open: Path[]): void {
  if (path.gapLength >= MAX_GAP) return;
  const next = fork(path, path.at + 1);
  next.gapLength += 1;
  next.run = 0;
  if (!path.inBreak) {
    if (path.gapLength === 0) next.gaps += 1;
    if (blank && !isWide(path)) next.wideGaps += 1;
  }
  open.push(next);
}

/** A gap counts as wide once, whatever the number of blanks in it. */
function isWide(path: Path): boolean {
  return path.gapLength > 0 && path.wideGaps === path.gaps;
}

/** A letter drawn with several signs: `|\/|`. */
function pushDrawn(path: Path, letter: number, length: number, trie: Trie, open: Path[]): void {
  const child = trie.child(path.node, letter);
  if (child !== 0) open.push(withLetter(path, child, path.at + length, letter, false));
}

function pushReadings(path: Path, glyph: Glyph, trie: Trie, open: Path[]): void {
  pushRepeats(path, glyph, open);
  for (let at = 0; at < glyph.readings.length; at++) {
    const reading = glyph.readings[at]!;
    const child = trie.child(path.node, reading);
    if (child === 0) continue;
    const drawn = glyph.kind === 'letter' || glyph.disguise !== null || reading === signOf(glyph);
    open.push(withLetter(path, child, path.at + 1, reading, drawn));
  }
}

function withLetter(path: Path, node: number, at: number, letter: number, drawn: boolean): Path {
  const next = fork(path, at);
  next.node = node;
  next.letters += 1;
  next.last = letter;
  next.run = 0;
  next.gapLength = 0;
  next.inBreak = false;
  if (drawn) next.drawn += 1;
  else next.leet += 1;
  return next;
}

/** What a digit or a mark is when it stands for itself. */
function signOf({ kind, readings }: Glyph): number | undefined {
  return kind === 'digit' ? readings[0] : readings[readings.length - 1];
}

/** The last letter once more, right after or behind separators that then stand for nothing. */
function pushRepeats(path: Path, glyph: Glyph, open: Path[]): void {
  if (path.inBreak || path.letters === 0 || !glyph.readings.includes(path.last)) return;
  const next = fork(path, path.at + 1);
  if (path.gapLength > 0) {
    if (isWide(path)) next.wideGaps -= 1;
    next.gaps -= 1;
    next.gapLength = 0;
  }
  next.run += 1;
  if (next.run === 1) next.doubled += 1;
  open.push(next);
}

function pushMasked(path: Path, mask: 'any' | 'vowel', trie: Trie, open: Path[]): void {
  if ((path.gapLength > 0 && !path.inBreak) || path.masks > path.letters || !mayGoOn(path)) return;
  for (let child = trie.firstChild(path.node); child !== 0; child = trie.nextChild(child)) {
    const letter = trie.symbolOf(child);
    if (letter === SEPARATOR || (mask === 'vowel' && !VOWELS.has(letter))) continue;
    const next = fork(path, path.at + 1);
    next.node = child;
    next.letters += 1;
    next.last = 0;
    next.run = 0;
    next.gapLength = 0;
    next.inBreak = false;
    next.masks += 1;
    open.push(next);
  }
}

/** The only mask people put for a first letter. */
const STAR = 0x2a;
const VOWELS = new Set([...'aeiouy'].map((vowel) => vowel.codePointAt(0)!));
