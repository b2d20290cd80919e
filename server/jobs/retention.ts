import { addAuditEntry } from '../../db/audit-log.ts';
import { eraseConversation, listErasable } from '../../db/conversations.ts';
import { transaction } from '../../db/database.ts';
import { deleteRetiredSecrets } from '../../db/identity-secrets.ts';
import { forgetNetworks } from '../../db/point-entries.ts';
import { deletePromotions, expirePromotions } from '../../db/promotions.ts';
import { deleteExpiredSignIns, forgetInvited } from '../../db/retention.ts';
import { erasedSince, fileSize, noteErased, rewriteFile } from '../../db/rewrite.ts';
import type { AppContext } from '../context.ts';
import { LIMITS } from '../limits.ts';
import { ageAddresses } from './age-addresses.ts';
import { forgetNotices } from './deliver-notices.ts';
import { watchClock } from './steady-clock.ts';

/** Soon after the start, when those who came back are served, then every hour. */
const FIRST_MS = 60 * 1000;
const EVERY_MS = 60 * 60 * 1000;
/** A file of so many bytes is written anew in half a second, at any hour; a larger one at night. */
const SMALL = 64 * 1024 * 1024;
const NIGHT = { from: 3, to: 6 };
const AT_LATEST_MS = 24 * 60 * 60 * 1000;

/** Runs the retention job now and then. @returns what stops it. */
export function scheduleRetention(ctx: AppContext): () => void {
  const job = retainSteadily(ctx);
  const run = () => job().catch((error) => ctx.log.error({ err: error }, 'the retention job failed'));
  const first = setTimeout(run, FIRST_MS);
  const timer = setInterval(run, EVERY_MS);
  return () => {
    clearTimeout(first);
    clearInterval(timer);
  };
}

/** The job, put off for a day when somebody has set the clock: what it erases does not come back. */
export function retainSteadily(ctx: AppContext): () => Promise<void> {
  const clock = watchClock(ctx.clock);
  return async () => {
    if (clock.isSteady()) return await retain(ctx);
    ctx.log.warn('the clock was set by more than an hour: nothing is erased for a day');
  };
}

/** Erases what was deleted long enough ago, shortens old addresses, then forgets them. */
export async function retain(ctx: AppContext): Promise<void> {
  const now = ctx.clock.now();
  await eraseDeleted(ctx, now);
  await ageAddresses(ctx, now);
  await forgetNotices(ctx, now);
  await transaction(ctx.db, (tx) => deleteExpiredSignIns(tx, now - EVERY_MS));
  await transaction(ctx.db, (tx) => forgetNetworks(tx, now - LIMITS.retention.addressFullMs));
  await transaction(ctx.db, async (tx) => {
    if ((await forgetInvited(tx, now - LIMITS.invitation.forgottenMs)) > 0) await noteErased(tx, now);
    await expirePromotions(tx, now);
    await deletePromotions(tx, now - LIMITS.promotion.keptMs);
    await deleteRetiredSecrets(tx, now - LIMITS.retention.deletedMs);
  });
  const since = await erasedSince(ctx.db);
  if (isRewriteDue(since, await fileSize(ctx.db), now)) await rewriteFile(ctx.db);
}

/** @param since when something was first erased that the file may still hold @param size in bytes */
export function isRewriteDue(since: number | null, size: number, now: number): boolean {
  if (since === null) return false;
  if (Math.abs(now - since) >= AT_LATEST_MS || size <= SMALL) return true;
  const hour = new Date(now).getHours();
  return hour >= NIGHT.from && hour < NIGHT.to;
}

async function eraseDeleted(ctx: AppContext, now: number): Promise<void> {
  for (const conversation of await listErasable(ctx.db, now - LIMITS.retention.deletedMs)) {
    await transaction(ctx.db, async (tx) => {
      await eraseConversation(tx, conversation.id);
      await noteErased(tx, now);
      await addAuditEntry(tx, {
        siteId: conversation.site_id,
        actorId: null,
        act: 'conversation.erased',
        targetKind: 'conversation',
        targetId: conversation.id,
        reason: null,
        at: now,
      });
    });
  }
}
