import { listFollows, listFollowsOf } from '../../db/follows.ts';
import type { FollowRow } from '../../db/schema-notifications.ts';
import type { AppContext } from '../context.ts';
import { lookAt } from '../notifications/note-answers.ts';
import { everybodyElse } from '../slices.ts';

const EVERY_MS = 1000;
/** A broker's word may be lost: everything that is followed is looked at all the same. */
const ALL_EVERY_MS = 10 * 60 * 1000;
const PIECE = 200;

/**
 * Puts down that followers are to be told of new messages, and forgets who followed what is done. Looks where
 * something happened, every second, and everywhere now and then. @returns what stops it
 */
export function scheduleAnswers(ctx: AppContext): () => void {
  const happened = new Set<string>();
  const unsubscribe = ctx.broker.subscribe((message) => {
    const isNews = message.topic === 'event' || message.topic === 'conversation-gone';
    if (isNews) happened.add(message.conversationId);
  });
  let stopped = false;
  let timer: NodeJS.Timeout;
  let allAt = 0;
  const run = async () => {
    const some = [...happened];
    happened.clear();
    const isAllDue = performance.now() >= allAt;
    await (isAllDue ? lookAtAll(ctx, () => stopped) : lookAtSome(ctx, some, () => stopped)).catch((error) => {
      if (!stopped) ctx.log.error({ err: error }, 'followed conversations could not be looked at');
    });
    if (isAllDue) allAt = performance.now() + ALL_EVERY_MS;
    if (!stopped) timer = setTimeout(run, EVERY_MS);
  };
  timer = setTimeout(run, 0);
  return () => {
    stopped = true;
    unsubscribe();
    clearTimeout(timer);
  };
}

async function lookAtSome(ctx: AppContext, ids: string[], isStopped: () => boolean): Promise<void> {
  for (const id of ids) {
    if (isStopped()) return;
    await lookAlone(ctx, id, isStopped, () => listFollowsOf(ctx.db, id));
    await everybodyElse();
  }
}

/** Everything that is followed, piece by piece. */
export async function lookAtAll(ctx: AppContext, isStopped = () => false): Promise<void> {
  for (let after = ''; !isStopped(); ) {
    const follows = await listFollows(ctx.db, after, PIECE);
    for (const follow of follows) {
      if (isStopped()) return;
      await lookAlone(ctx, follow.conversation_id, isStopped, async () => [follow]);
    }
    const last = follows.at(-1);
    if (!last || follows.length < PIECE) return;
    after = last.id;
    await everybodyElse();
  }
}

/** What fails keeps no other conversation; it is looked at again with the next look at everything. */
async function lookAlone(
  ctx: AppContext,
  id: string,
  isStopped: () => boolean,
  load: () => Promise<FollowRow[]>,
): Promise<void> {
  try {
    await lookAt(ctx, id, await load());
  } catch (error) {
    if (!isStopped()) ctx.log.error({ err: error, id }, 'a followed conversation could not be looked at');
  }
}
