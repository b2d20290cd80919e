import { addAuditEntry } from '../../db/audit-log.ts';
import { eraseConversation, listErasable } from '../../db/conversations.ts';
import { type Tx, transaction } from '../../db/database.ts';
import { deleteRetiredSecrets } from '../../db/identity-secrets.ts';
import { deletePromotions, expirePromotions } from '../../db/promotions.ts';
import { deleteExpiredSignIns, forgetInvited } from '../../db/retention.ts';
import { erasedSince, fileSize, noteErased, rewriteFile } from '../../db/rewrite.ts';
import type { ConversationRow } from '../../db/schema.ts';
import type { AppContext } from '../context.ts';
import { LIMITS } from '../limits.ts';
import { everybodyElse } from '../slices.ts';
import { ageAddresses } from './age-addresses.ts';
import { ageNetworks } from './age-networks.ts';
import { forgetNotices } from './deliver-notices.ts';
import { watchClock } from './steady-clock.ts';

/** Soon after the start, when those who came back are served, then every hour. */
const FIRST_MS = 60 * 1000;
const EVERY_MS = 60 * 60 * 1000;
/** A file of so many bytes is written anew in half a second, at any hour; a larger one at night. */
const SMALL = 64 * 1024 * 1024;
const NIGHT = { from: 3, to: 6 };
/** Conversations read, and other rows written, at a time. */
const AT_ONCE = 100;
const PIECE = 500;
const AT_LATEST_MS = 24 * 60 * 60 * 1000;

/** Runs the retention job now and then. @returns what stops it, between two pieces of work. */
export function scheduleRetention(ctx: AppContext): () => void {
  let stopped = false;
  const job = retainSteadily(ctx, () => stopped);
  const run = () => job().catch((error) => ctx.log.error({ err: error }, 'the retention job failed'));
  const first = setTimeout(run, FIRST_MS);
  const timer = setInterval(run, EVERY_MS);
  return () => {
    stopped = true;
    clearTimeout(first);
    clearInterval(timer);
  };
}

/** The job, put off for a day when somebody has set the clock: what it erases does not come back. */
export function retainSteadily(ctx: AppContext, isStopped = () => false): () => Promise<void> {
  const clock = watchClock(ctx.clock);
  return async () => {
    if (clock.isSteady()) return await retain(ctx, isStopped);
    ctx.log.warn('the clock was set by more than an hour: nothing is erased for a day');
  };
}

type Step = (ctx: AppContext, now: number, isStopped: () => boolean) => Promise<void>;

/** In pieces, each short: nobody who writes waits for a whole table. */
const STEPS: Record<string, Step> = {
  'conversations deleted long ago': eraseDeleted,
  addresses: ageAddresses,
  networks: ageNetworks,
  notices: forgetNotices,
  'sign-ins that are over': forgetSignIns,
  'people who were invited and never came': forgetUninvited,
  'offers and secrets that are over': forgetOffers,
  'the file': rewriteWhenDue,
};

/** Erases what was deleted long enough ago, shortens old addresses, then forgets them. What fails keeps nothing else. */
export async function retain(ctx: AppContext, isStopped = () => false): Promise<void> {
  const now = ctx.clock.now();
  for (const [what, step] of Object.entries(STEPS)) {
    if (isStopped()) return;
    try {
      await step(ctx, now, isStopped);
    } catch (error) {
      // What was not forgotten is an hour later, or after the next start.
      if (!isStopped()) ctx.log.error({ err: error, what }, 'what is old could not be forgotten');
    }
  }
}

async function eraseDeleted(ctx: AppContext, now: number, isStopped: () => boolean): Promise<void> {
  const before = now - LIMITS.retention.deletedMs;
  let after = { deleted_at: 0, id: '' };
  for (let some = AT_ONCE; some === AT_ONCE; ) {
    const erasable = await listErasable(ctx.db, before, after, AT_ONCE);
    for (const conversation of erasable) {
      if (isStopped()) return;
      await eraseOne(ctx, conversation, now).catch((error) =>
        ctx.log.error({ err: error, id: conversation.id }, 'a deleted conversation could not be erased'),
      );
      after = { deleted_at: conversation.deleted_at ?? 0, id: conversation.id };
    }
    some = erasable.length;
  }
}

async function eraseOne(ctx: AppContext, { id, site_id }: ConversationRow, now: number): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    await eraseConversation(tx, id);
    await noteErased(tx, now);
    await addAuditEntry(tx, {
      siteId: site_id,
      actorId: null,
      act: 'conversation.erased',
      targetKind: 'conversation',
      targetId: id,
      reason: null,
      at: now,
    });
  });
}

async function forgetSignIns(ctx: AppContext, now: number, isStopped: () => boolean): Promise<void> {
  await inPieces(ctx, isStopped, (tx) => deleteExpiredSignIns(tx, now - EVERY_MS, PIECE));
}

async function forgetUninvited(ctx: AppContext, now: number, isStopped: () => boolean): Promise<void> {
  await inPieces(ctx, isStopped, async (tx) => {
    const count = await forgetInvited(tx, now - LIMITS.invitation.forgottenMs, PIECE);
    if (count > 0) await noteErased(tx, now);
    return count;
  });
}

/** Until nothing is left. @param forget one piece, in a transaction of its own, and how much that was */
async function inPieces(
  { db }: AppContext,
  isStopped: () => boolean,
  forget: (tx: Tx) => Promise<number>,
): Promise<void> {
  while (!isStopped() && (await transaction(db, forget)) > 0) await everybodyElse();
}

/** Few: each was made by a manager's hand. */
async function forgetOffers(ctx: AppContext, now: number): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    await expirePromotions(tx, now);
    await deletePromotions(tx, now - LIMITS.promotion.keptMs);
    await deleteRetiredSecrets(tx, now - LIMITS.retention.deletedMs);
  });
}

async function rewriteWhenDue({ db }: AppContext, now: number): Promise<void> {
  if (isRewriteDue(await erasedSince(db), await fileSize(db), now)) await rewriteFile(db);
}

/** @param since when something was first erased that the file may still hold @param size in bytes */
export function isRewriteDue(since: number | null, size: number, now: number): boolean {
  if (since === null) return false;
  if (Math.abs(now - since) >= AT_LATEST_MS || size <= SMALL) return true;
  const hour = new Date(now).getHours();
  return hour >= NIGHT.from && hour < NIGHT.to;
}
