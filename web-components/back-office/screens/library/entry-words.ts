import type { Effect, LibraryEntry, NewLibraryEntry } from '../../../../server/protocol/library.ts';
import { locale, translator } from '../../locales/index.ts';
import words from '../../locales/library.ts';

const t = translator(words);
const EFFECT = { hold: 'effectHold', reject: 'effectReject', flag: 'effectFlag' } as const;

/** What happens to a message, in words. */
export const effectWords = (effect: Effect) => t(EFFECT[effect]);

const SHORT = { hold: 'shortHold', reject: 'shortReject', flag: 'shortFlag' } as const;
/** The same in a word or two, where there is little room. */
export const shortEffect = (effect: Effect) => t(SHORT[effect]);

/** "French", "anglais"; a tag nobody knows is shown as it is. */
export function languageWords(tag: string): string {
  if (!/^[a-z]{2,3}(-|$)/i.test(tag)) return tag;
  return new Intl.DisplayNames([locale()], { type: 'language', fallback: 'code' }).of(tag) ?? tag;
}

/** How an entry departs from the usual, one short badge each. */
export function badgesOf(entry: NewLibraryEntry): string[] {
  const { kind, strictness = 'normal', exactCase, exactAccents, language, subdomains = true } = entry;
  if (kind === 'link') return subdomains ? [] : [t('badgeNoSubdomains')];
  return [
    ...(strictness === 'normal' ? [] : [t(strictness === 'literal' ? 'badgeLiteral' : 'badgeStrict')]),
    ...(exactCase ? [t('badgeCase')] : []),
    ...(exactAccents ? [t('badgeAccents')] : []),
    ...(language ? [languageWords(language)] : []),
  ];
}

/** "12 %": how many of its messages a person published after all; null before it had any. */
export function overturnedShare({
  hits,
  overturned,
}: Pick<LibraryEntry, 'hits' | 'overturned'>): string | null {
  if (hits === 0) return null;
  return new Intl.NumberFormat(locale(), { style: 'percent' }).format(overturned / hits);
}
