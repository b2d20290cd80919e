import type { MoreEntry } from '../entries.ts';
import { contributionsWords } from './words.ts';

/** One's own points and badges, on a site that counts them. */
export const contributionsEntry: MoreEntry = {
  id: 'contributions',
  isFor: ({ me }) => me?.points === true,
  words: contributionsWords,
  load: async () => {
    await import('./contributions.ts');
    return 'entraide-contributions';
  },
};
