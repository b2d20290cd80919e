import type { Term } from './library.ts';

/** A term ready to be found. */
export type Entry = {
  term: Term;
  /** As folded: letters, and `SEPARATOR` where the term has blanks or signs. */
  symbols: number[];
  letters: number;
  /** `begin*`: the word may go on after it. */
  open: boolean;
  /** `*end`: it may begin anywhere in a word. */
  free: boolean;
};

export const SEPARATOR = 0x20;
const ROOT = 1;
const NONE: readonly Entry[] = [];

/** A prefix tree in flat arrays; nodes are numbers, `root` the first, 0 none. */
export type Trie = {
  root: number;
  child(node: number, symbol: number): number;
  /** The first child of a node, and the next one after a child; 0 when there is none. */
  firstChild(node: number): number;
  nextChild(child: number): number;
  symbolOf(node: number): number;
  entriesAt(node: number): readonly Entry[];
};

/** Puts entries into a prefix tree. */
export function buildTrie(entries: readonly Entry[]): Trie {
  const most = entries.reduce((sum, entry) => sum + entry.symbols.length, 2);
  const symbols = new Int32Array(most);
  const parents = new Int32Array(most);
  const firsts = new Int32Array(most);
  const siblings = new Int32Array(most);
  const ends: (Entry[] | undefined)[] = new Array(most).fill(undefined);
  const size = 2 ** Math.ceil(Math.log2(most * 2));
  const slots = new Int32Array(size);
  let count = ROOT;

  /** Where this child is filed, or would be. */
  function slotOf(node: number, symbol: number): number {
    let slot = ((Math.imul(node, 0x9e3779b1) ^ Math.imul(symbol, 0x85ebca6b)) >>> 6) & (size - 1);
    for (let at = slots[slot]!; at !== 0; at = slots[slot]!) {
      if (parents[at] === node && symbols[at] === symbol) break;
      slot = (slot + 1) & (size - 1);
    }
    return slot;
  }

  for (const entry of entries) {
    let node = ROOT;
    for (const symbol of entry.symbols) {
      const slot = slotOf(node, symbol);
      if (slots[slot] === 0) {
        count += 1;
        slots[slot] = count;
        parents[count] = node;
        symbols[count] = symbol;
        siblings[count] = firsts[node]!;
        firsts[node] = count;
      }
      node = slots[slot]!;
    }
    const there = ends[node];
    if (there) there.push(entry);
    else ends[node] = [entry];
  }

  return {
    root: ROOT,
    child: (node, symbol) => slots[slotOf(node, symbol)]!,
    firstChild: (node) => firsts[node]!,
    nextChild: (child) => siblings[child]!,
    symbolOf: (node) => symbols[node]!,
    entriesAt: (node) => ends[node] ?? NONE,
  };
}
