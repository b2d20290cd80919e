import { countBlocksBy } from '../../db/address-blocks.ts';
import { listAddresses } from '../../db/people.ts';
import { accessMessage } from '../access.ts';
import { type Actor, isAtLeast } from '../actor.ts';
import { isBlocked } from '../authenticate.ts';
import { type AddressRange, isIn, limitKey, parseRange } from '../client-address.ts';
import type { AppContext } from '../context.ts';
import { conflict, Refusal } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { requirePermission } from '../permissions.ts';
import { commitBlock } from './commit-block.ts';

/**
 * Keeps the address behind a message out for an hour. Who does it never sees the address: that it is a
 * member's, their own, a proxy's, or forgotten by now is one and the same refusal.
 * @throws Refusal 404, 403 not theirs to do, 409 blocked already, 422 `not-blockable`, 429 too many
 */
export async function blockForAnHour(
  ctx: AppContext,
  actor: Actor,
  messageId: string,
  reason: string,
): Promise<void> {
  requirePermission(actor, 'block-for-an-hour');
  const { message } = await accessMessage(ctx, actor, messageId);
  await refuseTooMany(ctx, actor);
  const range = await blockableRange(ctx, actor, message.address);
  if (!range || isAtLeast(message.author_role, 'expert')) throw notBlockable();
  if (message.address && (await isBlocked(ctx, actor.site.id, message.address)))
    throw conflict('This address is blocked already.');
  await commitBlock(ctx, actor, {
    range,
    reason,
    lastsMs: LIMITS.moderator.blockMs,
    message: messageId,
  });
}

async function refuseTooMany(ctx: AppContext, actor: Actor): Promise<void> {
  if (actor.role === 'manager') return;
  const { blocks, blockMs } = LIMITS.moderator;
  const since = ctx.clock.now() - blockMs;
  if ((await countBlocksBy(ctx.db, actor.site.id, actor.personId, since)) < blocks) return;
  throw new Refusal(429, 'too-many', 'You have blocked many addresses. Raise an alert for the managers.');
}

/** @returns the range to block, canonical; null for an address that is nobody's to block from here. */
async function blockableRange(ctx: AppContext, actor: Actor, address: string | null): Promise<string | null> {
  const parsed = address === null || address.includes('/') ? null : parseRange(limitKey(address));
  if (!address || !parsed) return null;
  const { range, text } = parsed;
  if (isIn(actor.address, [range])) return null;
  if (ctx.config.trustedProxies.some((proxy) => isIn(address, [proxy]))) return null;
  return (await isOfMember(ctx, actor.site.id, range)) ? null : text;
}

async function isOfMember(ctx: AppContext, siteId: string, range: AddressRange): Promise<boolean> {
  const people = await listAddresses(ctx.db, siteId);
  return people.some(
    ({ role, address }) => isAtLeast(role, 'expert') && address !== null && isIn(address, [range]),
  );
}

const notBlockable = () =>
  new Refusal(422, 'not-blockable', 'This address cannot be blocked from here. Raise an alert instead.');
