/** What somebody typed into a search box, as words: nothing of it is ever read as the index's own syntax. */

/** Words that texts must have, or the beginnings of some; `phrases` are words side by side. Folded. */
export type SearchWords = { words: { text: string; whole: boolean }[]; phrases: string[][] };

const MOST_WORDS = 8;
/** Beside other words a shorter one is meant as it is: “de la livraison”. */
const SHORTEST_BEGINNING = 3;
const QUOTED = /"([^"]*)"|“([^”]*)”|«([^»]*)»/gu;

/** @returns null when there is no word in it to look for. */
export function searchWordsOf(typed: string): SearchWords | null {
  const quoted = [...typed.matchAll(QUOTED)].map((match) => wordsIn(match.slice(1).join('')));
  const phrases = quoted.filter((words) => words.length > 0).slice(0, MOST_WORDS);
  const loose = wordsIn(typed.replace(QUOTED, ' '));
  const shortest = loose.length + phrases.length > 1 ? SHORTEST_BEGINNING : 2;
  const words = loose.slice(0, MOST_WORDS).map((text) => ({ text, whole: [...text].length < shortest }));
  return words.length + phrases.length === 0 ? null : { words, phrases };
}

/** Whether a text has all the words, as the index would say it. */
export function hasWords({ words, phrases }: SearchWords, text: string): boolean {
  const folded = ` ${wordsIn(text).join(' ')} `;
  return (
    words.every((word) => folded.includes(word.whole ? ` ${word.text} ` : ` ${word.text}`)) &&
    phrases.every((phrase) => folded.includes(` ${phrase.join(' ')} `))
  );
}

/** Runs of letters and digits, without capitals and accents: the cut that the index makes (unicode61). */
export function wordsIn(text: string): string[] {
  const composed = text.normalize('NFC').replace(LATIN_MARKS, '').toLowerCase();
  return composed.match(WORD)?.map(withoutAccents) ?? [];
}

/** Hangul and kana are no letters with accents, though they can be taken apart like them. */
const withoutAccents = (word: string) => word.normalize('NFD').replace(LATIN_MARKS, '').normalize('NFC');

const LATIN_MARKS = /[\u0300-\u036f]/gu;
/** The signs left out became letters after the index's Unicode (6.1): it cuts there. */
const WORD = /(?:(?![\u19b0-\u19c0\u19c8\u19c9\u1cf2\u1cf3])[\p{L}\p{N}])+/gu;
