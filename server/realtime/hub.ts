/** Who listens on this node, and what each of them is told when something was committed. */
import { findConversation } from '../../db/conversations.ts';
import { findEvent } from '../../db/event-log.ts';
import { findMessage } from '../../db/messages.ts';
import { countQueue } from '../../db/review-queue.ts';
import type { ConversationEventRow, ConversationRow } from '../../db/schema.ts';
import { maySeeConversation } from '../access.ts';
import type { Actor } from '../actor.ts';
import { isBlocked, refreshActor } from '../authenticate.ts';
import type { AppContext } from '../context.ts';
import { viewConversation, viewerOf } from '../conversation-heads.ts';
import { CLOSE, type ConversationEvent } from '../protocol/frames.ts';
import { messageView, type Viewer } from '../views.ts';
import type { BrokerMessage } from './broker.ts';
import type { Connection } from './connection.ts';
import { rightsOf } from './rights.ts';

export type Hub = {
  add(connection: Connection): void;
  remove(connection: Connection): void;
  connections(): Iterable<Connection>;
  /** Distinct people connected to a site. */
  here(siteId: string): number;
  addresses(siteId: string): string[];
  /** Resolves when everything published so far has been told. */
  settled(): Promise<void>;
};

export function createHub(ctx: AppContext): Hub {
  const all = new Set<Connection>();
  let told: Promise<void> = Promise.resolve();
  // One after the other, so that what happened first is told first.
  ctx.broker.subscribe((message) => {
    told = told
      .then(() => tell(ctx, all, message))
      .catch((error) => ctx.log.error({ err: error }, 'telling failed'));
  });
  return {
    add: (connection) => void all.add(connection),
    remove: (connection) => void all.delete(connection),
    connections: () => all,
    here: (siteId) => new Set(of(all, siteId).map(([, actor]) => actor.personId)).size,
    addresses: (siteId) => of(all, siteId).map(([connection]) => connection.address),
    settled: () => told,
  };
}

type Ready = [Connection, Actor];

function of(all: Set<Connection>, siteId: string): Ready[] {
  const ready: Ready[] = [];
  for (const connection of all) {
    const { actor } = connection;
    if (actor?.site.id === siteId) ready.push([connection, actor]);
  }
  return ready;
}

async function tell(ctx: AppContext, all: Set<Connection>, message: BrokerMessage): Promise<void> {
  const ready = of(all, message.siteId);
  if (ready.length === 0) return;
  switch (message.topic) {
    case 'event':
      return await tellEvent(ctx, ready, message.siteId, message.conversationId, message.seq);
    case 'private':
      return await tellPrivate(ctx, ready, message.siteId, message.messageId);
    case 'conversation':
      return await tellConversation(ctx, ready, message.siteId, message.conversationId);
    case 'conversation-gone':
      return await tellGone(ctx, ready, message.siteId, message.conversationId);
    case 'typing':
      return tellTyping(ready, message);
    case 'rights':
      return await tellRights(ctx, ready, message.personId);
    case 'blocked':
      return await closeBlocked(ctx, ready);
    case 'signed-out':
      for (const [connection, actor] of ready) {
        if (actor.personId === message.personId) connection.close(CLOSE.signedOut, 'sign in again');
      }
      return;
    case 'back-office':
      return await tellBackOffice(ctx, ready, message);
  }
}

/** One view, serialised once, for each kind of viewer: the author, moderators, everybody else. */
async function tellEvent(
  ctx: AppContext,
  ready: Ready[],
  siteId: string,
  conversationId: string,
  seq: number,
) {
  const listening = ready.filter(([connection]) => connection.subscriptions.has(conversationId));
  if (listening.length === 0) return;
  const [row, conversation] = await Promise.all([
    findEvent(ctx.db, conversationId, seq),
    findConversation(ctx.db, siteId, conversationId),
  ]);
  if (!row || !conversation) return;
  const load = await eventLoader(ctx, siteId, row, conversation);
  const serialised = new Map<string, string | null>();
  for (const [connection, actor] of listening) {
    const { viewer } = connection;
    const kind =
      actor.personId === load.authorId ? `author ${viewer.mayModerate}` : String(viewer.mayModerate);
    if (!serialised.has(kind)) {
      const event = load.view(viewer);
      serialised.set(kind, event && JSON.stringify({ op: 'event', conversationId, event }));
    }
    const data = serialised.get(kind);
    if (data && maySeeConversation(actor, conversation)) connection.deliver(conversationId, seq, data);
  }
}

