import { addAuditEntry } from '../../db/audit-log.ts';
import { transaction } from '../../db/database.ts';
import {
  insertIdentitySecret,
  isInForce,
  listIdentitySecrets,
  retireIdentitySecrets,
} from '../../db/identity-secrets.ts';
import type { IdentitySecretRow } from '../../db/schema-identity.ts';
import { requireManager } from '../access.ts';
import type { Actor } from '../actor.ts';
import type { AppContext } from '../context.ts';
import { conflict } from '../errors.ts';
import { seal } from '../identity/seal.ts';
import { LIMITS } from '../limits.ts';

const DAY = 24 * 60 * 60 * 1000;

/**
 * A new secret for the shop to sign with. Those before it count for `overlapDays` more, so that the shop can
 * change over while both are right.
 * @returns its text, which is told nowhere else and never again
 * @throws Refusal 409 when too many are in force
 */
export async function makeIdentitySecret(
  ctx: AppContext,
  actor: Actor,
  overlapDays: number,
): Promise<{ row: IdentitySecretRow; text: string }> {
  requireManager(actor);
  const { id: siteId } = actor.site;
  return await transaction(ctx.db, async (tx) => {
    const at = ctx.clock.now();
    const inForce = (await listIdentitySecrets(tx, siteId)).filter((secret) => isInForce(secret, at));
    if (inForce.length >= LIMITS.identity.secrets) {
      throw conflict('There are many secrets in force already. Retire one of them first.');
    }
    const earlier = inForce.map(({ id }) => id);
    await retireIdentitySecrets(tx, siteId, earlier, at + overlapDays * DAY);
    const text = ctx.random.secret();
    const row = newSecret(ctx, actor, text, at);
    await insertIdentitySecret(tx, row);
    await addAuditEntry(tx, {
      siteId,
      actorId: actor.personId,
      act: 'identity-secret.made',
      targetKind: 'identity-secret',
      targetId: row.id,
      reason: null,
      details: { overlapDays: earlier.length > 0 ? overlapDays : null },
      at,
    });
    tx.onCommit(() => {
      if (overlapDays === 0) ctx.broker.publish({ topic: 'vouched-out', siteId });
      ctx.broker.publish({ topic: 'back-office', siteId, changed: ['site', 'audit-log'] });
    });
    return { row, text };
  });
}

function newSecret(ctx: AppContext, actor: Actor, text: string, at: number): IdentitySecretRow {
  const id = ctx.random.id();
  return {
    id,
    site_id: actor.site.id,
    sealed: seal(ctx, id, text),
    created_by: actor.personId,
    created_at: at,
    retires_at: null,
    last_used_at: null,
  };
}
