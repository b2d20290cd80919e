import { listConversationsById } from '../db/conversations.ts';
import { listMessages } from '../db/messages.ts';
import { countQueue, listQueue, listReportsAndAlerts, type QueueEntry } from '../db/review-queue.ts';
import { requireModerator } from './access.ts';
import type { Actor } from './actor.ts';
import type { AppContext } from './context.ts';
import { viewerOf } from './conversation-heads.ts';
import { LIMITS } from './limits.ts';
import { recordOf } from './person-record.ts';
import type { QueueKind } from './protocol/back-office.ts';
import type { ToReview, ToReviewAnswer } from './protocol/moderators.ts';
import { summarizeReports } from './reports-summary.ts';
import { messageView, pageView } from './views.ts';

/**
 * What waits for a decision, as moderators see it on the shop's page: no address, and what matched only where the
 * site lets them. @throws Refusal 404 to anybody else
 */
export async function viewToReview(ctx: AppContext, actor: Actor): Promise<ToReviewAnswer> {
  requireModerator(actor);
  const siteId = actor.site.id;
  const [entries, { all: waiting }] = await Promise.all([
    listQueue(ctx.db, siteId, null, LIMITS.backOffice.page),
    countQueue(ctx.db, siteId),
  ]);
  const load = await loadAll(ctx, siteId, entries);
  const items = await Promise.all(entries.map((entry) => viewOne(ctx, actor, entry, load)));
  return { items: items.filter((item) => item !== null), waiting };
}

type Loaded = Awaited<ReturnType<typeof loadAll>>;

async function loadAll(ctx: AppContext, siteId: string, entries: QueueEntry[]) {
  const ids = entries.map((entry) => entry.message_id);
  const messages = await listMessages(ctx.db, siteId, ids);
  const conversationIds = [...new Set(messages.map((message) => message.conversation_id))];
  const [conversations, signals] = await Promise.all([
    listConversationsById(ctx.db, siteId, conversationIds),
    listReportsAndAlerts(ctx.db, ids),
  ]);
  return {
    messages: new Map(messages.map((row) => [row.id, row])),
    conversations: new Map(conversations.map((row) => [row.id, row])),
    signals,
  };
}

async function viewOne(
  ctx: AppContext,
  actor: Actor,
  { message_id: id, since }: QueueEntry,
  { messages, conversations, signals }: Loaded,
): Promise<ToReview | null> {
  const row = messages.get(id);
  const conversation = row && conversations.get(row.conversation_id);
  const message = row && messageView(row, viewerOf(actor));
  if (!row || !conversation || !message) return null;
  const open = signals.reports.filter((report) => report.message_id === id);
  const reports = summarizeReports(open, actor.site.report_threshold);
  const alerts = signals.alerts.filter((alert) => alert.message_id === id).length;
  return {
    id,
    conversationId: row.conversation_id,
    kinds: kindsOf(row.state, reports !== null, alerts),
    since,
    state: row.state,
    message,
    page: pageView(conversation),
    reports,
    alerts,
    record: await recordOf(ctx, actor, row.author_id),
  };
}

function kindsOf(state: ToReview['state'], isReported: boolean, alerts: number): QueueKind[] {
  const kinds: QueueKind[] = [];
  if (state === 'held') kinds.push('held');
  if (isReported) kinds.push('reported');
  if (alerts > 0) kinds.push('alert');
  return kinds;
}
