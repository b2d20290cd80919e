import { createHmac } from 'node:crypto';
import type { Actor } from './actor.ts';
import { limitKey } from './client-address.ts';
import type { AppContext } from './context.ts';

/** Names a network without keeping its address. */
export function networkOf(ctx: Pick<AppContext, 'tokenSecret'>, { address }: Pick<Actor, 'address'>): string {
  return createHmac('sha256', ctx.tokenSecret).update(limitKey(address)).digest('base64url');
}
