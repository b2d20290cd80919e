/** What each frame of a client leads to. No rule lives here: rules are in `access` and `actions`. */
import { findConversation } from '../../db/conversations.ts';
import { listPageRules } from '../../db/sites.ts';
import { accessConversation, modeOfPage, obstacleToWriting } from '../access.ts';
import { sendMessage } from '../actions/send-message.ts';
import type { Actor } from '../actor.ts';
import { refreshActor } from '../authenticate.ts';
import type { AppContext } from '../context.ts';
import { viewConversation, viewerOf } from '../conversation-heads.ts';
import { Refusal } from '../errors.ts';
import {
  CLOSE,
  type ClientFrame,
  type ConversationView,
  type RefusalCode,
  type ServerFrame,
} from '../protocol/frames.ts';
import { messageView } from '../views.ts';
import type { Connection, ConnectionState } from './connection.ts';
import { headsOf } from './heads.ts';
import { hello } from './hello.ts';
import type { Hub } from './hub.ts';
import { rightsOf } from './rights.ts';
import { subscribe } from './subscribe.ts';

type Frame<Op extends ClientFrame['op']> = Extract<ClientFrame, { op: Op }>;
type Ready = Extract<ConnectionState, { name: 'ready' }>;

export async function handleFrame(
  ctx: AppContext,
  hub: Hub,
  connection: Connection,
  frame: ClientFrame,
): Promise<void> {
  if (frame.op === 'ping')
    return hub.send(connection, { op: 'pong', heads: await headsOf(ctx, hub, connection) });
  if (frame.op === 'hello') return await hello(ctx, hub, connection, frame);
  const { state } = connection;
  if (state.name === 'closing') return;
  if (state.name === 'awaiting-hello') return hub.close(connection, CLOSE.badFrame, 'hello comes first');
  switch (frame.op) {
    case 'subscribe':
      return await subscribe(ctx, hub, connection, frame);
    case 'unsubscribe': {
      const subscription = connection.subscription(frame.conversationId);
      return subscription && hub.topics.unsubscribe(subscription);
    }
    case 'send':
      return await send(ctx, hub, connection, state.actor, frame);
    case 'typing':
      return await typing(ctx, connection, state, frame);
    case 'page':
      return await goToPage(ctx, hub, connection, state, frame);
    default:
      frame satisfies never;
  }
}

async function send(
  ctx: AppContext,
  hub: Hub,
  connection: Connection,
  actor: Actor,
  frame: Frame<'send'>,
): Promise<void> {
  const { clientMessageId } = frame;
  const receivedAt = ctx.clock.now();
  const began = performance.now();
  try {
    if (frame.conversationId !== null) await hub.ahead.room(frame.conversationId);
    // Signed out, blocked or gone while it waited.
    if (connection.state.name === 'closing') return;
    const { message, author: known } = await sendMessage(ctx, actor, frame, connection.transport.kind);
    // A first message is what gives a visitor a row.
    const author = known.person ? known : await refreshActor(ctx, known);
    if (connection.actor?.person === null) hub.directory.become(connection, author);
    const view = messageView(message, viewerOf(author));
    if (!view) throw new Error('a committed message has no view for its author');
    const isNews = frame.conversationId === null || message.created_at < receivedAt;
    const conversation = isNews ? await rowOf(ctx, author, message.conversation_id) : null;
    hub.send(connection, { op: 'ack', clientMessageId, message: view, conversation });
    ctx.metrics.acknowledgement.observe((performance.now() - began) / 1000);
  } catch (error) {
    // Signed out while it was on its way: it stays in the browser's queue until they are somebody again.
    if (error instanceof Refusal && error.status === 401)
      return hub.close(connection, CLOSE.signedOut, 'sign in again');
    hub.send(connection, refused(ctx, clientMessageId, error));
  }
}

async function rowOf(ctx: AppContext, author: Actor, conversationId: string): Promise<ConversationView> {
  const conversation = await findConversation(ctx.db, author.site.id, conversationId);
  if (!conversation) throw new Error('a committed message has no conversation');
  return await viewConversation(ctx, author, conversation);
}

function refused(
  ctx: AppContext,
  clientMessageId: string,
  error: unknown,
): Extract<ServerFrame, { op: 'refused' }> {
  if (error instanceof Refusal) {
    const code = error.code as RefusalCode;
    return { op: 'refused', clientMessageId, code, message: error.message, retryAfterMs: error.retryAfterMs };
  }
  ctx.log.error({ err: error }, 'a message could not be stored');
  const message = 'The message could not be stored just now. It is kept and sent again.';
  return { op: 'refused', clientMessageId, code: 'busy', message, retryAfterMs: 2000 };
}

async function typing(
  ctx: AppContext,
  connection: Connection,
  { actor }: Ready,
  { conversationId }: Frame<'typing'>,
): Promise<void> {
  if (connection.subscription(conversationId)?.place.state !== 'live') return;
  const conversation = await accessConversation(ctx, actor, conversationId);
  const mode = await modeOfPage(ctx, actor, conversation.page_key);
  if (obstacleToWriting(actor, conversation, mode) !== null || !actor.person) return;
  const { personId, person, site } = actor;
  ctx.broker.publish({ topic: 'typing', siteId: site.id, conversationId, personId, name: person.name });
}

async function goToPage(
  ctx: AppContext,
  hub: Hub,
  connection: Connection,
  { actor }: Ready,
  { page: { url } }: Frame<'page'>,
): Promise<void> {
  const rules = await listPageRules(ctx.db, actor.site.id);
  if (connection.state.name !== 'ready') return;
  connection.state.url = url;
  hub.presence.place(connection, actor.site, rules, url);
  hub.send(connection, { op: 'rights', ...(await rightsOf(ctx, connection.state.actor, url)) });
  hub.presence.tell(connection);
}
