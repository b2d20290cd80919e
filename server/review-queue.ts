import { findBan } from '../db/bans.ts';
import { findConversation } from '../db/conversations.ts';
import { findMessage, listInConversation, type MessageWithAuthor } from '../db/messages.ts';
import { authorRecord, findPerson } from '../db/people.ts';
import { countQueue, listQueue, listReportsAndAlerts, type QueueEntry } from '../db/review-queue.ts';
import type { Actor } from './actor.ts';
import { limitKey } from './client-address.ts';
import type { AppContext } from './context.ts';
import { LIMITS } from './limits.ts';
import type { AuthorRecord, QueueAnswer, QueueItem, QueueKind } from './protocol/back-office.ts';
import type { ReasonView } from './protocol/frames.ts';
import { pageView } from './views.ts';

/** The review queue as cards: each with its whole story, so that nobody must click to decide. */
export async function viewQueue(ctx: AppContext, actor: Actor, kind: QueueKind | null): Promise<QueueAnswer> {
  const siteId = actor.site.id;
  const [entries, counts] = await Promise.all([
    listQueue(ctx.db, siteId, kind, LIMITS.backOffice.page),
    countQueue(ctx.db, siteId),
  ]);
  const ids = entries.map((entry) => entry.message_id);
  const signals = await listReportsAndAlerts(ctx.db, ids);
  const items = await Promise.all(entries.map((entry) => viewCard(ctx, actor, entry, signals)));
  return { items: items.filter((item) => item !== null), next: null, counts };
}

type Signals = Awaited<ReturnType<typeof listReportsAndAlerts>>;

async function viewCard(
  ctx: AppContext,
  actor: Actor,
  entry: QueueEntry,
  signals: Signals,
): Promise<QueueItem | null> {
  const message = await findMessage(ctx.db, actor.site.id, entry.message_id);
  const conversation = message && (await findConversation(ctx.db, actor.site.id, message.conversation_id));
  if (!message || !conversation) return null;
  const around = await listInConversation(ctx.db, conversation.id, { states: ['published'] });
  const question = (await listInConversation(ctx.db, conversation.id, {})).find(
    (row) => row.is_question === 1,
  );
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
      author: { id: message.author_id, name: message.author_name, role: message.author_role },
      createdAt: message.created_at,
      reasons: JSON.parse(message.reasons) as ReasonView[],
    },
    conversation: {
      id: conversation.id,
      state: conversation.state,
      question: question?.body ?? '',
      page: pageView(conversation),
    },
    before: around
      .filter((row) => isBefore(row, message))
      .slice(-2)
      .map(asContext),
    after: around
      .filter((row) => isBefore(message, row))
      .slice(0, 2)
      .map(asContext),
    reports: reports.map((row) => ({ id: row.id, reason: row.reason, by: row.by ?? '', at: row.created_at })),
    alerts: alerts.map((row) => ({ id: row.id, note: row.note, by: row.by ?? '', at: row.created_at })),
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

const isBefore = (a: MessageWithAuthor, b: MessageWithAuthor) => a.id !== b.id && a.created_at < b.created_at;
const asContext = (row: MessageWithAuthor) => ({
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
    banned: (await findBan(ctx.db, message.author_id, ctx.clock.now())) !== undefined,
    address: showsAddress ? message.address : null,
    blockRange: showsAddress && message.address ? limitKey(message.address) : null,
  };
}
