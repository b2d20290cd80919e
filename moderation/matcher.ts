import type { Term } from './library.ts';
import type { Cell } from './normalize.ts';
import { isPlausible, mayBeginWord } from './plausible.ts';
import { compileTerms, type Node, type Tries } from './trie.ts';
import type { Span } from './verdict.ts';
import { type Path, type Steps, walkFrom } from './walk.ts';

export type Match = { term: Term; span: Span; disguise: string[] };

/** `unread` is true when the text has so many readings that the search was cut short. */
export type Matches = { found: Match[]; unread: boolean };

export type Matcher = { find(cells: Cell[]): Matches };

const STEPS_PER_CELL = 14;
const STEPS_AT_LEAST = 3000;

/** Compiles a list of terms, forbidden and allowed, into what finds them all in one pass. */
export function createMatcher(terms: readonly Term[]): Matcher {
  const forbidden = compileTerms(terms.filter((term) => term.listing === 'forbidden'));
  const allowed = compileTerms(terms.filter((term) => term.listing === 'allowed'));
  return {
    find(cells) {
      const steps = { left: STEPS_AT_LEAST + STEPS_PER_CELL * cells.length };
      const found = findAll(cells, forbidden, steps);
      const unread = steps.left <= 0;
      if (found.length === 0) return { found, unread };
      const excepted = findAll(cells, allowed, { left: STEPS_AT_LEAST + STEPS_PER_CELL * cells.length });
      return { found: withoutExcepted(found, excepted), unread };
    },
  };
}

/** An allowed term wins over the interval it covers, written plainly. */
function withoutExcepted(found: Match[], excepted: Match[]): Match[] {
  const plain = excepted.filter(({ disguise }) => disguise.length === 0).map(({ span }) => span);
  plain.sort((a, b) => a.start - b.start);
  const reach: number[] = [];
  for (const { end } of plain) reach.push(Math.max(end, reach.at(-1) ?? 0));
  return found.filter(({ span }) => (reach[countUpTo(plain, span.start) - 1] ?? -1) < span.end);
}

/** How many of these spans, in order, begin at this offset or before. */
function countUpTo(spans: Span[], start: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.start <= start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function findAll(cells: Cell[], tries: Tries, steps: Steps): Match[] {
  const found: Match[] = [];
  for (let at = 0; at < cells.length && steps.left > 0; at++) {
    if (mayBeginWord(cells, at)) findFrom(cells, at, tries.words, steps, false, found);
    if (tries.inside.next.size > 0) findFrom(cells, at, tries.inside, steps, true, found);
  }
  return found;
}

function findFrom(cells: Cell[], at: number, root: Node, steps: Steps, free: boolean, found: Match[]): void {
  if (!cells[at]!.glyph.readings.some((reading) => root.next.has(reading))) return;
  const here = new Set<Term>();
  walkFrom(cells, at, root, steps, (entry, path) => {
    if (here.has(entry.term) || !isPlausible(cells, at, entry, path, free)) return;
    here.add(entry.term);
    const span = spanOf(cells, at, path.at);
    found.push({ term: entry.term, span, disguise: disguiseOf(cells, at, path) });
  });
}

/** The cells of a run that was written backwards stand in reverse. */
function spanOf(cells: Cell[], from: number, to: number): Span {
  const first = cells[from]!;
  const last = cells[to - 1]!;
  return { start: Math.min(first.start, last.start), end: Math.max(first.end, last.end) };
}

function disguiseOf(cells: Cell[], from: number, path: Path): string[] {
  const disguise = new Set<string>();
  for (let at = from; at < path.at; at++) {
    const { glyph } = cells[at]!;
    if (glyph.disguise) disguise.add(glyph.disguise);
    if (at > from && cells[at]!.start !== cells[at - 1]!.end && cells[at]!.start !== cells[at - 1]!.start) {
      disguise.add('invisible characters');
    }
  }
  if (path.leet > 0) disguise.add('digits or symbols for letters');
  if (path.doubled > 0) disguise.add('repeated letters');
  if (path.gaps > 0) disguise.add('separated letters');
  if (path.masks > 0) disguise.add('masked letters');
  return [...disguise];
}
