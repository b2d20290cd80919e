import { createHmac } from 'node:crypto';
import { limitKey } from '../client-address.ts';
import type { AppContext } from '../context.ts';

/** Names a network without keeping its address; null where none is known. */
export function networkName(ctx: AppContext, address: string | null): string | null {
  if (address === null) return null;
  return createHmac('sha256', ctx.tokenSecret).update(limitKey(address)).digest('base64url');
}
