import type { Language } from './language.ts';
import { isRealWord } from './lexicon/index.ts';
import type { Term } from './library.ts';
import type { Span } from './verdict.ts';

/** Where a term was found, and what was seen through to find it. */
export type Match = { term: Term; span: Span; disguise: string[] };

/** What only the lexicon can tell, which knows two languages. */
const MISSPELT = new Set([
  'misspelt',
  'spelt as it sounds',
  'reversed',
  'split word',
  'glued to other words',
]);
const ACCENT = /[\u00c0-\u024f]|\p{M}/u;
const CAPITALISED = /^\p{Lu}\p{Ll}+$/u;

/** Whether what stands there is the term as its author wants it found, and not another real word. */
export function isMeant(text: string, { term, span, disguise }: Match, language: Language): boolean {
  if (term.language && !language.may(term.language)) return false;
  const strictness = term.strictness ?? 'normal';
  if (strictness === 'literal' && disguise.some((kind) => kind !== 'full-width letters')) return false;
  const written = text.slice(span.start, span.end);
  if (term.exactCase && lettersOf(written) !== lettersOf(term.text)) return false;
  if (term.exactAccents && !hasItsAccents(written, term)) return false;
  if (strictness === 'strict') return true;
  if (disguise.some((kind) => MISSPELT.has(kind))) return language.may('fr') || language.may('en');
  return !isAnotherWord(written, term, disguise);
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

/** `râpe`, `assess`, `Mr Cull`: written with an accent or a letter more than the term, and a word of its own. */
function isAnotherWord(written: string, term: Term, disguise: string[]): boolean {
  const accented = disguise.length === 0 && ACCENT.test(written);
  const doubled = disguise.length === 1 && disguise[0] === 'repeated letters' && !ELONGATED.test(written);
  if (!accented && !doubled) return false;
  const word = written.normalize('NFC').toLowerCase();
  if (word === term.text.toLowerCase()) return false;
  if (doubled && term.text.length < 6 && CAPITALISED.test(written)) return true;
  return isRealWord(word);
}

const ELONGATED = /(\p{L})\1\1/iu;
