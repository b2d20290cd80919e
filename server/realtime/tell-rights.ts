/** What somebody may do changed: they are told, and what they may no longer see or do ends. */
import { listBlocks } from '../../db/address-blocks.ts';
import { findSite, listPageRules } from '../../db/sites.ts';
import type { Actor } from '../actor.ts';
import { refreshActor } from '../authenticate.ts';
import { isIn, parseRange } from '../client-address.ts';
import type { AppContext } from '../context.ts';
import { Refusal } from '../errors.ts';
import { CLOSE } from '../protocol/frames.ts';
import { createSlices } from '../slices.ts';
import type { Connection } from './connection.ts';
import type { Hub } from './hub.ts';
import { rightsOf } from './rights.ts';

/** One person's role or ban. */
export async function tellRightsOf(ctx: AppContext, hub: Hub, siteId: string, personId: string) {
  for (const connection of [...hub.directory.ofPerson(personId)]) {
    if (connection.actor?.site.id !== siteId) continue;
    const fresh = await refreshActor(ctx, connection.actor).catch(signedOut);
    if (fresh) await tellRights(ctx, hub, connection, fresh);
    else hub.close(connection, CLOSE.signedOut, 'sign in again');
  }
}

function signedOut(error: unknown): null {
  if (error instanceof Refusal && error.status === 401) return null;
  throw error;
}

/** The site itself or its page rules: everybody's. It is read once, the people on it are as they were. */
export async function tellRightsOfAll(ctx: AppContext, hub: Hub, siteId: string): Promise<void> {
  const site = await findSite(ctx.db, siteId);
  if (!site) return;
  const rules = await listPageRules(ctx.db, siteId);
  const pause = createSlices();
  for (const connection of [...hub.directory.ofSite(siteId)]) {
    if (connection.state.name !== 'ready') continue;
    hub.presence.place(connection, site, rules, connection.state.url);
    await tellRights(ctx, hub, connection, { ...connection.state.actor, site });
    await pause();
  }
}

async function tellRights(ctx: AppContext, hub: Hub, connection: Connection, fresh: Actor): Promise<void> {
  if (connection.state.name !== 'ready') return;
  const { url, mayModerate, seesMatches } = connection.state;
  hub.directory.become(connection, fresh);
  const sawElse = connection.mayModerate !== mayModerate || connection.seesMatches !== seesMatches;
  hub.send(connection, { op: 'rights', ...(await rightsOf(ctx, fresh, url)) });
  if (!sawElse) return;
  for (const subscription of [...connection.subscriptions]) {
    const { conversationId } = subscription.topic;
    hub.topics.unsubscribe(subscription);
    hub.send(connection, { op: 'resync', conversationId });
  }
}

/** An address range was blocked: whoever is connected from it goes, managers excepted. */
export async function closeBlocked(ctx: AppContext, hub: Hub, siteId: string): Promise<void> {
  const blocks = await listBlocks(ctx.db, siteId, ctx.clock.now());
  const ranges = blocks.map((block) => parseRange(block.range)?.range).filter((range) => range !== undefined);
  const pause = createSlices();
  for (const connection of [...hub.directory.ofSite(siteId)]) {
    const { actor } = connection;
    if (!actor || actor.role === 'manager') continue;
    if (isIn(actor.address, ranges)) hub.close(connection, CLOSE.forbidden, 'blocked');
    await pause();
  }
}

/** A session of theirs ended: every connection says hello again, and only the living get in. */
export function closeSignedOut(hub: Hub, siteId: string, personId: string): void {
  for (const connection of [...hub.directory.ofPerson(personId)]) {
    if (connection.actor?.site.id === siteId) hub.close(connection, CLOSE.signedOut, 'sign in again');
  }
}

/** Whoever the shop vouched for says hello again: its word may be taken back. */
export async function closeVouched(hub: Hub, siteId: string): Promise<void> {
  const pause = createSlices();
  for (const connection of [...hub.directory.ofSite(siteId)]) {
    if (connection.actor?.person?.verified === 1) hub.close(connection, CLOSE.signedOut, 'sign in again');
    await pause();
  }
}
