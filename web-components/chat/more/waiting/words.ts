import type { Locale } from '../../../../server/protocol/frames.ts';
import type { EntryWords } from '../entries.ts';

/** What is shown of waiting questions; counts and times come ready to be read. */
export type WaitingWords = EntryWords & {
  waiting: (count: number) => string;
  loading: string;
  failed: string;
  again: string;
  more: string;
  empty: string;
  emptyFiltered: string;
  topics: string;
  allTopics: string;
  languages: string;
  allLanguages: string;
  since: (when: string) => string;
  take: string;
  taking: (name: string) => string;
  takenByMe: string;
  giveBack: string;
  takenBefore: (name: string) => string;
  takeFailed: string;
  tooMany: string;
  told: string;
  offline: string;
  list: string;
};

export async function waitingWords(locale: Locale): Promise<WaitingWords> {
  const { words } = await (locale === 'fr' ? import('./fr.ts') : import('./en.ts'));
  return words;
}
