/** The pasted text of many entries, one a line. No DOM. */
export type PastedLine = { line: number; text: string };

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

/** The entries that can be saved, and the text that stays in the box: those that cannot, to be mended. */
export function partRefused<Entry extends { text: string }>(
  entries: readonly Entry[],
  refused: readonly { index: number }[],
): { good: Entry[]; left: string } {
  const wrong = new Set(refused.map(({ index }) => index));
  const left = entries.filter((_, index) => wrong.has(index));
  return {
    good: entries.filter((_, index) => !wrong.has(index)),
    left: left.map(({ text }) => text).join('\n'),
  };
}

/** A line that reads as a domain or an address, pasted among terms or the other way round. */
export function looksLikeLink(text: string): boolean {
  return /^(https?:\/\/)?[^\s/@]+\.[a-z\u00a1-\uffff]{2,}(\/\S*)?$/iu.test(text.trim());
}
