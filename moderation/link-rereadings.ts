import type { Disguise } from './disguise.ts';
import { isTopLevel } from './domains.ts';
import type { Label } from './host-chains.ts';
import { SPACED } from './link-spaced.ts';
import type { PlainText } from './plain-text.ts';

/** The same place read as another host: only counts when the library names it. */
export type Rereading = { host: string; from: number; to: number; disguise: Disguise };

const WORD_BEFORE = /(?<![\p{L}\p{N}-])([\p{L}\p{N}-]{1,40})\s$/u;
const WORD_AFTER = /^\s([\p{L}\p{N}]{1,10})(?![\p{L}\p{N}-])/u;
const MAX_WORDS = 2;
const MAX_WORD = 42;
const HYPHENED_LETTERS = /(?<![^.])(?:[\p{L}\p{N}][-]){2,62}[\p{L}\p{N}](?![^.])/gu;
const TRANSLATED = '.translate.goog';

/** What a host may be when blanks or hyphens were put into its name, or when it stands for another one. */
export function rereadingsOf(plain: PlainText, labels: Label[], host: string): Rereading[] {
  const from = labels[0]!.start;
  const to = labels.at(-1)!.end;
  const found = wordsBefore(plain.text, from).map(({ text, start }): Rereading => {
    const hyphen = plain.text[from] === '-' ? '-' : '';
    return { host: text + hyphen + host, from: start, to, disguise: SPACED };
  });
  const joined = host.replace(HYPHENED_LETTERS, (letters) => letters.replaceAll('-', ''));
  if (joined !== host) found.push({ host: joined, from, to, disguise: SPACED });
  if (host.endsWith(TRANSLATED)) {
    found.push({ host: originalOf(host.slice(0, -TRANSLATED.length)), from, to, disguise: 'redirect' });
  }
  return found;
}

/** Of letters with blanks between them, the first ones may be words: `y a e v i l . c o m`. */
export function withoutFirstLetters(labels: Label[], host: string): Rereading[] {
  const { start: from, text } = labels[0]!;
  const to = labels.at(-1)!.end;
  const cuts = [1, 2].filter((cut) => cut < text.length);
  return cuts.map((cut) => ({ host: host.slice(cut), from: from + cut, to, disguise: SPACED }));
}

/** `example.c om`, or null when no top-level domain comes of it. */
export function withWordAfter(plain: PlainText, last: Label): Label | null {
  if (last.text.length > 10) return null;
  const word = WORD_AFTER.exec(plain.text.slice(last.end, last.end + 13));
  if (!word || !isTopLevel(last.text + word[1]!)) return null;
  return { ...last, text: last.text + word[1]!, end: last.end + word[0].length };
}

/** `e.v.i.l.c.o.m`: labels of one letter each, read as a name and its ending; null when they are none. */
export function dottedLetters(labels: Label[]): string | null {
  if (labels.length < 5 || labels.some(({ text }) => text.length > 1)) return null;
  const letters = labels.map(({ text }) => text).join('');
  for (const length of [4, 3, 2]) {
    const ending = letters.slice(-length);
    if (letters.length > length + 1 && isTopLevel(ending)) return `${letters.slice(0, -length)}.${ending}`;
  }
  return null;
}

/** The words before a place, glued together: the last one, the last two. */
function wordsBefore(text: string, from: number): { text: string; start: number }[] {
  const found: { text: string; start: number }[] = [];
  let glued = '';
  let start = from;
  for (let count = 0; count < MAX_WORDS && text[start - 1] === ' '; count++) {
    const word = WORD_BEFORE.exec(text.slice(Math.max(0, start - MAX_WORD), start));
    if (!word) break;
    glued = word[1]! + glued;
    start -= word[0].length;
    found.push({ text: glued, start });
  }
  return found;
}

/** The translated page's own host: its dots became hyphens, its hyphens double ones. */
function originalOf(name: string): string {
  return name.replace(/--|-/g, (hyphens) => (hyphens === '-' ? '.' : '-'));
}
