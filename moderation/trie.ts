import type { Term } from './library.ts';
import { skeletonOf } from './normalize.ts';

/** A term ready to be found. */
export type Entry = {
  term: Term;
  letters: number;
  /** `begin*`: the word may go on after it. */
  open: boolean;
};

export type Node = { next: Map<number, Node>; entries: Entry[]; depth: number };

/** Terms that begin a word, and terms (`*end`, `*inside*`) that may begin anywhere in it. */
export type Tries = { words: Node; inside: Node };

export const SEPARATOR = 0x20;

/** Puts the terms into two prefix trees, folded the way texts are. */
export function compileTerms(terms: readonly Term[]): Tries {
  const tries = { words: newNode(), inside: newNode() };
  for (const term of terms) {
    const written = term.text.trim();
    const free = written.startsWith('*');
    const symbols = symbolsOf(written.replace(/^\*+|\*+$/g, ''));
    const letters = symbols.filter((symbol) => symbol !== SEPARATOR).length;
    if (letters === 0) continue;
    insert(free ? tries.inside : tries.words, symbols, { term, letters, open: written.endsWith('*') });
  }
  return tries;
}

/** Letters and digits as first read, whatever stands between them as one separator. */
function symbolsOf(written: string): number[] {
  const cells = skeletonOf(written);
  const wordy = cells.some(({ glyph }) => glyph.kind === 'letter' || glyph.kind === 'digit');
  const symbols: number[] = [];
  for (const { glyph } of cells) {
    const breaks = glyph.kind === 'space' || (wordy && glyph.kind === 'mark');
    if (!breaks) symbols.push(glyph.readings.at(glyph.kind === 'mark' ? -1 : 0)!);
    else if (symbols.length > 0 && symbols.at(-1) !== SEPARATOR) symbols.push(SEPARATOR);
  }
  if (symbols.at(-1) === SEPARATOR) symbols.pop();
  return symbols.filter((symbol) => symbol !== undefined);
}

function insert(root: Node, symbols: number[], entry: Entry): void {
  let node = root;
  for (const symbol of symbols) {
    let child = node.next.get(symbol);
    if (!child) {
      child = newNode(node.depth + (symbol === SEPARATOR ? 0 : 1));
      node.next.set(symbol, child);
    }
    node = child;
  }
  node.entries.push(entry);
}

function newNode(depth = 0): Node {
  return { next: new Map(), entries: [], depth };
}
