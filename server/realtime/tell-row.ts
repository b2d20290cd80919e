import { findConversation } from '../../db/conversations.ts';
import type { ConversationRow } from '../../db/schema.ts';
import { maySeeConversation } from '../access.ts';
import type { Actor } from '../actor.ts';
import type { AppContext } from '../context.ts';
import { readViews } from '../conversation-heads.ts';
import type { ConversationView } from '../protocol/frames.ts';
import { handOutAs } from './hand-out.ts';
import type { Hub } from './hub.ts';
import { Outgoing } from './outgoing.ts';

/** A list row, to everybody of the site who may see it; made once per kind of viewer, since who may write differs. */
export async function tellRow(
  ctx: AppContext,
  hub: Hub,
  siteId: string,
  conversationId: string,
): Promise<void> {
  if (hub.directory.ofSite(siteId).size === 0) return;
  const row = await findConversation(ctx.db, siteId, conversationId);
  if (!row) return;
  const viewFor = await readViews(ctx, siteId, [row]);
  const frames = new Map<string, Outgoing>();
  hub.flusher.along(hub.directory.ofSite(siteId), (connection) => {
    const { actor } = connection;
    const kind = actor && kindOf(actor, row);
    if (!actor || kind === null) return;
    const frame = frames.get(kind) ?? rowFrame(viewFor(actor, row), row);
    frames.set(kind, frame);
    hub.flusher.push(connection, frame);
  });
}

function rowFrame(conversation: ConversationView | null, { id }: ConversationRow): Outgoing {
  if (!conversation) throw new Error(`conversation ${id} has no question`);
  return new Outgoing(JSON.stringify({ op: 'conversation', conversation }), {
    kind: 'latest',
    key: `conversation ${id}`,
  });
}

/** null for who may not see it. */
function kindOf(actor: Actor, row: ConversationRow): string | null {
  if (!maySeeConversation(actor, row)) return null;
  const mine = actor.personId === row.author_id;
  if (!mine && !actor.ban) return actor.role;
  return `${actor.role}${mine ? ' mine' : ''}${actor.ban ? ' banned' : ''}`;
}

/** What nobody else could see goes without a word to them. */
export async function tellGone(
  ctx: AppContext,
  hub: Hub,
  siteId: string,
  conversationId: string,
): Promise<void> {
  const row = await findConversation(ctx.db, siteId, conversationId);
  if (row) handOutAs(hub, row);
  const wasPublic = row?.published_at != null;
  const frame = new Outgoing(JSON.stringify({ op: 'conversation-gone', conversationId }));
  hub.flusher.each(hub.directory.ofSite(siteId), (connection) => {
    const mine = connection.actor?.personId === row?.author_id;
    if (!wasPublic && !mine && !connection.mayModerate) return null;
    const subscription = connection.subscription(conversationId);
    if (subscription) hub.topics.unsubscribe(subscription);
    hub.flusher.push(connection, frame);
    return connection;
  });
}
