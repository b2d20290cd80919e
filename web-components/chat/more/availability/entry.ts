import type { MoreEntry } from '../entries.ts';
import { availabilityWords } from './words.ts';

/** When one is told of waiting questions, and of which. */
export const availabilityEntry: MoreEntry = {
  id: 'availability',
  isFor: ({ me }) => me !== null && me.role !== 'visitor',
  words: availabilityWords,
  load: async () => {
    await import('./availability.ts');
    return 'entraide-availability';
  },
};
