import { addAuditEntry } from '../../db/audit-log.ts';
import { transaction } from '../../db/database.ts';
import { replaceToken } from '../../db/invitations.ts';
import { requireManager } from '../access.ts';
import type { Actor } from '../actor.ts';
import type { AppContext } from '../context.ts';
import { conflict } from '../errors.ts';
import { invitationHashes, invitationLink } from '../invitations/invitation-link.ts';
import { loadInvitation } from './load-invitation.ts';

/**
 * A link of an invitation that proves no address, unlike the mailed one: for whoever no mail reaches. Noted, since
 * whoever has it can join. An invitation of a former version, or of before the secret changed, gets a new link.
 * @throws Refusal 403, 404, 409 when it is over
 */
export async function shareInvitationLink(ctx: AppContext, actor: Actor, id: string): Promise<string> {
  requireManager(actor);
  const siteId = actor.site.id;
  const { role } = await loadInvitation(ctx, siteId, id);
  await transaction(ctx.db, async (tx) => {
    const at = ctx.clock.now();
    const usable = await replaceToken(tx, {
      siteId,
      id,
      tokenHash: invitationHashes(ctx, id).token_hash,
      now: at,
    });
    if (!usable) throw conflict('This invitation is over. Make a new one.');
    await addAuditEntry(tx, {
      siteId,
      actorId: actor.personId,
      act: 'invitation.link-shown',
      targetKind: 'invitation',
      targetId: id,
      reason: null,
      details: { role },
      at,
    });
    tx.onCommit(() => ctx.broker.publish({ topic: 'back-office', siteId, changed: ['audit-log'] }));
  });
  return invitationLink(ctx, id);
}
