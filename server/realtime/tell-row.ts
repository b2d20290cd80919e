import { findConversation } from '../../db/conversations.ts';
import type { ConversationRow } from '../../db/schema.ts';
import { maySeeConversation } from '../access.ts';
import type { Actor } from '../actor.ts';
import type { AppContext } from '../context.ts';
import { viewConversation } from '../conversation-heads.ts';
import { LIMITS } from '../limits.ts';
import type { Connection } from './connection.ts';
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
  for (const [kind, connections] of byKind(hub.directory.ofSite(siteId), row)) {
    const actor = connections[0]?.actor;
    if (!actor) continue;
    const json = JSON.stringify({
      op: 'conversation',
      conversation: await viewConversation(ctx, actor, row),
    });
    const frame = new Outgoing(json, { kind: 'latest', key: `conversation ${conversationId}` });
    const bulk = connections.length > LIMITS.bulk.listeners;
    for (const connection of connections) {
      // What they may do can have changed while the row was read: `rights` is on its way to them.
      if (connection.actor && kindOf(connection.actor, row) === kind)
        hub.flusher.push(connection, frame, bulk);
    }
  }
}

function byKind(connections: ReadonlySet<Connection>, row: ConversationRow): Map<string, Connection[]> {
  const kinds = new Map<string, Connection[]>();
  for (const connection of connections) {
    const kind = connection.actor && kindOf(connection.actor, row);
    if (kind === null) continue;
    const alike = kinds.get(kind);
    if (alike) alike.push(connection);
    else kinds.set(kind, [connection]);
  }
  return kinds;
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
  const wasPublic = row?.published_at != null;
  const frame = new Outgoing(JSON.stringify({ op: 'conversation-gone', conversationId }));
  const connections = hub.directory.ofSite(siteId);
  const bulk = connections.size > LIMITS.bulk.listeners;
  for (const connection of connections) {
    const mine = connection.actor?.personId === row?.author_id;
    if (!wasPublic && !mine && !connection.mayModerate) continue;
    const subscription = connection.subscription(conversationId);
    if (subscription) hub.topics.unsubscribe(subscription);
    hub.flusher.push(connection, frame, bulk);
  }
}
