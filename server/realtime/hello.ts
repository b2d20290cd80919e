/** A connection says who it is: from then on it is told things. */
import { countQueue } from '../../db/review-queue.ts';
import { listPageRules } from '../../db/sites.ts';
import type { Actor } from '../actor.ts';
import { authenticate, type Credentials } from '../authenticate.ts';
import type { AppContext } from '../context.ts';
import { Refusal } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { CLOSE, type ClientFrame, PROTOCOL_VERSION } from '../protocol/frames.ts';
import { issueVisitorToken, readVisitorToken } from '../visitor-token.ts';
import type { Connection } from './connection.ts';
import type { Hub } from './hub.ts';
import { originsOf } from './origins.ts';
import { rightsOf } from './rights.ts';

type Hello = Extract<ClientFrame, { op: 'hello' }>;

export async function hello(ctx: AppContext, hub: Hub, connection: Connection, frame: Hello): Promise<void> {
  if (connection.state.name === 'closing') return;
  if (connection.state.name === 'ready') return hub.close(connection, CLOSE.badFrame, 'one hello is enough');
  if (frame.version !== PROTOCOL_VERSION)
    return hub.close(connection, CLOSE.unsupportedVersion, 'reload the page');
  const credentials = credentialsOf(connection, frame.token);
  if (!credentials) return hub.close(connection, CLOSE.badToken, 'a token is needed');
  try {
    const actor = await letIn(ctx, hub, connection, frame, credentials);
    if (actor) await welcome(ctx, hub, connection, frame, actor);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    hub.close(connection, CLOSE_OF[error.status] ?? CLOSE.policy, error.code);
  }
}

const CLOSE_OF: Partial<Record<Refusal['status'], number>> = {
  401: CLOSE.badToken,
  403: CLOSE.forbidden,
  404: CLOSE.unknownSite,
};

/** No token means the session cookie of the handshake, which counts only on our own pages. */
function credentialsOf({ from }: Connection, token: string): Credentials | null {
  if (token !== '') return { token };
  return from.cookie === null ? null : { cookie: from.cookie };
}

/** @returns null when the connection was closed instead. @throws Refusal as `authenticate` does */
async function letIn(
  ctx: AppContext,
  hub: Hub,
  connection: Connection,
  frame: Hello,
  credentials: Credentials,
): Promise<Actor | null> {
  const before = hub.revocations();
  const actor = await authenticate(ctx, frame.site, credentials, connection.from.address);
  if (!mayCarry(ctx, connection.from.origin, actor)) {
    hub.close(connection, CLOSE.forbidden, 'this page may not use this site');
    return null;
  }
  const theirs = hub.directory.ofPerson(actor.personId);
  if (theirs.length >= LIMITS.connections.person) {
    hub.close(connection, CLOSE.overload, 'too many tabs');
    return null;
  }
  if (isGone(connection)) return null;
  hub.directory.become(connection, actor, frame.page.url);
  // From here on revocations reach this connection; one made while it was let in is seen by reading again.
  if (hub.revocations() === before) return actor;
  const again = await authenticate(ctx, frame.site, credentials, connection.from.address);
  if (isGone(connection)) return null;
  hub.directory.become(connection, again, frame.page.url);
  return again;
}

const isGone = ({ state }: Connection) => state.name === 'closing';

function mayCarry(ctx: AppContext, origin: string, { site }: Actor): boolean {
  return originsOf(site).has(origin) || origin === new URL(ctx.config.publicUrl).origin;
}

async function welcome(ctx: AppContext, hub: Hub, connection: Connection, frame: Hello, actor: Actor) {
  const rights = await rightsOf(ctx, actor, frame.page.url);
  const token = await renewedToken(ctx, frame);
  hub.send(connection, { op: 'welcome', epoch: ctx.epoch, ...rights, token, serverTime: ctx.clock.now() });
  hub.presence.place(connection, actor.site, await listPageRules(ctx.db, actor.site.id), frame.page.url);
  hub.presence.tell(connection);
  if (!connection.mayModerate) return;
  const { all: waiting } = await countQueue(ctx.db, actor.site.id);
  hub.send(connection, { op: 'back-office', changed: [], waiting });
}

/** A visitor's token gets a successor long before it ends, so that nobody is ever logged out; the shop's word does not. */
async function renewedToken(ctx: AppContext, frame: Hello): Promise<string | null> {
  const visitor = await readVisitorToken(ctx, frame.site, frame.token);
  if (!visitor || visitor.by !== null || ctx.clock.now() - visitor.issuedAt < LIMITS.token.renewAfterMs)
    return null;
  return await issueVisitorToken(ctx, frame.site, visitor.personId);
}
