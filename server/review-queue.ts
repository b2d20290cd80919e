import { findBan } from '../db/bans.ts';
import { listConversationsById } from '../db/conversations.ts';
import { listEarlierTextsOf } from '../db/message-edits.ts';
import { listMessages, type MessageWithAuthor } from '../db/messages.ts';
import { countNotes } from '../db/notes.ts';
import { authorRecord, findPerson } from '../db/people.ts';
import { listAround, listQuestions, type Neighbour } from '../db/queue-cards.ts';
import { countQueue, listQueue, listReportsAndAlerts, type QueueEntry } from '../db/review-queue.ts';
import type { Actor } from './actor.ts';
import { limitKey } from './client-address.ts';
import type { AppContext } from './context.ts';
import { viewerOf } from './conversation-heads.ts';
import { earlierTexts } from './earlier-texts.ts';
import { LIMITS } from './limits.ts';
import type { AuthorRecord, QueueAnswer, QueueItem, QueueKind } from './protocol/back-office.ts';
import { summarizeReports } from './reports-summary.ts';
import { authorView, pageView, reasonsFor } from './views.ts';

/** The review queue as cards: each with its whole story, so that nobody must click to decide. */
export async function viewQueue(ctx: AppContext, actor: Actor, kind: QueueKind | null): Promise<QueueAnswer> {
  const siteId = actor.site.id;
  const [entries, counts] = await Promise.all([
    listQueue(ctx.db, siteId, kind, LIMITS.backOffice.page),
    countQueue(ctx.db, siteId),
  ]);
  const loaded = await load(ctx, actor, entries);
  const items = await Promise.all(entries.map((entry) => viewCard(ctx, actor, entry, loaded)));
  return { items: items.filter((item) => item !== null), next: null, counts };
}

type Loaded = Awaited<ReturnType<typeof load>>;

/** What all the cards show, each kind asked for once. */
async function load(ctx: AppContext, actor: Actor, entries: QueueEntry[]) {
  const siteId = actor.site.id;
  const ids = entries.map((entry) => entry.message_id);
  const messages = await listMessages(ctx.db, siteId, ids);
  const conversationIds = [...new Set(messages.map((message) => message.conversation_id))];
  const [conversations, questions, around, signals, edits] = await Promise.all([
    listConversationsById(ctx.db, siteId, conversationIds),
    listQuestions(ctx.db, conversationIds),
    listAround(ctx.db, ids),
    listReportsAndAlerts(ctx.db, ids),
    listEarlierTextsOf(ctx.db, ids),
  ]);
  return {
    messages: new Map(messages.map((row) => [row.id, row])),
    conversations: new Map(conversations.map((row) => [row.id, row])),
    questions: new Map(questions.map((row) => [row.conversation_id, row.body])),
    around,
    signals,
    edits,
  };
}

async function viewCard(
  ctx: AppContext,
  actor: Actor,
  entry: QueueEntry,
  { messages, conversations, questions, around, signals, edits }: Loaded,
): Promise<QueueItem | null> {
  const message = messages.get(entry.message_id);
  const conversation = message && conversations.get(message.conversation_id);
  if (!message || !conversation) return null;
  const { before = [], after = [] } = around.get(message.id) ?? {};
  const reports = signals.reports.filter((report) => report.message_id === message.id);
  const alerts = signals.alerts.filter((alert) => alert.message_id === message.id);
  return {
    id: message.id,
    kinds: kindsOf(message, reports.length, alerts.length),
    since: entry.since,
    message: {
      id: message.id,
      state: message.state,
      text: message.body,
      author: authorView(message),
      createdAt: message.created_at,
      reasons: reasonsFor(message, viewerOf(actor)),
      ...earlierTexts(edits, message.id),
    },
    conversation: {
      id: conversation.id,
      state: conversation.state,
      question: questions.get(conversation.id) ?? '',
      page: pageView(conversation),
    },
    before: before.map(asContext),
    after: after.map(asContext),
    reports: reports
      .slice(0, LIMITS.reports.shown)
      .map((row) => ({ id: row.id, reason: row.reason, by: row.by ?? '', at: row.created_at })),
    reported: summarizeReports(reports, actor.site.report_threshold),
    alerts: alerts.map((row) => ({
      id: row.id,
      note: row.note,
      by: row.by ?? '',
      at: row.created_at,
      degree: row.degree,
    })),
    author: await viewAuthor(ctx, actor, message),
  };
}

function kindsOf(message: MessageWithAuthor, reports: number, alerts: number): QueueKind[] {
  const kinds: QueueKind[] = [];
  if (message.state === 'held') kinds.push('held');
  if (reports > 0) kinds.push('reported');
  if (alerts > 0) kinds.push('alert');
  return kinds;
}

const asContext = (row: Neighbour) => ({
  authorName: row.author_name,
  role: row.author_role,
  text: row.body,
});

/** Addresses are for managers: they are the ones who can block one. */
async function viewAuthor(ctx: AppContext, actor: Actor, message: MessageWithAuthor): Promise<AuthorRecord> {
  const person = await findPerson(ctx.db, actor.site.id, message.author_id);
  const record = await authorRecord(ctx.db, actor.site.id, message.author_id, message.address);
  const showsAddress = actor.role === 'manager' && message.address !== null;
  return {
    id: message.author_id,
    name: message.author_name,
    role: message.author_role,
    since: person?.created_at ?? message.created_at,
    ...record,
    notes: await countNotes(ctx.db, actor.site.id, message.author_id),
    banned: (await findBan(ctx.db, message.author_id, ctx.clock.now())) !== undefined,
    address: showsAddress ? message.address : null,
    blockRange: showsAddress && message.address ? limitKey(message.address) : null,
  };
}
