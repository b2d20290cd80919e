import type { Term } from '../library.ts';
import type { Effect } from '../verdict.ts';
import { GERMAN } from './de.ts';
import { ENGLISH } from './en.ts';
import { SPANISH } from './es.ts';
import { FRENCH } from './fr.ts';
import { ITALIAN } from './it.ts';
import { DUTCH } from './nl.ts';
import { PORTUGUESE } from './pt.ts';
import type { Strength, Vocabulary, VocabularyCategory, VocabularyLanguage } from './vocabulary.ts';

export type { Strength, VocabularyLanguage } from './vocabulary.ts';

/** A term as a vocabulary proposes it; `language` is null where the word counts in every text. */
export type StarterTerm = Term & {
  vocabulary: VocabularyLanguage;
  language: VocabularyLanguage | null;
  strength: Strength;
};

export type VocabularyInfo = {
  name: VocabularyLanguage;
  language: VocabularyLanguage;
  version: number;
  licence: string;
  source: string;
  /** How many terms, exceptions included. */
  terms: number;
};

export type VocabularyDifference = {
  version: number;
  /** What the vocabulary has and the library never had. */
  added: StarterTerm[];
  /** What the library has and the vocabulary no longer has, as the library writes it. */
  gone: string[];
};

const VOCABULARIES: Record<VocabularyLanguage, Vocabulary> = {
  en: ENGLISH,
  fr: FRENCH,
  es: SPANISH,
  de: GERMAN,
  it: ITALIAN,
  pt: PORTUGUESE,
  nl: DUTCH,
};

const CATEGORIES = ['insult', 'slur', 'sexual', 'threat', 'scam'] as const;

const USUAL_STRENGTH: Record<VocabularyCategory, Strength> = {
  insult: 'strong',
  slur: 'severe',
  sexual: 'strong',
  threat: 'severe',
  scam: 'strong',
};

/** Nothing is rejected unread unless a manager says so. */
const EFFECT: Record<Strength, Effect> = { mild: 'flag', strong: 'hold', severe: 'hold' };

/** The vocabularies there are, by the name the functions below take. */
export function vocabularyNames(): VocabularyLanguage[] {
  return Object.keys(VOCABULARIES) as VocabularyLanguage[];
}

/** What a vocabulary is, where it comes from and under which licence. */
export function vocabularyInfo(name: VocabularyLanguage): VocabularyInfo {
  const { language, version, licence, source } = VOCABULARIES[name];
  return { name, language, version, licence, source, terms: starterTerms(name).length };
}

/**
 * The terms a site of this language starts with: the forbidden ones hold a message until somebody has read
 * it, the mild among them only flag it; the allowed ones are ordinary phrases that contain one.
 */
export function starterTerms(name: VocabularyLanguage): StarterTerm[] {
  const vocabulary = VOCABULARIES[name];
  const terms = new Map<string, StarterTerm>();
  for (const category of CATEGORIES) {
    for (const text of vocabulary[category]) {
      if (!terms.has(text)) terms.set(text, forbiddenTerm(text, category, vocabulary));
    }
  }
  for (const text of vocabulary.exceptions) terms.set(text, allowedTerm(text, name));
  return [...terms.values()];
}

/**
 * What a manager may accept of the vocabulary as it is now, line by line.
 *
 * @param texts what the library ever took from this vocabulary: its entries of today and those somebody
 *   removed, so that a removed one is not proposed again. Case and the way accents are encoded do not count.
 */
export function differenceOf(name: VocabularyLanguage, texts: readonly string[]): VocabularyDifference {
  const terms = starterTerms(name);
  const known = new Set(texts.map(keyOf));
  const proposed = new Set(terms.map(({ text }) => keyOf(text)));
  return {
    version: VOCABULARIES[name].version,
    added: terms.filter(({ text }) => !known.has(keyOf(text))),
    gone: texts.filter((text) => !proposed.has(keyOf(text))),
  };
}

function forbiddenTerm(text: string, category: VocabularyCategory, vocabulary: Vocabulary): StarterTerm {
  const strength = strengthOf(text, category, vocabulary);
  return {
    text,
    listing: 'forbidden',
    category,
    effect: EFFECT[strength],
    strength,
    vocabulary: vocabulary.language,
    language: vocabulary.onlyIn.includes(text) ? vocabulary.language : null,
    ...(vocabulary.exactAccents.includes(text) ? { exactAccents: true } : {}),
    ...(vocabulary.exactCase.includes(text) ? { exactCase: true } : {}),
  };
}

function allowedTerm(text: string, name: VocabularyLanguage): StarterTerm {
  return {
    text,
    listing: 'allowed',
    category: 'exception',
    effect: 'hold',
    strength: 'mild',
    vocabulary: name,
    language: null,
  };
}

function strengthOf(text: string, category: VocabularyCategory, { mild, severe }: Vocabulary): Strength {
  if (mild.includes(text)) return 'mild';
  return severe.includes(text) ? 'severe' : USUAL_STRENGTH[category];
}

function keyOf(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
