import type { ChatClient } from '../../../client/chat-client.ts';
import type { MoreEntry } from '../entries.ts';
import type { UnreadAnswers } from './unread-answers.ts';
import { toReviewWords } from './words.ts';

/** Answers that are followed for the badge, once their code is there. */
const followed = new WeakMap<ChatClient, UnreadAnswers>();

/** What waits for a moderator's decision, on any page of the shop, and what became of their alerts. */
export const toReviewEntry: MoreEntry = {
  id: 'to-review',
  isFor: ({ me }) => me?.mayModerate ?? false,
  words: toReviewWords,
  load: async () => {
    await import('./to-review.ts');
    return 'entraide-to-review';
  },
  badge: ({ waiting }, client) => waiting + (followed.get(client)?.count ?? 0),
  watch: async (client, changed) => {
    const { UnreadAnswers: Unread } = await import('./unread-answers.ts');
    const answers = new Unread(client, changed);
    followed.set(client, answers);
    return () => answers.stop();
  },
};
