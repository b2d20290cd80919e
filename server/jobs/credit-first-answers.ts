import { type Tx, transaction } from '../../db/database.ts';
import { listDueFirstAnswers, settleFirstAnswer } from '../../db/first-answers.ts';
import type { AppContext } from '../context.ts';
import { creditFirstAnswer } from '../recognition/credit.ts';
import { type AgainLater, createAgainLater } from './again-later.ts';

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
  const again = createAgainLater(ctx);
  const timer = setInterval(async () => {
    if (isRunning) return;
    isRunning = true;
    await creditFirstAnswers(ctx, () => stopped, again).catch((error) => {
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
export async function creditFirstAnswers(
  ctx: AppContext,
  isStopped = () => false,
  again = createAgainLater(ctx),
): Promise<void> {
  for (let after = '', due = AT_ONCE; due === AT_ONCE; ) {
    const answers = await listDueFirstAnswers(ctx.db, after, AT_ONCE);
    for (const answer of answers) {
      if (isStopped()) return;
      await creditOne(ctx, answer, { again, isStopped });
      after = answer.conversation_id;
    }
    due = answers.length;
  }
}

type Round = { again: AgainLater; isStopped: () => boolean };
type Due = Awaited<ReturnType<typeof listDueFirstAnswers>>[number];

/** One that cannot be credited is tried again later, then settled with nothing. */
async function creditOne(ctx: AppContext, answer: Due, { again, isStopped }: Round): Promise<void> {
  const id = answer.conversation_id;
  if (again.isResting(id)) return;
  try {
    await transaction(ctx.db, (tx) => settle(ctx, tx, answer));
    again.forget(id);
  } catch (error) {
    if (isStopped()) return;
    if (!again.noteFailure(id, error, 'a first answer could not be credited')) return;
    await transaction(ctx.db, (tx) => settleFirstAnswer(tx, id, ctx.clock.now()));
  }
}

async function settle(ctx: AppContext, tx: Tx, answer: Due): Promise<void> {
  if (!(await settleFirstAnswer(tx, answer.conversation_id, ctx.clock.now()))) return;
  if (answer.state !== 'published' || answer.conversation_state === 'deleted') return;
  const asker = { personId: answer.asker_id, address: answer.asker_address };
  await creditFirstAnswer(ctx, tx, asker, answer);
}
