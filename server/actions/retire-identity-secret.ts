import { addAuditEntry } from '../../db/audit-log.ts';
import { transaction } from '../../db/database.ts';
import { retireIdentitySecrets } from '../../db/identity-secrets.ts';
import { requireManager } from '../access.ts';
import type { Actor } from '../actor.ts';
import type { AppContext } from '../context.ts';
import { notFound } from '../errors.ts';

/**
 * From now on nothing signed with it counts, and whoever came in by it is out until the shop vouches for them
 * anew: what to do when a secret is known to others. @throws Refusal 404 when it is not in force
 */
export async function retireIdentitySecret(ctx: AppContext, actor: Actor, id: string): Promise<void> {
  requireManager(actor);
  const siteId = actor.site.id;
  await transaction(ctx.db, async (tx) => {
    const at = ctx.clock.now();
    if ((await retireIdentitySecrets(tx, siteId, [id], at)) === 0) throw notFound();
    await addAuditEntry(tx, {
      siteId,
      actorId: actor.personId,
      act: 'identity-secret.retired',
      targetKind: 'identity-secret',
      targetId: id,
      reason: null,
      at,
    });
    tx.onCommit(() => {
      ctx.broker.publish({ topic: 'vouched-out', siteId });
      ctx.broker.publish({ topic: 'back-office', siteId, changed: ['site', 'audit-log'] });
    });
  });
}
