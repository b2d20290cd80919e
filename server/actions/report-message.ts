import { addAuditEntry } from '../../db/audit-log.ts';
import { transaction } from '../../db/database.ts';
import type { MessageWithAuthor } from '../../db/messages.ts';
import {
  countReportsAgainst,
  insertReport,
  listOpenReports,
  type NewReport,
  reporterRecord,
  wasEditedAfterReports,
} from '../../db/reports.ts';
import { accessMessage } from '../access.ts';
import type { Actor } from '../actor.ts';
import type { AppContext } from '../context.ts';
import { Refusal } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { networkOf } from '../network.ts';
import { HIDDEN_AGAIN, HIDDEN_BY_REPORTS, type ReportReason } from '../protocol/frames.ts';
import { asWeighed, reportsHide, weighReport } from '../report-weight.ts';
import { hasStanding } from '../standing.ts';
import { hideBySystem } from './moderate-message.ts';

const DAY = 24 * 60 * 60 * 1000;

/**
 * Anyone reports a message, once. Where the open reports weigh enough it is hidden until somebody looks.
 * @throws Refusal 404 for what the reporter cannot see, 422 for one's own, 429 for too many
 */
export async function reportMessage(
  ctx: AppContext,
  actor: Actor,
  id: string,
  reason: ReportReason,
): Promise<void> {
  const { message, conversation } = await accessMessage(ctx, actor, id);
  if (message.author_id === actor.personId)
    throw new Refusal(422, 'own-message', 'This is your own message.');
  if (actor.ban) throw new Refusal(403, 'banned', 'You can read, but no longer report here.');
  if (message.state !== 'published') return;
  await ctx.pace.takeMessage(actor);
  await ctx.pace.takeReport(actor);
  await refuseHounding(ctx, actor, message.author_id);
  if (!(await store(ctx, await newReport(ctx, actor, message, reason)))) return;
  const reports = (await listOpenReports(ctx.db, id)).map(asWeighed);
  if (!reportsHide(reports, actor.site.report_threshold)) return;
  const mayEdit = !(await wasEditedAfterReports(ctx.db, id));
  await hideBySystem(ctx, message, conversation, mayEdit ? HIDDEN_BY_REPORTS : HIDDEN_AGAIN);
}

/** One person does not report everything another writes. @throws Refusal 429 */
async function refuseHounding(ctx: AppContext, actor: Actor, authorId: string): Promise<void> {
  const since = ctx.clock.now() - DAY;
  const before = await countReportsAgainst(ctx.db, actor.personId, authorId, since);
  if (before < LIMITS.reports.ofOneAuthor) return;
  const text = 'You have reported this person several times today. The moderators will look.';
  throw new Refusal(429, 'too-many', text);
}

async function newReport(
  ctx: AppContext,
  actor: Actor,
  message: MessageWithAuthor,
  reason: ReportReason,
): Promise<NewReport> {
  const record = await reporterRecord(ctx.db, actor.personId);
  const standing = await hasStanding(ctx, actor, record);
  return {
    id: ctx.random.id(),
    site_id: actor.site.id,
    message_id: message.id,
    person_id: actor.personId,
    reason,
    network: networkOf(ctx, actor),
    weight: weighReport({ ...record, hasStanding: standing }),
    standing: standing ? 1 : 0,
    created_at: ctx.clock.now(),
  };
}

/** @returns false where this person had reported it before. */
async function store(ctx: AppContext, report: NewReport): Promise<boolean> {
  const { site_id: siteId, person_id, message_id, reason, created_at: at } = report;
  return await transaction(ctx.db, async (tx) => {
    if (!(await insertReport(tx, report))) return false;
    await addAuditEntry(tx, {
      siteId,
      actorId: person_id,
      act: 'message.reported',
      targetKind: 'message',
      targetId: message_id,
      reason,
      at,
    });
    tx.onCommit(() => ctx.broker.publish({ topic: 'back-office', siteId, changed: ['queue', 'audit-log'] }));
    return true;
  });
}
