import { closeAlert, findAlert, insertAlert } from '../../db/alerts.ts';
import { addAuditEntry } from '../../db/audit-log.ts';
import { transaction } from '../../db/database.ts';
import { accessMessage, requireManager, requireModerator } from '../access.ts';
import type { Actor } from '../actor.ts';
import type { AppContext } from '../context.ts';
import { conflict, notFound } from '../errors.ts';

/** A moderator asks the community managers to look at a message, with a note. @returns the alert's id */
export async function raiseAlert(
  ctx: AppContext,
  actor: Actor,
  messageId: string,
  note: string,
): Promise<string> {
  requireModerator(actor);
  await accessMessage(ctx, actor, messageId);
  const id = ctx.random.id();
  await transaction(ctx.db, async (tx) => {
    const at = ctx.clock.now();
    await insertAlert(tx, {
      id,
      site_id: actor.site.id,
      message_id: messageId,
      raised_by: actor.personId,
      note,
      created_at: at,
      closed_at: null,
      closed_by: null,
      answer: null,
    });
    await audit(ctx, actor, tx, 'alert.raised', messageId, note);
  });
  return id;
}

/** A manager has seen to it. @throws Refusal 404 unknown, 409 somebody else was first. */
export async function closeRaisedAlert(
  ctx: AppContext,
  actor: Actor,
  id: string,
  answer: string | null,
): Promise<void> {
  requireManager(actor);
  const alert = await findAlert(ctx.db, actor.site.id, id);
  if (!alert) throw notFound();
  await transaction(ctx.db, async (tx) => {
    if (!(await closeAlert(tx, id, actor.personId, answer, ctx.clock.now()))) {
      throw conflict('Somebody else has closed this alert already.');
    }
    await audit(ctx, actor, tx, 'alert.closed', alert.message_id, answer);
  });
}

async function audit(
  ctx: AppContext,
  actor: Actor,
  tx: Parameters<typeof addAuditEntry>[0],
  act: string,
  messageId: string,
  reason: string | null,
): Promise<void> {
  const siteId = actor.site.id;
  const at = ctx.clock.now();
  await addAuditEntry(tx, {
    siteId,
    actorId: actor.personId,
    act,
    targetKind: 'message',
    targetId: messageId,
    reason,
    at,
  });
  tx.onCommit(() =>
    ctx.broker.publish({ topic: 'back-office', siteId, changed: ['queue', 'alerts', 'audit-log'] }),
  );
}
