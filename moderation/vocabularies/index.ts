import type { Term } from '../library.ts';
import { ENGLISH } from './en.ts';
import { FRENCH, FRENCH_EXCEPTIONS } from './fr.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A language a starter vocabulary exists for. A word harmless in one may be an insult in the other. */
export type VocabularyLanguage = 'en' | 'fr';

export type StarterTerm = Term & { language: VocabularyLanguage };

const VOCABULARIES: Record<VocabularyLanguage, Vocabulary> = { en: ENGLISH, fr: FRENCH };

const EXCEPTIONS: Record<VocabularyLanguage, readonly string[]> = {
  en: ['Moby Dick'],
  fr: FRENCH_EXCEPTIONS,
};

/**
 * The terms a site of this language starts with: the forbidden ones hold a message until somebody has read
 * it, the allowed ones are ordinary phrases that contain one.
 */
export function starterTerms(locale: VocabularyLanguage): StarterTerm[] {
  const terms = new Map<string, StarterTerm>();
  for (const [category, words] of Object.entries(VOCABULARIES[locale])) {
    for (const text of words) terms.set(text, starterTerm(text, 'forbidden', category, locale));
  }
  for (const text of EXCEPTIONS[locale]) terms.set(text, starterTerm(text, 'allowed', 'exception', locale));
  return [...terms.values()];
}

function starterTerm(
  text: string,
  listing: Term['listing'],
  category: string,
  language: VocabularyLanguage,
): StarterTerm {
  return { text, listing, category, effect: 'hold', language };
}
