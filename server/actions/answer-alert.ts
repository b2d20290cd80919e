import { ALERT_KEY, answerAlert, closeAlert, findAlert, settleNotices, takeAlert } from '../../db/alerts.ts';
import { type Tx, transaction } from '../../db/database.ts';
import { addNotices } from '../../db/notices.ts';
import { findPerson, listManagerIds } from '../../db/people.ts';
import type { AlertRow } from '../../db/schema-moderators.ts';
import type { Actor } from '../actor.ts';
import type { AppContext } from '../context.ts';
import { conflict, notFound } from '../errors.ts';
import { requirePermission } from '../permissions.ts';
import { type AlertAct, auditAlert } from './raise-alert.ts';

/** A manager says that they see to an alert. @throws Refusal 409 with who takes care of it already. */
export async function takeRaisedAlert(ctx: AppContext, actor: Actor, id: string): Promise<void> {
  const alert = await accessAlert(ctx, actor, id);
  await settle(ctx, actor, alert, 'alert.taken', async (tx, at) => {
    if (!(await takeAlert(tx, id, actor.personId, at))) throw await seenToBefore(ctx, tx, alert);
  });
}

/** A manager answers the moderator, who is told. @throws Refusal 409 with who answered already. */
export async function answerRaisedAlert(ctx: AppContext, actor: Actor, id: string, answer: string) {
  const alert = await accessAlert(ctx, actor, id);
  await settle(ctx, actor, alert, 'alert.answered', (tx, at) =>
    writeAnswer(ctx, tx, { actor, alert, answer, at }),
  );
}

/** A manager has seen to it, with a last word or none. @throws Refusal 404 unknown, 409 somebody was first. */
export async function closeRaisedAlert(ctx: AppContext, actor: Actor, id: string, answer: string | null) {
  const alert = await accessAlert(ctx, actor, id);
  await settle(ctx, actor, alert, 'alert.closed', async (tx, at) => {
    if (answer) await writeAnswer(ctx, tx, { actor, alert, answer, at });
    if (!(await closeAlert(tx, id, actor.personId, at))) throw await seenToBefore(ctx, tx, alert);
  });
}

/** @throws Refusal 404 to anybody but moderators and for what is not of this site, 403 to moderators. */
async function accessAlert(ctx: AppContext, actor: Actor, id: string): Promise<AlertRow> {
  requirePermission(actor, 'answer-alerts');
  const alert = await findAlert(ctx.db, actor.site.id, id);
  if (!alert) throw notFound();
  return alert;
}

/** One act of a manager on an alert; from then on nobody else need be told of it. */
async function settle(
  ctx: AppContext,
  actor: Actor,
  alert: AlertRow,
  act: AlertAct,
  write: (tx: Tx, at: number) => Promise<void>,
): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const at = ctx.clock.now();
    await write(tx, at);
    await settleNotices(tx, await listManagerIds(tx, alert.site_id), [ALERT_KEY.alert(alert.id)], at);
    await auditAlert(ctx, tx, { actor, alert, act });
  });
}

type Answering = { actor: Actor; alert: AlertRow; answer: string; at: number };

async function writeAnswer(ctx: AppContext, tx: Tx, { actor, alert, answer, at }: Answering): Promise<void> {
  const by = actor.personId;
  if (!(await answerAlert(tx, alert.id, { by, answer, at }))) throw await seenToBefore(ctx, tx, alert);
  if (alert.raised_by === by) return;
  await addNotices(tx, [
    {
      id: ctx.random.id(),
      site_id: alert.site_id,
      person_id: alert.raised_by,
      kind: 'alert-answer',
      conversation_id: alert.conversation_id,
      message_id: alert.message_id,
      subject_id: alert.id,
      key: ALERT_KEY.answer(alert.id),
      created_at: at,
      due_at: at,
    },
  ]);
}

/** Two managers at once: the second is told who was first, and with what. */
async function seenToBefore(ctx: AppContext, tx: Tx, { id, site_id: siteId }: AlertRow): Promise<Error> {
  const alert = await findAlert(tx, siteId, id);
  if (!alert) return notFound();
  const { closed_by, answered_by, taken_by } = alert;
  const [what, by] = closed_by
    ? ['closed', closed_by]
    : answered_by
      ? ['answered', answered_by]
      : ['taken', taken_by];
  const person = by ? await findPerson(ctx.db, siteId, by) : undefined;
  return conflict(person ? `Already ${what} by ${person.name}.` : `Already ${what}.`);
}
