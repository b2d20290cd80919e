import { hasUnindexed, indexMessages } from '../../db/search-index.ts';
import type { AppContext } from '../context.ts';

const EVERY_MS = 1000;
/** At a time: other writers wait no longer than for these. */
const MESSAGES = 250;

/** Takes new messages into the search index, now and every second. @returns what stops it. */
export function scheduleIndexing(ctx: AppContext): () => void {
  let stopped = false;
  let timer: NodeJS.Timeout;
  const run = async () => {
    await indexNew(ctx, () => stopped).catch((error) => {
      // What is not indexed when the server stops is at the next start.
      if (!stopped) ctx.log.error({ err: error }, 'the search index could not be written');
    });
    if (!stopped) timer = setTimeout(run, EVERY_MS);
  };
  timer = setTimeout(run, 0);
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}

/** Everything that is not in the index yet, but for a few that came while it ran: they go with the next. */
export async function indexNew({ db }: Pick<AppContext, 'db'>, isStopped = () => false): Promise<void> {
  if (!(await hasUnindexed(db))) return;
  while (!isStopped() && (await indexMessages(db, MESSAGES)) === MESSAGES);
}
