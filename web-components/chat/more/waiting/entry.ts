import type { ChatClient } from '../../../client/chat-client.ts';
import type { WaitingBoard } from '../../../client/waiting-board.ts';
import type { MoreEntry } from '../entries.ts';
import { waitingWords } from './words.ts';

/** Boards that are followed for their badge, once their code is there. */
const followed = new WeakMap<ChatClient, WaitingBoard>();

/** Questions nobody has answered, on any page of the shop. */
export const waitingEntry: MoreEntry = {
  id: 'waiting',
  isFor: ({ me }) => me !== null && me.role !== 'visitor',
  words: waitingWords,
  load: async () => {
    await import('./waiting-questions.ts');
    return 'entraide-waiting-questions';
  },
  badge: (_, client) => followed.get(client)?.state.questions.length ?? 0,
  watch: async (client, changed) => {
    const { boardOf } = await import('../../../client/waiting-board.ts');
    const board = boardOf(client);
    followed.set(client, board);
    board.addEventListener('change', changed);
    return () => board.removeEventListener('change', changed);
  },
};
