import { type EventWithMessage, listEventsWithMessages } from '../../db/events-with-messages.ts';
import { listInConversation } from '../../db/messages.ts';
import type { ConversationRow } from '../../db/schema.ts';
import { countThanks, listThanked } from '../../db/thanks.ts';
import { accessConversation } from '../access.ts';
import type { Actor } from '../actor.ts';
import type { AppContext } from '../context.ts';
import { viewConversation, viewerOf } from '../conversation-heads.ts';
import { LIMITS } from '../limits.ts';
import type { MessageView, ServerFrame } from '../protocol/frames.ts';
import { messageView, type Viewer } from '../views.ts';
import type { Page } from './answers.ts';
import { eventView } from './event-view.ts';
import type { Hub } from './hub.ts';
import { Outgoing } from './outgoing.ts';

type Subscribed = Extract<ServerFrame, { op: 'subscribed' }>;

/**
 * One page of what a viewer missed in a conversation after `lastSeq`. A position this server does not know
 * (another epoch, or ahead of the log) gets null: forget everything and read from the start.
 * @throws Refusal 404
 */
export async function catchUp(
  ctx: AppContext,
  hub: Hub,
  actor: Actor,
  wanted: { conversationId: string; lastSeq: number; epoch: string | null },
): Promise<Page | null> {
  const conversation = await accessConversation(ctx, actor, wanted.conversationId);
  const { lastSeq } = wanted;
  const isKnown = wanted.epoch === ctx.epoch && lastSeq <= conversation.last_seq;
  if (lastSeq > 0 && !isKnown) return null;
  // Who has no row never wrote: they all see the same, but for what they thank for.
  const thanked = await listThanked(ctx.db, conversation.id, actor.personId);
  const isLikeAll = actor.person === null && thanked.length === 0;
  const asked = isLikeAll && asksLike(conversation, lastSeq);
  const answer = asked && hub.answers.find(asked);
  if (answer) return answer;
  const page = await readPage(ctx, actor, conversation, lastSeq, thanked);
  if (asked) hub.answers.keep(asked, page);
  return page;
}

const asksLike = ({ id, last_seq: head }: ConversationRow, lastSeq: number) => ({
  conversationId: id,
  lastSeq,
  head,
});

async function readPage(
  ctx: AppContext,
  actor: Actor,
  conversation: ConversationRow,
  lastSeq: number,
  thanked: string[],
): Promise<Page> {
  const { id } = conversation;
  const viewer = viewerOf(actor);
  const found = await listEventsWithMessages(ctx.db, id, lastSeq, LIMITS.history.backfill);
  const events = withinOnePage(found);
  // Read before the events, the row may lag behind them: the position is the last event's.
  const position = events.at(-1)?.seq ?? Math.max(lastSeq, conversation.last_seq);
  const page: Subscribed = {
    op: 'subscribed',
    epoch: ctx.epoch,
    conversation: { ...(await viewConversation(ctx, actor, conversation)), lastSeq: position },
    events: events.flatMap((event) => eventView(event, conversation, viewer) ?? []),
    own: actor.person ? await viewMessages(ctx, id, { authorId: actor.personId }, viewer) : [],
    // Whole each time: what was told of them meanwhile has no place in the log.
    thanks: await countThanks(ctx.db, id),
    thanked,
    held: viewer.mayModerate ? await viewMessages(ctx, id, { states: ['held'] }, viewer) : [],
  };
  const more = events.length < found.length || found.length === LIMITS.history.backfill;
  return { frame: new Outgoing(JSON.stringify(page)), lastSeq: position, more };
}

/** As many as one frame should carry, at least one. */
function withinOnePage(events: EventWithMessage[]): EventWithMessage[] {
  let characters = 0;
  const end = events.findIndex(({ message }, i) => {
    characters += message?.body.length ?? 0;
    return i > 0 && characters > LIMITS.history.backfillCharacters;
  });
  return end === -1 ? events : events.slice(0, end);
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
