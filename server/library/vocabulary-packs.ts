import { starterTerms, type VocabularyLanguage } from '../../moderation/index.ts';
import type { EntryValues } from './entry-values.ts';

/** A starter vocabulary as it is shipped with this version of the software. */
export type VocabularyPack = {
  name: string;
  language: string;
  version: number;
  licence: string;
  entries: EntryValues[];
};

const SHIPPED: Record<VocabularyLanguage, Pick<VocabularyPack, 'version' | 'licence'>> = {
  en: { version: 1, licence: 'MIT' },
  fr: { version: 1, licence: 'MIT' },
};

export const vocabularyNames = () => Object.keys(SHIPPED) as VocabularyLanguage[];

export function vocabularyPack(name: string): VocabularyPack | null {
  const language = vocabularyNames().find((known) => known === name);
  return language ? { name, language, ...SHIPPED[language], entries: entriesOf(language) } : null;
}

/** What a term does is its category's to say, as long as it says the usual. */
function entriesOf(language: VocabularyLanguage): EntryValues[] {
  return starterTerms(language).map((term) => ({
    kind: 'term',
    listing: term.listing,
    text: term.text.toLowerCase(),
    category: term.category,
    effect: term.effect === 'hold' ? null : term.effect,
    note: null,
    strictness: term.strictness ?? 'normal',
    exactCase: false,
    exactAccents: term.exactAccents ?? false,
    language: term.language,
    subdomains: true,
  }));
}
