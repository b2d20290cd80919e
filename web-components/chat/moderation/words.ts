import type { Locale } from '../../../server/protocol/frames.ts';
import type { AlertDegree, AlertSubject } from '../../../server/protocol/moderators.ts';

/** The words of those who watch over exchanges; loaded for them only. */
export type ModerationWords = {
  open: (name: string) => string;
  moderate: string;
  acts: (name: string) => string;
  hide: string;
  restore: string;
  release: string;
  reject: string;
  alert: string;
  block: string;
  person: string;
  settle: string;
  settleHidden: string;
  cancel: string;
  close: string;
  reason: string;
  blockReason: string;
  blockHint: string;
  alertNote: string;
  about: string;
  subjects: Record<AlertSubject['kind'], string>;
  degree: string;
  degrees: Record<AlertDegree, string>;
  alerted: string;
  blocked: string;
  settled: string;
  noteLabel: string;
  addNote: string;
  noNotes: string;
  deleteNote: string;
  published: (count: number) => string;
  rejected: (count: number) => string;
  days: (count: number) => string;
  names: (count: number) => string;
  banned: string;
  loading: string;
  failed: string;
  forbidden: string;
  notBlockable: string;
  tooMany: string;
  gone: string;
  conflict: (name: string | null) => string;
};

export async function moderationWords(locale: Locale): Promise<ModerationWords> {
  const { words } = await (locale === 'fr' ? import('./fr.ts') : import('./en.ts'));
  return words;
}
