/** The thread that judges by one very large library. */
import { parentPort } from 'node:worker_threads';
import { createModerator, type Link, type Moderator, type Term } from '../../moderation/index.ts';
import type { FromThread, ToThread } from './judge-thread.ts';

const terms: Term[] = [];
const links: Link[] = [];
let moderator: Moderator | null = null;

parentPort?.on('message', (message: ToThread) => {
  switch (message.say) {
    case 'terms':
      terms.push(...message.terms);
      break;
    case 'links':
      links.push(...message.links);
      break;
    case 'prepare':
      moderator = createModerator({ ...message.library, terms, links });
      return answer({ ready: true });
    case 'judge':
      return answer(judge(message));
  }
});

function judge({ id, input }: Extract<ToThread, { say: 'judge' }>): FromThread {
  try {
    if (!moderator) throw new Error('asked before it was prepared');
    return { id, verdict: moderator.judge(input) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}

function answer(message: FromThread): void {
  parentPort?.postMessage(message);
}
