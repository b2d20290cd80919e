import { BLANK, kindOf, LETTER, letterOf } from './alphabet.ts';
import type { Term } from './library.ts';
import { type Cell, skeletonOf } from './normalize.ts';
import { type Entry, SEPARATOR } from './trie.ts';

/** Signs that stand for a letter even at the end of a term. */
const ALWAYS_LETTERS = new Set(['$', '@']);
const BEFORE_A = 0x60;

/** A term as it is looked for; null when there is nothing in it to look for. */
export function entryOf(term: Term): Entry | null {
  const written = term.text.trim();
  const symbols = symbolsOf(written.replace(/^\*+|\*+$/g, ''));
  const letters = symbols.filter((symbol) => symbol !== SEPARATOR).length;
  if (letters === 0) return null;
  return { term, symbols, letters, open: written.endsWith('*'), free: written.startsWith('*') };
}

/** Letters and digits as first read, whatever stands between them as one separator. */
function symbolsOf(written: string): number[] {
  return plainSymbolsOf(written) ?? readSymbolsOf(written);
}

/** Of a term of plain Latin letters and single blanks, as nearly all are. */
function plainSymbolsOf(written: string): number[] | null {
  const symbols: number[] = [];
  for (let at = 0; at < written.length; at++) {
    const unit = written.charCodeAt(at);
    const kind = kindOf(unit);
    if (kind === LETTER) symbols.push(BEFORE_A + letterOf(unit));
    else if (kind !== BLANK) return null;
    else if (symbols.at(-1) !== SEPARATOR) symbols.push(SEPARATOR);
  }
  return symbols;
}

function readSymbolsOf(written: string): number[] {
  const cells = skeletonOf(written);
  const wordy = cells.some(({ glyph }) => glyph.kind === 'letter' || glyph.kind === 'digit');
  const symbols: number[] = [];
  cells.forEach((cell, at) => {
    const { glyph } = cell;
    const separates =
      glyph.kind === 'space' || (wordy && glyph.kind === 'mark' && !isLetter(cells, at, written));
    if (!separates) symbols.push(glyph.readings.at(!wordy && glyph.kind === 'mark' ? -1 : 0)!);
    else if (symbols.length > 0 && symbols.at(-1) !== SEPARATOR) symbols.push(SEPARATOR);
  });
  if (symbols.at(-1) === SEPARATOR) symbols.pop();
  return symbols.filter((symbol) => symbol !== undefined);
}

/** The `$` of `a$$hole` and the `!` of `n!que`, not the `'` of `l'oie`. */
function isLetter(cells: Cell[], at: number, written: string): boolean {
  const { glyph, start } = cells[at]!;
  if (glyph.readings.length < 2 || at === 0) return false;
  if (ALWAYS_LETTERS.has(written[start]!)) return true;
  const after = cells[at + 1]?.glyph.kind;
  return cells[at - 1]!.glyph.kind === 'letter' && after === 'letter';
}
