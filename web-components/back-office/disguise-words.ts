import words from './locales/disguises.ts';
import { translator } from './locales/index.ts';

const t = translator(words);
type Known = keyof (typeof words)['en'];

/** How something was hidden, in words; what is not known here is said as the filter says it. */
export const disguiseWords = (disguise: string) =>
  Object.hasOwn(words.en, disguise) ? t(disguise as Known) : disguise;
