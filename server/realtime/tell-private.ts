import { findMessage } from '../../db/messages.ts';
import type { AppContext } from '../context.ts';
import { messageView } from '../views.ts';
import type { BrokerMessage } from './broker.ts';
import type { Connection } from './connection.ts';
import type { Hub } from './hub.ts';
import { Outgoing } from './outgoing.ts';

/** A message that only its author and moderators may see, to them. */
export async function tellPrivate(
  ctx: AppContext,
  hub: Hub,
  siteId: string,
  messageId: string,
): Promise<void> {
  const message = await findMessage(ctx.db, siteId, messageId);
  if (!message) return;
  const frames = new Map<string, Outgoing | null>();
  for (const connection of concerned(hub, message.author_id, message.conversation_id)) {
    const { actor, viewer } = connection;
    if (actor?.site.id !== siteId) continue;
    const kind = `${actor.personId === message.author_id} ${viewer.mayModerate} ${viewer.seesMatches}`;
    let frame = frames.get(kind);
    if (frame === undefined) {
      const view = messageView(message, viewer);
      frame = view && new Outgoing(JSON.stringify({ op: 'private', message: view }));
      frames.set(kind, frame);
    }
    if (frame) hub.flusher.push(connection, frame);
  }
}

/** The author everywhere, moderators where they listen to the conversation. */
function concerned(hub: Hub, authorId: string, conversationId: string): Set<Connection> {
  const connections = new Set(hub.directory.ofPerson(authorId));
  for (const { connection } of hub.topics.find(conversationId)?.listeners ?? []) {
    if (connection.mayModerate) connections.add(connection);
  }
  return connections;
}

export function tellTyping(hub: Hub, message: Extract<BrokerMessage, { topic: 'typing' }>): void {
  const { siteId, conversationId, personId, name } = message;
  const topic = hub.topics.find(conversationId);
  if (!topic) return;
  const json = JSON.stringify({ op: 'typing', conversationId, name });
  const frame = new Outgoing(json, { kind: 'passing', key: `typing ${conversationId} ${name}` });
  hub.flusher.each(topic.listeners, ({ connection }) => {
    const { actor } = connection;
    if (actor?.site.id !== siteId || actor.personId === personId) return null;
    hub.flusher.push(connection, frame);
    return connection;
  });
}
