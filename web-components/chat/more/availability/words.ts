import type { Locale } from '../../../../server/protocol/frames.ts';
import type { EntryWords } from '../entries.ts';

export type AvailabilityWords = EntryWords & {
  loading: string;
  failed: string;
  again: string;
  available: string;
  availableHint: string;
  awayHint: string;
  quiet: string;
  quietHint: string;
  from: string;
  to: string;
  clock: (zone: string) => string;
  useHere: (zone: string) => string;
  languages: string;
  languagesHint: string;
  topics: string;
  topicsHint: string;
  saved: string;
  notSaved: string;
  sameHours: string;
};

export async function availabilityWords(locale: Locale): Promise<AvailabilityWords> {
  const { words } = await (locale === 'fr' ? import('./fr.ts') : import('./en.ts'));
  return words;
}
