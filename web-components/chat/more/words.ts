import type { Locale } from '../../../server/protocol/frames.ts';

export type MoreWords = { more: string; back: string; loading: string; failed: string; again: string };

const WORDS: Record<Locale, MoreWords> = {
  fr: {
    more: 'Plus',
    back: 'Retour',
    loading: 'Chargement…',
    failed: 'Cet écran n’a pas pu être chargé.',
    again: 'Réessayer',
  },
  en: {
    more: 'More',
    back: 'Back',
    loading: 'Loading…',
    failed: 'This screen could not be loaded.',
    again: 'Try again',
  },
};

/** The few words of the menu itself; each entry brings its own. */
export const moreWords = (locale: Locale): MoreWords => WORDS[locale];
