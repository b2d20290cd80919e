import type { SiteRow } from '../../db/schema.ts';
import { Refusal } from '../errors.ts';
import type { WarningCode } from '../protocol/library.ts';
import { coversOwnDomain, textProblem } from './entry-text.ts';
import type { EntryValues } from './entry-values.ts';

/** Why an entry cannot be saved at all; null when it can. */
export function refusedFor(entry: EntryValues, siteDomains: string[]): WarningCode | null {
  const problem = textProblem(entry.kind, entry.text);
  if (problem) return problem;
  const isOwn = entry.kind === 'link' && entry.listing === 'forbidden';
  return isOwn && coversOwnDomain(entry.text, siteDomains) ? 'own-domain' : null;
}

/** @throws Refusal 422 with the code and the words for the first entry that cannot be saved */
export function refuseEntries(site: SiteRow, entries: EntryValues[]): void {
  const domains = siteDomains(site);
  for (const entry of entries) {
    const code = refusedFor(entry, domains);
    if (code) throw new Refusal(422, code, `“${entry.text}”: ${WORDS[code]}`);
  }
}

export const isRefused = (site: SiteRow, entry: EntryValues) => refusedFor(entry, siteDomains(site)) !== null;

export function siteDomains(site: SiteRow): string[] {
  return (JSON.parse(site.allowed_origins) as string[]).map((origin) => new URL(origin).hostname);
}

const WORDS: Record<WarningCode, string> = {
  empty: 'There is nothing to look for.',
  'too-short': 'A term needs two letters or digits at least, three with *.',
  'too-long': 'This is too long for a term or a link.',
  'not-a-link': 'Write a domain, such as example.com, or a domain with the start of a path.',
  'whole-ending': 'This would cover every site of that ending.',
  'own-domain': 'This is a domain of your own.',
  'common-word': 'This word is very common.',
  'already-there': 'This is in the library already.',
  'twice-in-list': 'This stands twice in the list.',
  'covered-by-allowed': 'An allowed entry covers this: it would never match.',
};
