import type { Disguise } from './disguise.ts';
import type { Language } from './language.ts';
import { isRealWord } from './lexicon/index.ts';
import type { Term } from './library.ts';
import type { Span } from './verdict.ts';

/** Where a term was found, and what was seen through to find it. */
export type Match = { term: Term; span: Span; disguise: Disguise[] };

/** `unread` is true when the text has so many readings that the search was cut short. */
export type Matches = { found: Match[]; unread: boolean };

/** What only the lexicon can tell, which knows two languages. */
const MISSPELT: ReadonlySet<Disguise> = new Set([
  'misspelt',
  'spelt as it sounds',
  'reversed',
  'split word',
  'glued to other words',
]);
const CAPITALISED = /^\p{Lu}\p{Ll}+$/u;

/** Whether what stands there is the term as its author wants it found, and not another real word. */
export function isMeant(text: string, { term, span, disguise }: Match, language: Language): boolean {
  if (term.language && !language.may(term.language)) return false;
  const strictness = term.strictness ?? 'normal';
  const written = text.slice(span.start, span.end);
  if (strictness === 'literal' && !isLiteral(written, term, disguise)) return false;
  if (term.exactCase && lettersOf(written) !== lettersOf(term.text)) return false;
  if (term.exactAccents && !hasItsAccents(written, term)) return false;
  if (strictness === 'strict') return true;
  if (isPunctuated(text, span) || isEmphasised(text, span)) return false;
  if (disguise.some((kind) => MISSPELT.has(kind))) return !language.foreign;
  return !isAnotherWord(written, term);
}

/** `(lit)`, `[rap]`, `pin!`: a real word whose punctuation would be a letter. */
function isPunctuated(text: string, { start, end }: Span): boolean {
  const opened = '([{<'.includes(text[start]!) ? 1 : 0;
  const closed = text[end - 1] === '!' ? 1 : 0;
  if (opened + closed === 0) return false;
  const word = text.slice(start + opened, end - closed);
  return LATIN_WORD.test(word) && isRealWord(word.normalize('NFC'));
}

/** `**CLI**`: stars around a word, not in the place of its letters. */
function isEmphasised(text: string, { start, end }: Span): boolean {
  const opened = text[start] === '*';
  const closed = text[end - 1] === '*';
  if (!opened && !closed) return false;
  const word = text.slice(start, end).replace(/^\*+|\*+$/g, '');
  if (word.includes('*')) return false;
  if (opened) return closed || isRealWord(word.normalize('NFC'));
  return isOpen(text.slice(0, start + 1), starsAt(text, start + word.length));
}

/** All the stars from here on, those beyond the term included. */
function starsAt(text: string, from: number): string {
  let to = from;
  while (text[to] === '*') to += 1;
  return text.slice(from, to);
}

/** Whether as many stars as these opened an emphasis before, and nothing closed it. */
function isOpen(before: string, stars: string): boolean {
  const opened = before.match(OPENING)?.filter((run) => run === stars).length ?? 0;
  const closed = before.match(CLOSING)?.filter((run) => run === stars).length ?? 0;
  return opened > closed;
}

const OPENING = /(?<![\p{L}\p{N}*])\*{1,3}(?=[\p{L}\p{N}])/gu;
const CLOSING = /(?<=[\p{L}\p{N}])\*{1,3}(?![\p{L}\p{N}*])/gu;

/** As it is written, and in as many words. */
function isLiteral(written: string, term: Term, disguise: Disguise[]): boolean {
  if (disguise.some((kind) => kind !== 'full-width letters')) return false;
  return wordsIn(written) === wordsIn(term.text);
}

function wordsIn(text: string): number {
  return text.match(/[\p{L}\p{M}\p{N}]+/gu)?.length ?? 0;
}

function hasItsAccents(written: string, term: Term): boolean {
  const letters = lettersOf(written).toLowerCase();
  const wanted = lettersOf(term.text).toLowerCase();
  // Disguised otherwise, it is nobody's innocent word.
  return letters === wanted || letters.length !== wanted.length;
}

function lettersOf(written: string): string {
  return written.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '');
}

/** `râpe`, `assess`, `Mr Cull`: letters read otherwise than they stand there, where a word of its own stands. */
function isAnotherWord(written: string, term: Term): boolean {
  if (!LATIN_WORD.test(written) || ELONGATED.test(written)) return false;
  const word = written.normalize('NFC').toLowerCase();
  const plain = plainOf(word);
  const own = plainOf(term.text);
  if (plain === own) return word !== plain && word !== term.text.toLowerCase() && isRealWord(word);
  if (own.length < 6 && (CAPITALISED.test(written) || isAcronym(written, own))) return true;
  return isRealWord(word) && plain !== [...own].reverse().join('');
}

/** `CUI`, where the I would be a small l. */
function isAcronym(written: string, own: string): boolean {
  return written.length === own.length && written === written.toUpperCase();
}

/** Of the letters French and English are written with. */
const LATIN_WORD = /^(?:[a-zàâäçéèêëîïñôöùûüÿœæ]|\p{M})+$/iu;
const ELONGATED = /(\p{L})\1\1/iu;

function plainOf(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase();
}
