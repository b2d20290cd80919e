import { findConversation } from '../../db/conversations.ts';
import { maySeeConversation } from '../access.ts';
import type { AppContext } from '../context.ts';
import type { ServerFrame } from '../protocol/frames.ts';
import type { Connection } from './connection.ts';
import type { Hub } from './hub.ts';

type Heads = Extract<ServerFrame, { op: 'pong' }>['heads'];

/** How far each conversation a connection listens to has come, so that a lost last event is noticed. */
export async function headsOf(
  ctx: AppContext,
  hub: Hub,
  { actor, subscriptions }: Connection,
): Promise<Heads> {
  const heads: Heads = [];
  if (!actor) return heads;
  for (const subscription of [...subscriptions]) {
    const { topic } = subscription;
    const row = await findConversation(ctx.db, actor.site.id, topic.conversationId);
    if (!row || !maySeeConversation(actor, row)) continue;
    // What is being handed out is on its way to them, and not lost.
    const { place } = subscription;
    const isOnItsWay = hub.handOuts.has(topic) && place.state === 'live';
    heads.push({ conversationId: row.id, lastSeq: isOnItsWay ? place.lastSeq : row.last_seq });
  }
  return heads;
}
