import { findConversation } from '../../db/conversations.ts';
import { maySeeConversation } from '../access.ts';
import type { AppContext } from '../context.ts';
import type { ServerFrame } from '../protocol/frames.ts';
import type { Connection } from './connection.ts';

type Heads = Extract<ServerFrame, { op: 'pong' }>['heads'];

/** How far each conversation a connection listens to has come, so that a lost last event is noticed. */
export async function headsOf(ctx: AppContext, { actor, subscriptions }: Connection): Promise<Heads> {
  const heads: Heads = [];
  if (!actor) return heads;
  for (const { topic } of [...subscriptions]) {
    const row = await findConversation(ctx.db, actor.site.id, topic.conversationId);
    if (row && maySeeConversation(actor, row)) heads.push({ conversationId: row.id, lastSeq: row.last_seq });
  }
  return heads;
}