/** An event row made ready to be seen: what it carries is read once, the view made for each viewer. */
export async function eventLoader(
  ctx: AppContext,
  siteId: string,
  row: ConversationEventRow,
  conversation: ConversationRow,
): Promise<{ authorId: string | null; view(viewer: Viewer): ConversationEvent | null }> {
  const { seq, kind } = row;
  if (kind === 'conversation-state') {
    return { authorId: null, view: () => ({ kind, seq, state: conversation.state }) };
  }
  const message = row.message_id ? await findMessage(ctx.db, siteId, row.message_id) : undefined;
  if (!message) throw new Error(`event ${seq} of ${conversation.id} names no message`);
  return {
    authorId: message.author_id,
    view(viewer) {
      const view = messageView(message, viewer);
      return view && { kind, seq, message: view };
    },
  };
}

async function tellPrivate(
  ctx: AppContext,
  ready: Ready[],
  siteId: string,
  messageId: string,
): Promise<void> {
  const message = await findMessage(ctx.db, siteId, messageId);
  if (!message) return;
  for (const [connection, actor] of ready) {
    const mine = actor.personId === message.author_id;
    const watching = connection.viewer.mayModerate && connection.subscriptions.has(message.conversation_id);
    const view = mine || watching ? messageView(message, connection.viewer) : null;
    if (view) connection.send({ op: 'private', message: view });
  }
}

/** A list row; made once per kind of viewer, since who may write differs by role. */
async function tellConversation(ctx: AppContext, ready: Ready[], siteId: string, conversationId: string) {
  const row = await findConversation(ctx.db, siteId, conversationId);
  if (!row) return;
  const serialised = new Map<string, string>();
  for (const [connection, actor] of ready) {
    if (!maySeeConversation(actor, row)) continue;
    const kind = `${actor.role} ${actor.personId === row.author_id} ${actor.ban !== null}`;
    let data = serialised.get(kind);
    if (!data) {
      data = JSON.stringify({ op: 'conversation', conversation: await viewConversation(ctx, actor, row) });
      serialised.set(kind, data);
    }
    connection.sendData(data);
  }
}

/** What nobody else could see goes without a word to them. */
async function tellGone(
  ctx: AppContext,
  ready: Ready[],
  siteId: string,
  conversationId: string,
): Promise<void> {
  const row = await findConversation(ctx.db, siteId, conversationId);
  const wasPublic = row?.published_at != null;
  const data = JSON.stringify({ op: 'conversation-gone', conversationId });
  for (const [connection, actor] of ready) {
    if (!wasPublic && row?.author_id !== actor.personId && !connection.viewer.mayModerate) continue;
    connection.subscriptions.delete(conversationId);
    connection.sendData(data);
  }
}

function tellTyping(ready: Ready[], message: Extract<BrokerMessage, { topic: 'typing' }>): void {
  const data = JSON.stringify({ op: 'typing', conversationId: message.conversationId, name: message.name });
  for (const [connection, actor] of ready) {
    if (actor.personId === message.personId) continue;
    if (connection.subscriptions.has(message.conversationId)) connection.sendData(data);
  }
}

/** Roles, bans and modes are read again; what somebody may no longer see is taken off their screen. */
async function tellRights(ctx: AppContext, ready: Ready[], personId: string | null): Promise<void> {
  for (const [connection, actor] of ready) {
    if (personId !== null && actor.personId !== personId) continue;
    if (connection.state.name !== 'ready') continue;
    const fresh = await refreshActor(ctx, actor);
    const sawMore = viewerOf(actor).mayModerate !== viewerOf(fresh).mayModerate;
    connection.state.actor = fresh;
    connection.send({ op: 'rights', ...(await rightsOf(ctx, fresh, connection.state.page.url)) });
    if (!sawMore) continue;
    for (const conversationId of connection.subscriptions.keys()) {
      connection.subscriptions.delete(conversationId);
      connection.send({ op: 'resync', conversationId });
    }
  }
}

async function closeBlocked(ctx: AppContext, ready: Ready[]): Promise<void> {
  const verdicts = new Map<string, boolean>();
  for (const [connection, actor] of ready) {
    if (actor.role === 'manager') continue;
    const known = verdicts.get(connection.address);
    const blocked = known ?? (await isBlocked(ctx, actor.site.id, connection.address));
    verdicts.set(connection.address, blocked);
    if (blocked) connection.close(CLOSE.forbidden, 'blocked');
  }
}

async function tellBackOffice(
  ctx: AppContext,
  ready: Ready[],
  message: Extract<BrokerMessage, { topic: 'back-office' }>,
) {
  const staff = ready.filter(([connection]) => connection.viewer.mayModerate);
  if (staff.length === 0) return;
  const { all: waiting } = await countQueue(ctx.db, message.siteId);
  const data = JSON.stringify({ op: 'back-office', changed: message.changed, waiting });
  for (const [connection] of staff) connection.sendData(data);
}
