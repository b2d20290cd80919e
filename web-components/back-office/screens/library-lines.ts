/** The pasted text of many entries, one a line. No DOM. */
export type PastedLine = { line: number; text: string };

export type LineResult =
  | { line: number; text: string; outcome: 'added' }
  | { line: number; text: string; outcome: 'twice' }
  | { line: number; text: string; outcome: 'present' | 'refused'; why: string };

/** Lines worth adding, with their number in what was pasted, and those written twice (case aside). */
export function readLines(pasted: string): { lines: PastedLine[]; twice: PastedLine[] } {
  const seen = new Set<string>();
  const lines: PastedLine[] = [];
  const twice: PastedLine[] = [];
  pasted.split(/\r\n|\r|\n/).forEach((raw, index) => {
    const text = raw.trim().replace(/\s+/gu, ' ');
    if (text === '') return;
    const folded = text.toLowerCase();
    (seen.has(folded) ? twice : lines).push({ line: index + 1, text });
    seen.add(folded);
  });
  return { lines, twice };
}

/** What stays in the box after adding: the lines that were refused, so that they can be mended. */
export function leftToMend(results: LineResult[]): string {
  return results
    .filter((result) => result.outcome === 'refused')
    .map((result) => result.text)
    .join('\n');
}

/** A line that reads as a domain or an address, pasted among terms or the other way round. */
export function looksLikeLink(text: string): boolean {
  return /^(https?:\/\/)?[^\s/@]+\.[a-z\u00a1-\uffff]{2,}(\/\S*)?$/iu.test(text.trim());
}
