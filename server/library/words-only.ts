import type { Library } from '../../moderation/index.ts';
import type { EntryValues } from './entry-values.ts';

/** These entries as a library that watches nothing else: what it finds, they found. */
export function wordsOnly(entries: EntryValues[]): Library {
  const any = 'any-but-forbidden';
  const withEffect = entries.map((entry) => ({ ...entry, effect: entry.effect ?? ('hold' as const) }));
  return {
    version: 0,
    terms: withEffect.filter((entry) => entry.kind === 'term'),
    links: withEffect.filter((entry) => entry.kind === 'link'),
    siteDomains: [],
    linkPolicy: { visitor: any, expert: any, moderator: any, manager: any },
    rules: {
      personalData: false,
      orderNumber: null,
      repetition: false,
      pace: false,
      newcomerHeld: 0,
      newcomerLinks: false,
      shouting: false,
    },
  };
}
