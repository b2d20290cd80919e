import { ALERT_KEY, countRaised, insertAlert } from '../../db/alerts.ts';
import { addAuditEntry } from '../../db/audit-log.ts';
import { type Tx, transaction } from '../../db/database.ts';
import { addNotices } from '../../db/notices.ts';
import { findPerson, listManagerIds } from '../../db/people.ts';
import type { AlertRow } from '../../db/schema-moderators.ts';
import { accessConversation, accessMessage, requireModerator } from '../access.ts';
import type { Actor } from '../actor.ts';
import type { AppContext } from '../context.ts';
import { notFound, Refusal } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import type { AlertSubject, NewAlert } from '../protocol/moderators.ts';

const HOUR = 60 * 60 * 1000;

/**
 * A moderator calls the community managers to a message, a conversation or a person, with a note.
 * @param isManagerHere whether one is connected: an urgent alert nobody sees is told elsewhere at once
 * @returns the alert's id @throws Refusal 404 not a moderator, or not there; 429 too many
 */
export async function raiseAlert(
  ctx: AppContext,
  actor: Actor,
  alert: NewAlert,
  isManagerHere: boolean,
): Promise<string> {
  requireModerator(actor);
  const about = await subjectOf(ctx, actor, alert.about);
  const at = ctx.clock.now();
  if ((await countRaised(ctx.db, actor.personId, at - HOUR)) >= LIMITS.moderator.alerts)
    throw new Refusal(429, 'too-many', 'You have raised many alerts. Wait a moment, then try again.');
  const row = newAlert(ctx, actor, alert, about, at);
  await transaction(ctx.db, async (tx) => {
    await insertAlert(tx, row);
    if (row.degree === 'now') await noticeManagers(ctx, tx, row, isManagerHere);
    await auditAlert(ctx, tx, { actor, alert: row, act: 'alert.raised' });
  });
  return row.id;
}

type Subject = Pick<AlertRow, 'message_id' | 'conversation_id' | 'person_id'>;

/** @throws Refusal 404 for what this moderator cannot see. */
async function subjectOf(ctx: AppContext, actor: Actor, { kind, id }: AlertSubject): Promise<Subject> {
  const none = { message_id: null, conversation_id: null, person_id: null };
  switch (kind) {
    case 'message': {
      const { message } = await accessMessage(ctx, actor, id);
      return { ...none, message_id: id, conversation_id: message.conversation_id };
    }
    case 'conversation':
      return { ...none, conversation_id: (await accessConversation(ctx, actor, id)).id };
    case 'person': {
      if (!(await findPerson(ctx.db, actor.site.id, id))) throw notFound();
      return { ...none, person_id: id };
    }
  }
}

function newAlert(ctx: AppContext, actor: Actor, alert: NewAlert, about: Subject, at: number): AlertRow {
  return {
    id: ctx.random.id(),
    site_id: actor.site.id,
    ...about,
    degree: alert.degree,
    raised_by: actor.personId,
    note: alert.note,
    created_at: at,
    taken_by: null,
    taken_at: null,
    answer: null,
    answered_by: null,
    answered_at: null,
    closed_at: null,
    closed_by: null,
  };
}

/** Told where they are not, at once when nobody is here, else when nobody has taken it for a while. */
async function noticeManagers(ctx: AppContext, tx: Tx, alert: AlertRow, isManagerHere: boolean) {
  const due = isManagerHere ? alert.created_at + LIMITS.moderator.urgentMs : alert.created_at;
  const managers = await listManagerIds(tx, alert.site_id);
  await addNotices(
    tx,
    managers.map((personId) => ({
      id: ctx.random.id(),
      site_id: alert.site_id,
      person_id: personId,
      kind: 'alert',
      conversation_id: alert.conversation_id,
      message_id: alert.message_id,
      subject_id: alert.id,
      key: ALERT_KEY.alert(alert.id),
      created_at: alert.created_at,
      due_at: due,
    })),
  );
}

export type AlertAct = 'alert.raised' | 'alert.taken' | 'alert.answered' | 'alert.closed';

/** Who did what with which alert, and word to the screens. The note and the answer stay in the alert's row. */
export async function auditAlert(
  ctx: AppContext,
  tx: Tx,
  { actor, alert, act }: { actor: Actor; alert: AlertRow; act: AlertAct },
): Promise<void> {
  const siteId = actor.site.id;
  await addAuditEntry(tx, {
    siteId,
    actorId: actor.personId,
    act,
    ...targetOf(alert),
    reason: null,
    details: { degree: alert.degree },
    at: ctx.clock.now(),
  });
  tx.onCommit(() =>
    ctx.broker.publish({ topic: 'back-office', siteId, changed: ['queue', 'alerts', 'audit-log'] }),
  );
}

function targetOf({ message_id, conversation_id, person_id }: AlertRow) {
  if (message_id) return { targetKind: 'message', targetId: message_id };
  if (conversation_id) return { targetKind: 'conversation', targetId: conversation_id };
  return { targetKind: 'person', targetId: person_id };
}
