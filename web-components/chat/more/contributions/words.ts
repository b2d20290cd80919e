import type { Locale } from '../../../../server/protocol/frames.ts';
import type { PointSource, PointWhy } from '../../../../server/protocol/recognition.ts';
import type { EntryWords } from '../entries.ts';

/** What is shown of one's points. The reasons are said to the person whose points they are. */
export type ContributionsWords = EntryWords & {
  loading: string;
  failed: string;
  again: string;
  total: (points: number) => string;
  month: (thanks: number, accepted: number) => string;
  badges: string;
  ledger: string;
  empty: string;
  how: string;
  more: string;
  open: (question: string) => string;
  source: Record<PointSource, string>;
  why: Record<PointWhy, string>;
  thanked: string;
  thanks: (count: number) => string;
  you: string;
};

export async function contributionsWords(locale: Locale): Promise<ContributionsWords> {
  const { words } = await (locale === 'fr' ? import('./fr.ts') : import('./en.ts'));
  return words;
}
