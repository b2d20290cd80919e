import { findConversation } from '../../db/conversations.ts';
import { findEvent } from '../../db/event-log.ts';
import { type EventWithMessage, listEventsWithMessages } from '../../db/events-with-messages.ts';
import { findMessage } from '../../db/messages.ts';
import type { AppContext } from '../context.ts';
import { LIMITS } from '../limits.ts';
import { handOut } from './hand-out.ts';
import type { Hub } from './hub.ts';

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
    handOut(hub, topic, conversation, events);
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
