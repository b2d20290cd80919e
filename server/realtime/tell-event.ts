import { findConversation } from '../../db/conversations.ts';
import { findEvent } from '../../db/event-log.ts';
import { type EventWithMessage, listEventsWithMessages } from '../../db/events-with-messages.ts';
import { findMessage } from '../../db/messages.ts';
import type { ConversationRow } from '../../db/schema.ts';
import { maySeeConversation } from '../access.ts';
import type { AppContext } from '../context.ts';
import { LIMITS } from '../limits.ts';
import type { ConversationEvent } from '../protocol/frames.ts';
import { messageView, type Viewer } from '../views.ts';
import type { Connection } from './connection.ts';
import type { Hub } from './hub.ts';
import { Outgoing } from './outgoing.ts';
import { deliver, type Run, runOf } from './subscription.ts';
import type { Topic } from './topics.ts';

/** Tells those who listen to a conversation what happened in it up to `seq`, and what was missed before. */
export async function tellEvents(
  ctx: AppContext,
  hub: Hub,
  { siteId, conversationId, from, to }: { siteId: string; conversationId: string; from: number; to: number },
): Promise<void> {
  const topic = hub.topics.find(conversationId);
  if (!topic) return;
  let after = Math.min(from - 1, topic.toldSeq ?? from - 1);
  while (after < to) {
    const conversation = await findConversation(ctx.db, siteId, conversationId);
    const events = await readEvents(ctx, siteId, conversationId, after, to);
    const last = events.at(-1);
    if (!conversation || !last) return;
    const bulk = topic.listeners.size > LIMITS.bulk.listeners;
    tellRun(hub, topic, conversation, events, bulk);
    if (bulk) hub.ahead.told(conversationId, events.length);
    after = last.seq;
    topic.toldSeq = Math.max(after, topic.toldSeq ?? 0);
  }
}

/** What was just committed is remembered, one by one; a gap is read from the log. */
async function readEvents(
  ctx: AppContext,
  siteId: string,
  conversationId: string,
  after: number,
  to: number,
): Promise<EventWithMessage[]> {
  const { bulk, history } = LIMITS;
  if (to - after > 4 * bulk.ahead)
    return await listEventsWithMessages(ctx.db, conversationId, after, history.backfill);
  const events: EventWithMessage[] = [];
  for (let seq = after + 1; seq <= to; seq += 1) {
    const event = await findEvent(ctx.db, conversationId, seq);
    if (!event) break;
    const message = event.message_id && (await findMessage(ctx.db, siteId, event.message_id));
    events.push({ seq, kind: event.kind, message: message || null });
  }
  return events;
}

/** Who wrote none of it is told the same as all their kind: one list, handed to each of them whole. */
function tellRun(
  hub: Hub,
  topic: Topic,
  conversation: ConversationRow,
  events: EventWithMessage[],
  bulk: boolean,
): void {
  const frameOf = framesOnce(conversation);
  const authors = new Set(events.map(({ message }) => message?.author_id));
  const ofOthers = new Map<number, Run>();
  for (const subscription of topic.listeners) {
    const { connection } = subscription;
    const { actor } = connection;
    if (actor?.site.id !== conversation.site_id || !maySeeConversation(actor, conversation)) continue;
    const kind = sightOf(connection);
    const known = authors.has(actor.personId) ? undefined : ofOthers.get(kind);
    const run = known ?? runOf(events, (event) => frameOf(connection, event));
    if (!authors.has(actor.personId)) ofOthers.set(kind, run);
    deliver(hub, subscription, run, bulk);
  }
}

/** One view of an event, serialised once, for each kind of viewer: the author, moderators, everybody else. */
function framesOnce(conversation: ConversationRow) {
  const known = new Map<EventWithMessage, (Outgoing | null | undefined)[]>();
  return (connection: Connection, event: EventWithMessage): Outgoing | null => {
    const frames = known.get(event) ?? [];
    known.set(event, frames);
    const kind = kindOf(connection, event);
    if (frames[kind] === undefined) frames[kind] = frameFor(connection.viewer, conversation, event);
    return frames[kind];
  };
}

function kindOf(connection: Connection, { message }: EventWithMessage): number {
  const isAuthor = message !== null && connection.actor?.personId === message.author_id;
  return (isAuthor ? 1 : 0) + sightOf(connection);
}

/** What somebody sees of what others wrote. */
const sightOf = ({ mayModerate, seesMatches }: Connection) => (mayModerate ? 2 : 0) + (seesMatches ? 4 : 0);

function frameFor(viewer: Viewer, conversation: ConversationRow, row: EventWithMessage): Outgoing | null {
  const event = eventView(row, conversation, viewer);
  return event && new Outgoing(JSON.stringify({ op: 'event', conversationId: conversation.id, event }));
}

/** An event as this viewer may see it. @throws when the log names a message that is not there. */
export function eventView(
  { seq, kind, message }: EventWithMessage,
  conversation: Pick<ConversationRow, 'state' | 'accepted_message_id'>,
  viewer: Viewer,
): ConversationEvent | null {
  if (kind === 'conversation-state') return { kind, seq, ...stateOf(conversation) };
  if (!message) throw new Error(`event ${seq} names no message`);
  const view = messageView(message, viewer);
  return view && { kind, seq, message: view };
}

/** As it is now, whatever it was at the time of the event. */
const stateOf = ({
  state,
  accepted_message_id: accepted,
}: Pick<ConversationRow, 'state' | 'accepted_message_id'>) => ({
  state,
  ...(accepted ? { acceptedMessageId: accepted } : {}),
});
