import { listEventsAfter } from '../../db/event-log.ts';
import { listInConversation } from '../../db/messages.ts';
import type { ConversationRow } from '../../db/schema.ts';
import { accessConversation } from '../access.ts';
import type { Actor } from '../actor.ts';
import type { AppContext } from '../context.ts';
import { viewConversation, viewerOf } from '../conversation-heads.ts';
import { LIMITS } from '../limits.ts';
import type { ConversationEvent, MessageView, ServerFrame } from '../protocol/frames.ts';
import { messageView, type Viewer } from '../views.ts';
import { eventLoader } from './hub.ts';

type Subscribed = Extract<ServerFrame, { op: 'subscribed' }>;

/**
 * One page of what a viewer missed in a conversation after `lastSeq`; `more` when another page follows. A
 * position this server does not know (another epoch, or ahead of the log) gets null: forget everything and
 * read from the start.
 * @throws Refusal 404
 */
export async function catchUp(
  ctx: AppContext,
  actor: Actor,
  wanted: { conversationId: string; lastSeq: number; epoch: string | null },
): Promise<{ page: Subscribed; more: boolean } | null> {
  const conversation = await accessConversation(ctx, actor, wanted.conversationId);
  const { lastSeq } = wanted;
  if (lastSeq > 0 && !isKnown(ctx, conversation, wanted)) return null;
  const viewer = viewerOf(actor);
  const events = await listEventsAfter(ctx.db, conversation.id, lastSeq, LIMITS.history.backfill);
  // Read before the events, the row may lag behind them: the position is the last event's.
  const position = events.at(-1)?.seq ?? Math.max(lastSeq, conversation.last_seq);
  const page: Subscribed = {
    op: 'subscribed',
    epoch: ctx.epoch,
    conversation: { ...(await viewConversation(ctx, actor, conversation)), lastSeq: position },
    events: await viewEvents(ctx, conversation, events, viewer),
    own: await viewMessages(ctx, conversation.id, { authorId: actor.personId }, viewer),
    held: viewer.mayModerate ? await viewMessages(ctx, conversation.id, { states: ['held'] }, viewer) : [],
  };
  return { page, more: events.length === LIMITS.history.backfill };
}

function isKnown(
  ctx: AppContext,
  conversation: ConversationRow,
  wanted: { lastSeq: number; epoch: string | null },
) {
  return wanted.epoch === ctx.epoch && wanted.lastSeq <= conversation.last_seq;
}

async function viewEvents(
  ctx: AppContext,
  conversation: ConversationRow,
  rows: Awaited<ReturnType<typeof listEventsAfter>>,
  viewer: Viewer,
): Promise<ConversationEvent[]> {
  const events: ConversationEvent[] = [];
  for (const row of rows) {
    const event = (await eventLoader(ctx, conversation.site_id, row, conversation)).view(viewer);
    if (event) events.push(event);
  }
  return events;
}

/** The viewer's own messages, or the held ones, that no public event shows. */
async function viewMessages(
  ctx: AppContext,
  conversationId: string,
  where: Parameters<typeof listInConversation>[2],
  viewer: Viewer,
): Promise<MessageView[]> {
  const rows = await listInConversation(ctx.db, conversationId, { states: ['held', 'rejected'], ...where });
  return rows.flatMap((row) => messageView(row, viewer) ?? []);
}
