import { addAuditEntry } from '../../db/audit-log.ts';
import { insertBan, liftBans } from '../../db/bans.ts';
import { transaction } from '../../db/database.ts';
import { findPerson } from '../../db/people.ts';
import type { PersonRow } from '../../db/schema.ts';
import { requireManager } from '../access.ts';
import type { Actor } from '../actor.ts';
import type { AppContext } from '../context.ts';
import { notFound, Refusal } from '../errors.ts';

const HOUR = 60 * 60 * 1000;

/** From the next act on, this person can read but no longer write, moderate or enter the back office. */
export async function banPerson(
  ctx: AppContext,
  actor: Actor,
  id: string,
  ban: { reason: string; expiresInHours: number | null },
): Promise<void> {
  const person = await decidePerson(ctx, actor, id);
  if (person.id === actor.personId) throw new Refusal(422, 'own-ban', 'You cannot ban yourself.');
  await transaction(ctx.db, async (tx) => {
    const at = ctx.clock.now();
    const expiresAt = ban.expiresInHours === null ? null : at + ban.expiresInHours * HOUR;
    await liftBans(tx, id, at);
    await insertBan(tx, {
      id: ctx.random.id(),
      site_id: actor.site.id,
      person_id: id,
      reason: ban.reason,
      created_by: actor.personId,
      created_at: at,
      expires_at: expiresAt,
      lifted_at: null,
    });
    await audit(ctx, actor, tx, 'person.banned', id, ban.reason, { expiresAt });
  });
}

export async function liftBan(ctx: AppContext, actor: Actor, id: string): Promise<void> {
  await decidePerson(ctx, actor, id);
  await transaction(ctx.db, async (tx) => {
    if ((await liftBans(tx, id, ctx.clock.now())) === 0) return;
    await audit(ctx, actor, tx, 'person.ban-lifted', id, null, {});
  });
}

async function decidePerson(ctx: AppContext, actor: Actor, id: string): Promise<PersonRow> {
  requireManager(actor);
  const person = await findPerson(ctx.db, actor.site.id, id);
  if (!person) throw notFound();
  return person;
}

async function audit(
  ctx: AppContext,
  actor: Actor,
  tx: Parameters<typeof addAuditEntry>[0],
  act: string,
  personId: string,
  reason: string | null,
  details: Record<string, number | null>,
): Promise<void> {
  const siteId = actor.site.id;
  const at = ctx.clock.now();
  const target = { targetKind: 'person', targetId: personId };
  await addAuditEntry(tx, { siteId, actorId: actor.personId, act, ...target, reason, details, at });
  tx.onCommit(() => {
    ctx.broker.publish({ topic: 'rights', siteId, personId });
    ctx.broker.publish({ topic: 'back-office', siteId, changed: ['people', 'audit-log'] });
  });
}
