import { addAuditEntry } from '../../db/audit-log.ts';
import { transaction } from '../../db/database.ts';
import { queueAgain } from '../../db/invitation-sending.ts';
import { requireManager } from '../access.ts';
import type { Actor } from '../actor.ts';
import type { AppContext } from '../context.ts';
import { conflict } from '../errors.ts';
import { invitationHashes } from '../invitations/invitation-link.ts';
import { LIMITS } from '../limits.ts';
import { loadInvitation } from './load-invitation.ts';

/**
 * Mails an invitation once more, the same link with a new time, also where the first had expired.
 * @throws Refusal 403, 404, 409 without an address or a mail server, when it is over or about to be mailed
 */
export async function sendInvitationAgain(ctx: AppContext, actor: Actor, id: string): Promise<void> {
  requireManager(actor);
  if (!ctx.mailer.configured) throw conflict('No mail server is configured. Copy the link instead.');
  const siteId = actor.site.id;
  const { role } = await loadInvitation(ctx, siteId, id);
  const now = ctx.clock.now();
  await transaction(ctx.db, async (tx) => {
    const expiresAt = now + LIMITS.invitation.validMs;
    const queued = await queueAgain(tx, { siteId, id, hashes: invitationHashes(ctx, id), expiresAt, now });
    if (!queued) throw conflict('This invitation is over, has no address, or is about to be mailed.');
    await addAuditEntry(tx, {
      siteId,
      actorId: actor.personId,
      act: 'invitation.sent-again',
      targetKind: 'invitation',
      targetId: id,
      reason: null,
      details: { role },
      at: now,
    });
    tx.onCommit(() =>
      ctx.broker.publish({ topic: 'back-office', siteId, changed: ['invitations', 'audit-log'] }),
    );
  });
}
