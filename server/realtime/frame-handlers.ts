/** What each frame of a client leads to. No rule lives here: rules are in `access` and `actions`. */
import { findConversation } from '../../db/conversations.ts';
import { countQueue } from '../../db/review-queue.ts';
import { accessConversation, modeOfPage, obstacleToWriting } from '../access.ts';
import { sendMessage } from '../actions/send-message.ts';
import { authenticate, type Credentials, refreshActor } from '../authenticate.ts';
import type { AppContext } from '../context.ts';
import { viewConversation, viewerOf } from '../conversation-heads.ts';
import { Refusal } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import {
  CLOSE,
  type ClientFrame,
  PROTOCOL_VERSION,
  type RefusalCode,
  type ServerFrame,
} from '../protocol/frames.ts';
import { messageView } from '../views.ts';
import { issueVisitorToken, readVisitorToken } from '../visitor-token.ts';
import { catchUp } from './catch-up.ts';
import type { Connection, ConnectionState } from './connection.ts';
import type { Hub } from './hub.ts';
import { rightsOf } from './rights.ts';

type Frame<Op extends ClientFrame['op']> = Extract<ClientFrame, { op: Op }>;
type Ready = Extract<ConnectionState, { name: 'ready' }>;

export async function handleFrame(
  ctx: AppContext,
  hub: Hub,
  connection: Connection,
  frame: ClientFrame,
): Promise<void> {
  if (frame.op === 'ping') return connection.send({ op: 'pong', heads: [] });
  if (frame.op === 'hello') return await hello(ctx, hub, connection, frame);
  const { state } = connection;
  if (state.name === 'closing') return;
  if (state.name === 'awaiting-hello') return connection.close(CLOSE.badFrame, 'hello comes first');
  switch (frame.op) {
    case 'subscribe':
      return await subscribe(ctx, connection, state, frame);
    case 'unsubscribe':
      connection.subscriptions.delete(frame.conversationId);
      return;
    case 'send':
      return await send(ctx, connection, state, frame);
    case 'typing':
      return await typing(ctx, connection, state, frame);
    case 'page':
      state.page = frame.page;
      return connection.send({ op: 'rights', ...(await rightsOf(ctx, state.actor, frame.page.url)) });
    default:
      frame satisfies never;
  }
}

