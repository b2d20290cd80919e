import { insertBlock } from '../../db/address-blocks.ts';
import { addAuditEntry } from '../../db/audit-log.ts';
import { transaction } from '../../db/database.ts';
import type { Actor } from '../actor.ts';
import type { AppContext } from '../context.ts';

export type DecidedBlock = {
  /** Canonical. */
  range: string;
  reason: string;
  /** null = until somebody lifts it. */
  lastsMs: number | null;
  /** The message it was decided from, where it was from one. */
  message?: string;
};

/** Writes a block that was decided, with its audit entry, and closes open connections. @returns its id */
export async function commitBlock(ctx: AppContext, actor: Actor, block: DecidedBlock): Promise<string> {
  const { range, reason, lastsMs, message } = block;
  const siteId = actor.site.id;
  const id = ctx.random.id();
  await transaction(ctx.db, async (tx) => {
    const at = ctx.clock.now();
    const expiresAt = lastsMs === null ? null : at + lastsMs;
    await insertBlock(tx, {
      id,
      site_id: siteId,
      range,
      reason,
      created_by: actor.personId,
      created_at: at,
      expires_at: expiresAt,
      lifted_at: null,
    });
    await addAuditEntry(tx, {
      siteId,
      actorId: actor.personId,
      act: 'address.blocked',
      targetKind: 'address',
      targetId: id,
      reason,
      details: { range, expiresAt, ...(message && { message }) },
      at,
    });
    tx.onCommit(() => {
      ctx.broker.publish({ topic: 'blocked', siteId });
      ctx.broker.publish({ topic: 'back-office', siteId, changed: ['blocks', 'audit-log'] });
    });
  });
  return id;
}
