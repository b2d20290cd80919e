import { type Library, NO_RULES } from '../../moderation/index.ts';
import type { EntryValues } from './entry-values.ts';

/** These entries as a library that watches nothing else: what it finds, they found. */
export function wordsOnly(entries: EntryValues[]): Library {
  const withEffect = entries.map((entry) => ({ ...entry, effect: entry.effect ?? ('hold' as const) }));
  return {
    version: 0,
    terms: withEffect.filter((entry) => entry.kind === 'term'),
    links: withEffect.filter((entry) => entry.kind === 'link'),
    siteDomains: [],
    linkPolicy: EVERYWHERE,
    rules: NO_RULES,
  };
}

const EVERYWHERE: Library['linkPolicy'] = {
  visitor: 'any-but-forbidden',
  expert: 'any-but-forbidden',
  moderator: 'any-but-forbidden',
  manager: 'any-but-forbidden',
};