async function hello(
  ctx: AppContext,
  hub: Hub,
  connection: Connection,
  frame: Frame<'hello'>,
): Promise<void> {
  if (connection.state.name !== 'awaiting-hello')
    return connection.close(CLOSE.badFrame, 'one hello is enough');
  if (frame.version !== PROTOCOL_VERSION)
    return connection.close(CLOSE.unsupportedVersion, 'reload the page');
  const credentials = credentialsOf(connection, frame.token);
  if (!credentials) return connection.close(CLOSE.badToken, 'a token is needed');
  try {
    const actor = await authenticate(ctx, frame.site, credentials, connection.address);
    const own = connection.origin === new URL(ctx.config.publicUrl).origin;
    if (!own && !(JSON.parse(actor.site.allowed_origins) as string[]).includes(connection.origin)) {
      return connection.close(CLOSE.forbidden, 'this page may not use this site');
    }
    if (openedBy(hub, actor.personId) >= LIMITS.connections.person)
      return connection.close(CLOSE.overload, 'too many tabs');
    const state = { name: 'ready' as const, actor, credentials, page: frame.page };
    connection.state = state;
    // From here on revocations reach this connection; one made while it was let in is seen by reading again.
    state.actor = await authenticate(ctx, frame.site, credentials, connection.address);
    const rights = await rightsOf(ctx, state.actor, frame.page.url);
    const token = await renewedToken(ctx, frame);
    connection.send({ op: 'welcome', epoch: ctx.epoch, ...rights, token, serverTime: ctx.clock.now() });
    connection.send({ op: 'presence', here: hub.here(actor.site.id) });
    if (rights.me.mayModerate) {
      const { all: waiting } = await countQueue(ctx.db, actor.site.id);
      connection.send({ op: 'back-office', changed: [], waiting });
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    connection.close(CLOSE_OF[error.status] ?? CLOSE.policy, error.code);
  }
}

const CLOSE_OF: Partial<Record<Refusal['status'], number>> = {
  401: CLOSE.badToken,
  403: CLOSE.forbidden,
  404: CLOSE.unknownSite,
};

/** No token means the session cookie of the handshake, which counts only on our own pages. */
function credentialsOf(connection: Connection, token: string): Credentials | null {
  if (token !== '') return { token };
  return connection.cookie === null ? null : { cookie: connection.cookie };
}

function openedBy(hub: Hub, personId: string): number {
  let count = 0;
  for (const other of hub.connections()) if (other.actor?.personId === personId) count += 1;
  return count;
}

/** A visitor's token gets a successor long before it ends, so that nobody is ever logged out. */
async function renewedToken(ctx: AppContext, frame: Frame<'hello'>): Promise<string | null> {
  const visitor = await readVisitorToken(ctx, frame.site, frame.token);
  if (!visitor || ctx.clock.now() - visitor.issuedAt < LIMITS.token.renewAfterMs) return null;
  return await issueVisitorToken(ctx, frame.site, visitor.personId);
}

async function subscribe(
  ctx: AppContext,
  connection: Connection,
  state: Ready,
  frame: Frame<'subscribe'>,
): Promise<void> {
  const { conversationId } = frame;
  if (
    connection.subscriptions.size >= LIMITS.connections.subscriptions &&
    !connection.subscriptions.has(conversationId)
  ) {
    return connection.send({
      op: 'error',
      code: 'too-many',
      message: 'Too many conversations are open at once.',
    });
  }
  // Collect from here on, so that nothing falls between history and what is live.
  const mine = { state: 'collecting' as const, waiting: [] };
  connection.subscriptions.set(conversationId, mine);
  const forget = () => {
    if (connection.subscriptions.get(conversationId) === mine)
      connection.subscriptions.delete(conversationId);
  };
  try {
    let { lastSeq, epoch } = frame;
    for (let more = true; more; ) {
      const caughtUp = await catchUp(ctx, state.actor, { conversationId, lastSeq, epoch });
      if (connection.subscriptions.get(conversationId) !== mine) return;
      if (!caughtUp) {
        forget();
        return connection.send({ op: 'resync', conversationId });
      }
      connection.send(caughtUp.page);
      lastSeq = caughtUp.page.conversation.lastSeq;
      ({ more } = caughtUp);
      epoch = ctx.epoch;
    }
    connection.goLive(conversationId, lastSeq);
  } catch (error) {
    forget();
    if (!(error instanceof Refusal)) throw error;
    connection.send({ op: 'not-found', conversationId });
  }
}

async function send(
  ctx: AppContext,
  connection: Connection,
  state: Ready,
  frame: Frame<'send'>,
): Promise<void> {
  const { clientMessageId } = frame;
  try {
    // Role, ban and site as they are now, not as they were at the hello.
    state.actor = await refreshActor(ctx, state.actor);
    const message = await sendMessage(ctx, state.actor, frame);
    state.actor = await refreshActor(ctx, state.actor);
    const view = messageView(message, viewerOf(state.actor));
    const conversation = await findConversation(ctx.db, state.actor.site.id, message.conversation_id);
    if (!view || !conversation) throw new Error('a committed message has no view for its author');
    const acknowledged = {
      message: view,
      conversation: await viewConversation(ctx, state.actor, conversation),
    };
    connection.send({ op: 'ack', clientMessageId, ...acknowledged });
  } catch (error) {
    connection.send(refused(ctx, clientMessageId, error));
  }
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
  state: Ready,
  frame: Frame<'typing'>,
): Promise<void> {
  if (connection.subscriptions.get(frame.conversationId)?.state !== 'live') return;
  const { actor } = state;
  const conversation = await accessConversation(ctx, actor, frame.conversationId);
  const mode = await modeOfPage(ctx, actor, conversation.page_key);
  if (obstacleToWriting(actor, conversation, mode) !== null || !actor.person) return;
  const { conversationId } = frame;
  ctx.broker.publish({
    topic: 'typing',
    siteId: actor.site.id,
    conversationId,
    personId: actor.personId,
    name: actor.person.name,
  });
}
