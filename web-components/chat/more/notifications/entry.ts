import type { MoreEntry } from '../entries.ts';
import { notificationsWords } from './words.ts';

/** How a member is told though they are not there. */
export const notificationsEntry: MoreEntry = {
  id: 'notifications',
  isFor: ({ me }) => me !== null && me.role !== 'visitor',
  words: notificationsWords,
  load: async () => {
    await import('./notifications.ts');
    return 'entraide-notifications';
  },
};
