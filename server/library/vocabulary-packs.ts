import {
  starterTerms,
  type VocabularyInfo,
  vocabularyInfo,
  vocabularyNames,
} from '../../moderation/index.ts';
import type { EntryValues } from './entry-values.ts';

/** A starter vocabulary as it is shipped with this version of the software. */
export type VocabularyPack = Pick<VocabularyInfo, 'language' | 'version' | 'licence'> & {
  name: string;
  entries: EntryValues[];
};

/** @returns null when there is none of that name */
export function vocabularyPack(name: string): VocabularyPack | null {
  const known = vocabularyNames().find((one) => one === name);
  if (!known) return null;
  const { language, version, licence } = vocabularyInfo(known);
  return { name: known, language, version, licence, entries: starterTerms(known).map(entryOf) };
}

/** What a term does is its category's to say, as long as it says the usual. */
function entryOf(term: ReturnType<typeof starterTerms>[number]): EntryValues {
  return {
    kind: 'term',
    listing: term.listing,
    text: term.exactCase ? term.text : term.text.toLowerCase(),
    category: term.category,
    effect: term.effect === 'hold' ? null : term.effect,
    note: null,
    strictness: term.strictness ?? 'normal',
    exactCase: term.exactCase ?? false,
    exactAccents: term.exactAccents ?? false,
    language: term.language,
    subdomains: true,
  };
}
