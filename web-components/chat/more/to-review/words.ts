import type { Locale, ReasonKind } from '../../../../server/protocol/frames.ts';
import type { AlertDegree, AlertSubject } from '../../../../server/protocol/moderators.ts';

export type ToReviewWords = {
  label: string;
  waiting: (count: number) => string;
  loading: string;
  failed: string;
  again: string;
  empty: string;
  list: string;
  queue: (count: number) => string;
  alerts: (count: number) => string;
  sections: string;
  held: string;
  reported: (people: number, networks: number) => string;
  newcomersOnly: string;
  alerted: (count: number) => string;
  kinds: Record<ReasonKind, string>;
  hidden: string;
  open: string;
  noAlerts: string;
  about: Record<AlertSubject['kind'], string>;
  degrees: Record<AlertDegree, string>;
  waits: string;
  leftOpen: string;
  taken: (name: string) => string;
  answered: (name: string) => string;
  closed: (name: string) => string;
};

export async function toReviewWords(locale: Locale): Promise<ToReviewWords> {
  const { words } = await (locale === 'fr' ? import('./fr.ts') : import('./en.ts'));
  return words;
}
