import { type Reader, transaction } from '../../db/database.ts';
import {
  deleteSubscription,
  deleteSubscriptions,
  listSubscriptions,
  putSubscription,
} from '../../db/push-subscriptions.ts';
import { isSessionKept } from '../../db/sessions.ts';
import { findSite } from '../../db/sites.ts';
import type { Actor } from '../actor.ts';
import { refreshActor, refuseBlocked } from '../authenticate.ts';
import type { AppContext } from '../context.ts';
import { badRequest, forbidden, notFound, Refusal } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { type DeviceClaims, readDeviceLink } from '../notifications/device-link.ts';
import type { Locale } from '../protocol/frames.ts';
import type { DeviceBody } from '../protocol/notifications.ts';
import { followByPush, unfollow } from './follow-conversation.ts';

/**
 * A browser shows what this person is told from now on, or no longer. @returns whether it does
 * @throws Refusal 410 the link is too old, 400 no push service on the public internet, 403 banned or blocked
 */
export async function subscribeDevice(
  ctx: AppContext,
  { token, subscription, on }: DeviceBody,
  from: { address: string; locale: Locale },
): Promise<boolean> {
  const claims = readDeviceLink(ctx, token);
  if (!claims || !(await isOpen(ctx.db, claims))) throw over();
  const actor = await actorNamed(ctx, claims, from.address);
  if (on) await add(ctx, actor, subscription, from.locale);
  else await transaction(ctx.db, (tx) => deleteSubscription(tx, actor.personId, subscription.endpoint));
  if (claims.conversationId === null) return on;
  if (on) await followByPush(ctx, actor, claims.conversationId, from.locale);
  else await unfollow(ctx, actor, claims.conversationId);
  return on;
}

/** A link goes with the session it was made in. */
const isOpen = async (db: Reader, { sessionId }: Pick<DeviceClaims, 'sessionId'>) =>
  sessionId === null || (await isSessionKept(db, sessionId));

const over = () => new Refusal(410, 'over', 'This link is too old. Open it again from the chat.');

/** Read anew: banned or blocked since the link was made, they are told nothing. */
async function actorNamed(
  ctx: AppContext,
  { siteId, personId, sessionId }: DeviceClaims,
  address: string,
): Promise<Actor> {
  const site = await findSite(ctx.db, siteId);
  if (!site) throw notFound();
  const known: Actor = { site, personId, person: null, role: 'visitor', address, ban: null, sessionId };
  const actor = await refreshActor(ctx, known);
  if (!actor.person) throw notFound();
  if (actor.role !== 'manager') await refuseBlocked(ctx, siteId, address);
  if (actor.ban) throw forbidden('You can read, but no longer be told of answers here.');
  return actor;
}

async function add(
  ctx: AppContext,
  { site, personId, sessionId }: Actor,
  { endpoint, keys }: DeviceBody['subscription'],
  locale: Locale,
): Promise<void> {
  if (!ctx.push.accepts(endpoint)) throw badRequest('subscription: not a push service of the internet');
  const known = await listSubscriptions(ctx.db, personId);
  const others = known.filter((device) => device.endpoint !== endpoint);
  const tooMany = others.slice(LIMITS.notices.devices - 1).map(({ id }) => id);
  await transaction(ctx.db, async (tx) => {
    // Signed out meanwhile: what is written now would outlive it.
    if (!(await isOpen(tx, { sessionId }))) throw over();
    await deleteSubscriptions(tx, tooMany);
    await putSubscription(tx, {
      id: ctx.random.id(),
      site_id: site.id,
      person_id: personId,
      endpoint,
      ...keys,
      locale,
      session_id: sessionId,
      created_at: ctx.clock.now(),
    });
  });
}
