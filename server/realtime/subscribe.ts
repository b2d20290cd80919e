import type { AppContext } from '../context.ts';
import { Refusal } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import type { ClientFrame } from '../protocol/frames.ts';
import { catchUp } from './catch-up.ts';
import type { Connection } from './connection.ts';
import type { Hub } from './hub.ts';
import { goLive } from './subscription.ts';
import type { Subscription } from './topics.ts';

type Subscribe = Extract<ClientFrame, { op: 'subscribe' }>;

/** What was missed, page by page as fast as it is taken, then live. */
export async function subscribe(
  ctx: AppContext,
  hub: Hub,
  connection: Connection,
  { conversationId, lastSeq, epoch }: Subscribe,
): Promise<void> {
  const { subscriptions } = connection;
  if (subscriptions.length >= LIMITS.connections.subscriptions && !connection.subscription(conversationId)) {
    const message = 'Too many conversations are open at once.';
    return hub.send(connection, { op: 'error', code: 'too-many', message });
  }
  // Collect from here on, so that nothing falls between history and what is live.
  const subscription = hub.topics.subscribe(connection, conversationId);
  try {
    await backfill(ctx, hub, subscription, { conversationId, lastSeq, epoch });
  } catch (error) {
    if (!isWanted(subscription)) return;
    hub.topics.unsubscribe(subscription);
    if (!(error instanceof Refusal)) throw error;
    hub.send(connection, { op: 'not-found', conversationId });
  }
}

async function backfill(
  ctx: AppContext,
  hub: Hub,
  subscription: Subscription,
  from: { conversationId: string; lastSeq: number; epoch: string | null },
): Promise<void> {
  const { connection } = subscription;
  let { lastSeq, epoch } = from;
  // The histories of many conversations are together more than may wait.
  if (isBehind(connection)) await hub.flusher.taken(connection);
  for (;;) {
    const page = await hub.reading(async () => {
      const { actor } = connection;
      return actor && isWanted(subscription)
        ? await catchUp(ctx, hub, actor, { ...from, lastSeq, epoch })
        : null;
    });
    if (!isWanted(subscription)) return;
    if (!page) {
      ctx.metrics.resyncs += 1;
      hub.topics.unsubscribe(subscription);
      return hub.send(connection, { op: 'resync', conversationId: from.conversationId });
    }
    ctx.metrics.catchUp.observe(page.lastSeq - lastSeq);
    hub.flusher.push(connection, page.frame);
    ({ lastSeq } = page);
    ({ epoch } = ctx);
    if (!page.more && goLive(hub, subscription, lastSeq)) return;
    await hub.flusher.taken(connection);
    if (!isWanted(subscription)) return;
  }
}

/** Whether as much waits for it as a page of history has. */
const isBehind = ({ pending, transport }: Connection) =>
  pending.size + transport.waiting > LIMITS.history.backfillCharacters;

/** Not unsubscribed, nor subscribed anew, nor gone meanwhile. */
const isWanted = (subscription: Subscription) => subscription.connection.subscriptions.includes(subscription);
