/** Stops a batch of invitations, or mails those of it that were never mailed. */
import { addAuditEntry } from '../../db/audit-log.ts';
import { type Tx, transaction } from '../../db/database.ts';
import { findBatch, queueUnsent, stopBatch } from '../../db/invitation-batches.ts';
import type { InvitationBatchRow } from '../../db/schema-invitations.ts';
import { requireManager } from '../access.ts';
import type { Actor } from '../actor.ts';
import type { AppContext } from '../context.ts';
import { conflict, notFound } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { everybodyElse } from '../slices.ts';

/** What is not mailed yet is revoked by the job; mails under way are left to end. @throws Refusal 403, 404 */
export async function stopInvitationBatch(ctx: AppContext, actor: Actor, id: string): Promise<void> {
  const batch = await loadBatch(ctx, actor, id);
  await transaction(ctx.db, async (tx) => {
    await stopBatch(tx, id, ctx.clock.now());
    await note(ctx, tx, actor, { batch, act: 'invitation.batch-stopped' });
  });
}

const AT_ONCE = 500;

/**
 * Mails whom no mail reached, because there was no mail server or it refused; who is in the queue is left there.
 * @throws Refusal 403, 404, 409 without a mail server
 */
export async function sendInvitationBatch(ctx: AppContext, actor: Actor, id: string): Promise<void> {
  const batch = await loadBatch(ctx, actor, id);
  if (!ctx.mailer.configured) throw conflict('No mail server is configured. Download the links instead.');
  await transaction(ctx.db, (tx) => note(ctx, tx, actor, { batch, act: 'invitation.batch-sent-again' }));
  const now = ctx.clock.now();
  const when = { now, expiresAt: now + LIMITS.invitation.validMs, limit: AT_ONCE };
  const of = { siteId: actor.site.id, id };
  while ((await transaction(ctx.db, (tx) => queueUnsent(tx, of, when))) === AT_ONCE) await everybodyElse();
  ctx.broker.publish({ topic: 'back-office', siteId: actor.site.id, changed: ['invitations'] });
}

async function loadBatch(ctx: AppContext, actor: Actor, id: string): Promise<InvitationBatchRow> {
  requireManager(actor);
  const batch = await findBatch(ctx.db, actor.site.id, id);
  if (!batch) throw notFound();
  return batch;
}

async function note(
  ctx: AppContext,
  tx: Tx,
  actor: Actor,
  { batch, act }: { batch: InvitationBatchRow; act: string },
): Promise<void> {
  const siteId = actor.site.id;
  await addAuditEntry(tx, {
    siteId,
    actorId: actor.personId,
    act,
    targetKind: 'invitation-batch',
    targetId: batch.id,
    reason: null,
    details: { role: batch.role, people: batch.total },
    at: ctx.clock.now(),
  });
  tx.onCommit(() =>
    ctx.broker.publish({ topic: 'back-office', siteId, changed: ['invitations', 'audit-log'] }),
  );
}
