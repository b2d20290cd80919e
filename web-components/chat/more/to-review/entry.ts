import type { MoreEntry } from '../entries.ts';
import { toReviewWords } from './words.ts';

/** What waits for a moderator's decision, on any page of the shop, and what became of their alerts. */
export const toReviewEntry: MoreEntry = {
  id: 'to-review',
  isFor: ({ me }) => me?.mayModerate ?? false,
  words: toReviewWords,
  load: async () => {
    await import('./to-review.ts');
    return 'entraide-to-review';
  },
  badge: ({ waiting }) => waiting,
};
