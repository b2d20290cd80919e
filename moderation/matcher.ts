import type { Disguise } from './disguise.ts';
import { entryOf } from './entries.ts';
import { languageOf } from './language.ts';
import type { Term } from './library.ts';
import { isMeant, type Match, type Matches } from './meant.ts';
import { compileMisspellings, findMisspelt } from './misspelling.ts';
import type { Cell } from './normalize.ts';
import { isPlausible, mayBeginWord } from './plausible.ts';
import { type Skimmed, skim } from './skim.ts';
import { findSplit } from './split-words.ts';
import { compileKeys, type TermKeys } from './term-keys.ts';
import { buildTrie, type Entry, type Trie } from './trie.ts';
import type { Span } from './verdict.ts';
import { type Path, type Steps, walkFrom } from './walk.ts';

/** `language`: what is known of the text's language beside the text itself. */
export type Matcher = { find(text: string, cells: () => Cell[], language: string | null): Matches };

/** Terms ready to be found: those that begin a word, and those that begin anywhere. */
type Compiled = { keys: TermKeys; words: Trie; inside: Trie | null };

const STEPS_PER_CELL = 3;
/** One term found so often says nothing more by being found once more. */
const MOST_OF_ONE = 30;
const STEPS_AT_LEAST = 8000;
const NOTHING: Matches = { found: [], unread: false };

/** Compiles a list of terms, forbidden and allowed, into what finds them all in one pass. */
export function createMatcher(terms: readonly Term[]): Matcher {
  const forbidden = entriesOf(terms, 'forbidden');
  const allowed = compile(entriesOf(terms, 'allowed'));
  const compiled = compile(forbidden);
  const misspellings = compileMisspellings(forbidden);
  return {
    find(text, cells, hint) {
      const skimmed = skim(text, compiled.keys);
      const { pieces } = skimmed;
      const walked = findWalked(cells, skimmed, compiled);
      const split = skimmed.mayBeSplit ? findSplit(text, pieces, compiled.keys, forbidden) : NOTHING;
      const found = [...walked.found, ...split.found];
      const unread = walked.unread || split.unread;
      for (const match of findMisspelt(text, pieces, misspellings, compiled.words)) {
        if (!found.some(({ span }) => overlap(span, match.span))) found.push(match);
      }
      if (found.length === 0) return unread ? { found, unread } : NOTHING;
      const language = languageOf(text, skimmed.pieces, hint);
      const meant = found.filter((match) => isMeant(text, match, language));
      const excepted = meant.length === 0 ? [] : findWalked(cells, skim(text, allowed.keys), allowed).found;
      return { found: withoutExcepted(text, meant, excepted), unread };
    },
  };
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function entriesOf(terms: readonly Term[], listing: Term['listing']): Entry[] {
  const entries: Entry[] = [];
  for (const term of terms) {
    const entry = term.listing === listing ? entryOf(term) : null;
    if (entry) entries.push(entry);
  }
  return entries;
}

function compile(entries: readonly Entry[]): Compiled {
  const free = entries.filter((entry) => entry.free);
  return {
    keys: compileKeys(entries),
    words: buildTrie(entries.filter((entry) => !entry.free)),
    inside: free.length > 0 ? buildTrie(free) : null,
  };
}

function findWalked(cellsOf: () => Cell[], { starts }: Skimmed, compiled: Compiled): Matches {
  if (starts.length === 0) return { found: [], unread: false };
  const cells = cellsOf();
  const found: Match[] = [];
  const counts = new Map<Entry, number>();
  const steps = { left: STEPS_AT_LEAST + STEPS_PER_CELL * cells.length };
  starts.sort((a, b) => a.start - b.start);
  let next = 0;
  let until = 0;
  for (let at = 0; at < cells.length && steps.left > 0; at++) {
    const { start } = cells[at]!;
    while (next < starts.length && starts[next]!.start <= start) until = Math.max(until, starts[next++]!.end);
    if (start >= until) {
      if (next >= starts.length) break;
      continue;
    }
    if (mayBeginWord(cells, at)) findFrom(cells, at, compiled.words, steps, found, counts);
    if (compiled.inside) findFrom(cells, at, compiled.inside, steps, found, counts);
  }
  return { found, unread: steps.left <= 0 };
}

/** All terms that begin at this cell; of one entry, the longest. */
function findFrom(
  cells: Cell[],
  at: number,
  trie: Trie,
  steps: Steps,
  found: Match[],
  counts: Map<Entry, number>,
): void {
  let longest: Map<Entry, Path> | null = null;
  walkFrom(cells, at, trie, steps, (entry, path) => {
    const known = longest?.get(entry);
    if ((known && known.at >= path.at) || (counts.get(entry) ?? 0) >= MOST_OF_ONE) return;
    if (!isPlausible(cells, at, entry, path)) return;
    longest ??= new Map();
    longest.set(entry, { ...path });
  });
  if (longest === null) return;
  for (const [entry, path] of longest as Map<Entry, Path>) {
    counts.set(entry, (counts.get(entry) ?? 0) + 1);
    found.push({ term: entry.term, span: spanOf(cells, at, path.at), disguise: disguiseOf(cells, at, path) });
  }
}

/** An allowed term wins over the interval it covers, if the signs in it are its own: `kit'ty` is not `kitty`. */
function withoutExcepted(text: string, found: Match[], excepted: Match[]): Match[] {
  const spans = excepted
    .filter((match) => signsOf(text.slice(match.span.start, match.span.end)) === signsOf(match.term.text))
    .map(({ span }) => span);
  spans.sort((a, b) => a.start - b.start);
  const reach: number[] = [];
  for (const { end } of spans) reach.push(Math.max(end, reach.at(-1) ?? 0));
  return found.filter(({ span }) => (reach[countUpTo(spans, span.start) - 1] ?? -1) < span.end);
}

function signsOf(written: string): string {
  return written.replace(/[\p{L}\p{M}\p{N}\s*]/gu, '').replaceAll('’', "'");
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

/** The cells of a run that was written backwards stand in reverse. */
function spanOf(cells: Cell[], from: number, to: number): Span {
  const first = cells[from]!;
  const last = cells[to - 1]!;
  return { start: Math.min(first.start, last.start), end: Math.max(first.end, last.end) };
}

function disguiseOf(cells: Cell[], from: number, path: Path): Disguise[] {
  const disguise = new Set<Disguise>();
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
