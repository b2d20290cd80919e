import type { AuthorRecord } from '../../../server/protocol/back-office.ts';
import { translator } from '../locales/index.ts';
import words from '../locales/record.ts';

const t = translator(words);
const DAY_MS = 24 * 60 * 60 * 1000;

type Record = Pick<AuthorRecord, 'published' | 'rejected' | 'since' | 'namesOnAddress'>;

/** "12 published · 1 rejected · 3 days here · 2 names on this address": what is ordinary is left out. */
export function recordLine({ published, rejected, since, namesOnAddress }: Record, now = Date.now()): string {
  const days = Math.floor((now - since) / DAY_MS);
  return [
    t('published', { count: published }),
    rejected > 0 ? t('rejected', { count: rejected }) : '',
    days > 0 ? t('days', { count: days }) : t('today'),
    namesOnAddress > 1 ? t('names', { count: namesOnAddress }) : '',
  ]
    .filter(Boolean)
    .join(' · ');
}
