const WORD_BEFORE = /(?<![\p{L}\p{N}-])([\p{L}\p{N}-]{1,40})\s$/u;
const MAX_WORDS = 2;
const MAX_WORD = 42;

/** The words before a place, glued together: the last one, the last two. */
export function wordsBefore(text: string, from: number): { text: string; start: number }[] {
  const found: { text: string; start: number }[] = [];
  let glued = '';
  let start = from;
  for (let count = 0; count < MAX_WORDS; count++) {
    if (text[start - 1] !== ' ') break;
    const word = WORD_BEFORE.exec(text.slice(Math.max(0, start - MAX_WORD), start));
    if (!word) break;
    glued = word[1]! + glued;
    start -= word[0].length;
    found.push({ text: glued, start });
  }
  return found;
}
