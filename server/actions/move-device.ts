import { transaction } from '../../db/database.ts';
import { moveSubscriptions } from '../../db/push-subscriptions.ts';
import type { AppContext } from '../context.ts';
import { badRequest } from '../errors.ts';
import type { MovedDeviceBody } from '../protocol/notifications.ts';

/**
 * A browser got another address at its push service: whoever was told at the old one is told at the new one. That
 * it is the same browser shows by the old one's secret, which only that browser and this server know.
 * @throws Refusal 400 no push service on the public internet
 */
export async function moveDevice(ctx: AppContext, { old, subscription }: MovedDeviceBody): Promise<void> {
  const { endpoint, keys } = subscription;
  if (!ctx.push.accepts(endpoint)) throw badRequest('subscription: not a push service of the internet');
  const from = { endpoint: old.endpoint, auth: old.keys.auth };
  await transaction(ctx.db, (tx) => moveSubscriptions(tx, from, { endpoint, ...keys }));
}
