import { addAuditEntry } from '../../db/audit-log.ts';
import type { Tx } from '../../db/database.ts';
import { type MessageWithAuthor, moveMessage } from '../../db/messages.ts';
import { settleReports, useReportedEdit } from '../../db/reports.ts';
import { accessMessage } from '../access.ts';
import type { Actor } from '../actor.ts';
import type { AppContext } from '../context.ts';
import { conflict, forbidden } from '../errors.ts';
import { HIDDEN_BY_REPORTS } from '../protocol/frames.ts';
import { messageBack } from '../recognition/take-back.ts';
import { messageText } from '../text.ts';
import { Stale } from './as-decided.ts';
import { editMessage } from './edit-message.ts';

/**
 * Reports hid a message, and its author changes it: what the filter lets pass comes back at once, its reports
 * answered, and whoever reported it may do so again. Once a message; what the filter would hold or reject stays
 * hidden, as it was, and may be tried again.
 * @throws Refusal 404, 403 not theirs, 409 not hidden by reports or changed before, 422 by the filter
 */
export async function editReportedMessage(
  ctx: AppContext,
  actor: Actor,
  id: string,
  text: string,
): Promise<void> {
  const { message } = await accessMessage(ctx, actor, id);
  if (message.author_id !== actor.personId) throw forbidden('This is not your message.');
  if (
    message.state !== 'hidden' ||
    message.state_reason !== HIDDEN_BY_REPORTS ||
    message.body === messageText(text)
  )
    throw cannotBeChanged();
  await editMessage(ctx, actor, id, text, {
    states: ['hidden'],
    withinMs: Number.POSITIVE_INFINITY,
    also: (tx, current) => comeBack(ctx, tx, current),
  });
}

async function comeBack(ctx: AppContext, tx: Tx, message: MessageWithAuthor): Promise<void> {
  const at = ctx.clock.now();
  if (message.state_reason !== HIDDEN_BY_REPORTS) throw new Stale();
  if (!(await useReportedEdit(tx, message.id, at))) throw cannotBeChanged();
  if (!(await moveMessage(tx, message.id, 'hidden', 'published', { state_reason: null }))) throw new Stale();
  await settleReports(tx, message.id, { outcome: 'answered', act: null, at });
  await messageBack(ctx, tx, message);
  await addAuditEntry(tx, {
    siteId: message.site_id,
    actorId: message.author_id,
    act: 'message.changed-after-reports',
    targetKind: 'message',
    targetId: message.id,
    reason: null,
    at,
  });
}

const cannotBeChanged = () => conflict('This message can no longer be changed.');
