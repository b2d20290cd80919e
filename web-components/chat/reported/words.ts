import type { Locale } from '../../../server/protocol/frames.ts';

/** The words for an author whose message reports have hidden. */
export type ReportedWords = {
  explain: string;
  again: string;
  change: string;
  label: string;
  send: string;
  cancel: string;
  same: string;
  refused: string;
  tooLate: string;
  failed: string;
};

export async function reportedWords(locale: Locale): Promise<ReportedWords> {
  const { words } = await (locale === 'fr' ? import('./fr.ts') : import('./en.ts'));
  return words;
}
