import { findMessage } from '../../db/messages.ts';
import type { AppContext } from '../context.ts';
import type { ServerFrame } from '../protocol/frames.ts';
import type { Hub } from './hub.ts';
import { Outgoing } from './outgoing.ts';

/** How many thank for a message now, to who listens to its conversation; nothing where it is not public. */
export async function tellThanks(
  ctx: AppContext,
  hub: Hub,
  siteId: string,
  messageId: string,
): Promise<void> {
  const message = await findMessage(ctx.db, siteId, messageId);
  if (message?.state !== 'published') return;
  const { conversation_id: conversationId, thanks } = message;
  const topic = hub.topics.find(conversationId);
  if (!topic) return;
  const told: ServerFrame = { op: 'thanks', conversationId, messageId, thanks };
  const frame = new Outgoing(JSON.stringify(told), { kind: 'latest', key: `thanks ${messageId}` });
  hub.flusher.each(topic.listeners, ({ connection }) => {
    if (connection.actor?.site.id !== siteId) return null;
    hub.flusher.push(connection, frame);
    return connection;
  });
}
