import { addAuditEntry } from '../../db/audit-log.ts';
import { transaction } from '../../db/database.ts';
import { decline, findInvitationByHash } from '../../db/invitations.ts';
import type { AppContext } from '../context.ts';
import { hashToken } from '../single-use-token.ts';

/**
 * Whoever was invited wants no more invitations of this site: this one is over, and lists leave them out.
 * Says nothing to whom the link is unknown: every answer is the same.
 */
export async function declineInvitation(ctx: AppContext, token: string): Promise<void> {
  const invitation = await findInvitationByHash(ctx.db, hashToken(token));
  if (!invitation) return;
  const { id, site_id: siteId, role } = invitation;
  await transaction(ctx.db, async (tx) => {
    const at = ctx.clock.now();
    if (!(await decline(tx, id, at))) return;
    await addAuditEntry(tx, {
      siteId,
      actorId: null,
      act: 'invitation.declined',
      targetKind: 'invitation',
      targetId: id,
      reason: null,
      details: { role },
      at,
    });
    tx.onCommit(() =>
      ctx.broker.publish({ topic: 'back-office', siteId, changed: ['invitations', 'audit-log'] }),
    );
  });
}
