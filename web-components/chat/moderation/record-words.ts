import type { PersonRecord } from '../../../server/protocol/moderators.ts';
import type { ModerationWords } from './words.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** "12 published · 1 rejected · 3 days here · 2 names on this address": what is ordinary is left out. */
export function recordWords(record: PersonRecord, words: ModerationWords, now: number): string {
  return [
    words.published(record.published),
    record.rejected > 0 ? words.rejected(record.rejected) : '',
    words.days(Math.floor((now - record.since) / DAY_MS)),
    record.namesOnAddress > 1 ? words.names(record.namesOnAddress) : '',
    record.banned ? words.banned : '',
  ]
    .filter(Boolean)
    .join(' · ');
}
