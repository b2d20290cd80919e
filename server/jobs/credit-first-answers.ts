import { transaction } from '../../db/database.ts';
import { listDueFirstAnswers, settleFirstAnswer } from '../../db/first-answers.ts';
import type { AppContext } from '../context.ts';
import { creditFirstAnswer } from '../recognition/credit.ts';

const EVERY_MS = 5000;
const AT_ONCE = 100;

/**
 * Credits first answers every few seconds. A message commits in the fewest writes there are: that it was the
 * first is a row its commit leaves, so a server that dies in between credits it after its next start.
 * @returns what stops it
 */
export function scheduleFirstAnswers(ctx: AppContext): () => void {
  let isRunning = false;
  let stopped = false;
  const timer = setInterval(async () => {
    if (isRunning) return;
    isRunning = true;
    await creditFirstAnswers(ctx, () => stopped).catch((error) => {
      // What is not credited when the server stops is at the next start.
      if (!stopped) ctx.log.error({ err: error }, 'first answers could not be credited');
    });
    isRunning = false;
  }, EVERY_MS);
  return () => {
    stopped = true;
    clearInterval(timer);
  };
}

/** Credits every first answer that is due; one that is no longer seen is settled with nothing. */
export async function creditFirstAnswers(ctx: AppContext, isStopped = () => false): Promise<void> {
  let due = await listDueFirstAnswers(ctx.db, AT_ONCE);
  while (due.length > 0) {
    for (const answer of due) {
      if (isStopped()) return;
      await transaction(ctx.db, async (tx) => {
        if (!(await settleFirstAnswer(tx, answer.conversation_id, ctx.clock.now()))) return;
        if (answer.state !== 'published' || answer.conversation_state === 'deleted') return;
        const asker = { personId: answer.asker_id, address: answer.asker_address };
        await creditFirstAnswer(ctx, tx, asker, answer);
      });
    }
    due = await listDueFirstAnswers(ctx.db, AT_ONCE);
  }
}
