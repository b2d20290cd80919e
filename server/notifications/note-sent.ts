import { addAuditEntry } from '../../db/audit-log.ts';
import { type Tx, transaction } from '../../db/database.ts';
import { findFollow, updateFollow } from '../../db/follows.ts';
import { finishNotices, type Notice, putOffNotices, retryNotice, triesOf } from '../../db/notice-queue.ts';
import { deleteSubscriptions } from '../../db/push-subscriptions.ts';
import type { AppContext } from '../context.ts';
import { LIMITS } from '../limits.ts';
import type { Group } from './deliver.ts';

export type Sent = { outcome: 'mailed' | 'pushed' | 'refused' | 'failed' | 'gone'; gone: string[] };

/** Puts down what became of what was sent: done, tried again later, or given up. */
export async function noteSent(ctx: AppContext, group: Group, { outcome, gone }: Sent): Promise<void> {
  const notices = group.told.map(({ notice }) => notice);
  await transaction(ctx.db, async (tx) => {
    await deleteSubscriptions(tx, gone);
    switch (outcome) {
      case 'mailed':
      case 'pushed':
        await finish(ctx, tx, notices, outcome);
        return await countAnswers(ctx, tx, notices);
      case 'refused':
        return await giveUp(ctx, tx, notices, 'refused');
      case 'gone':
        // Another way, where there is one, with the next round.
        return await putOffNotices(tx, numbersOf(notices), ctx.clock.now());
      case 'failed':
        return await tryAgain(ctx, tx, notices);
    }
  });
}

async function finish(ctx: AppContext, tx: Tx, notices: Notice[], outcome: string): Promise<void> {
  await finishNotices(tx, numbersOf(notices), outcome, ctx.clock.now());
  tx.onCommit(() => {
    for (const { kind } of notices) ctx.metrics.notices.add(`${kind} ${outcome}`);
  });
}

/** Who does not come back is not told for ever: each group counts once for its follow. */
async function countAnswers(ctx: AppContext, tx: Tx, notices: Notice[]): Promise<void> {
  const [first] = notices;
  if (first?.kind !== 'answer' || !first.conversation_id) return;
  const follow = await findFollow(tx, first.conversation_id, first.person_id);
  if (follow) await updateFollow(tx, follow.id, { told: follow.told + 1, told_at: ctx.clock.now() });
}

/** After growing waits (`LIMITS.notices.retryMs`), then given up. */
export async function tryAgain(ctx: AppContext, tx: Tx, notices: Notice[]): Promise<void> {
  const at = ctx.clock.now();
  const known = await triesOf(tx, numbersOf(notices));
  for (const notice of notices) {
    const tries = (known.get(notice.number) ?? 0) + 1;
    const wait = LIMITS.notices.retryMs[tries - 1];
    if (wait === undefined) await giveUp(ctx, tx, [notice], 'failed');
    else await retryNotice(tx, notice, { tries, at, dueAt: at + wait });
  }
}

/** What a person should have been told and was not: managers see it. */
async function giveUp(ctx: AppContext, tx: Tx, notices: Notice[], outcome: 'refused' | 'failed') {
  await finish(ctx, tx, notices, outcome);
  for (const notice of notices) {
    await addAuditEntry(tx, {
      siteId: notice.site_id,
      actorId: null,
      act: 'notice.failed',
      targetKind: 'person',
      targetId: notice.person_id,
      reason: null,
      details: { kind: notice.kind, outcome },
      at: ctx.clock.now(),
    });
  }
}

const numbersOf = (notices: Notice[]): number[] => notices.map(({ number }) => number);
