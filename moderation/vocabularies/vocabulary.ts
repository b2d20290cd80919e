/** A language a starter vocabulary exists for. Portuguese is European and Brazilian. */
export type VocabularyLanguage = 'en' | 'fr' | 'es' | 'de' | 'it' | 'pt' | 'nl';

export type VocabularyCategory = 'insult' | 'slur' | 'sexual' | 'threat' | 'scam';

/** `mild`: rude, hardly ever meant to hurt. `severe`: hurts whoever reads it. `strong`: between the two. */
export type Strength = 'mild' | 'strong' | 'severe';

/** The words and phrases of one language, as a vocabulary file lists them: every form written out. */
export type Vocabulary = Record<VocabularyCategory, readonly string[]> & {
  language: VocabularyLanguage;
  /** Counts up by one whenever a term is added, taken out or told apart differently. */
  version: number;
  licence: string;
  source: string;
  /** Of the terms above, those weaker than their category. */
  mild: readonly string[];
  /** Of the terms above, those stronger than their category. */
  severe: readonly string[];
  /** Of the terms above, those that are ordinary words elsewhere: they count in texts of this language only. */
  onlyIn: readonly string[];
  /** Of the terms above, those that another accent makes a harmless word: « coño », « cono ». */
  exactAccents: readonly string[];
  /** Of the terms above, those that are a name with other capitals: « Dick », « Gogol », « PD ». */
  exactCase: readonly string[];
  /** Ordinary phrases in which one of the terms stands by itself. */
  exceptions: readonly string[];
};
