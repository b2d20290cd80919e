/** Who may open a connection, decided from the request alone, cheapest question first. */
import type { IncomingMessage } from 'node:http';
import { after, type Soon } from '../../db/soon.ts';
import { clientAddress } from '../client-address.ts';
import type { AppContext } from '../context.ts';
import { Refusal } from '../errors.ts';
import type { Handshake } from './connection.ts';
import { refuseTooMany, refuseWhileStopping } from './doors.ts';
import type { Hub } from './hub.ts';
import { createOriginCheck } from './origins.ts';

export type Decide = (request: IncomingMessage) => Soon<Handshake>;

/** @returns what answers a request with its handshake, or throws a Refusal with the status to answer. */
export function createHandshakes(ctx: AppContext, hub: Hub): Decide {
  const isOriginOfSite = createOriginCheck(ctx);
  const ownOrigin = new URL(ctx.config.publicUrl).origin;
  return (request) => {
    refuseWhileStopping(hub);
    const address = clientAddress(request, ctx.config.trustedProxies);
    ctx.pace.takeUpgrade(address);
    refuseTooMany(hub, address);
    const origin = request.headers.origin ?? '';
    if (origin === ownOrigin) return { address, origin, cookie: request.headers.cookie ?? '' };
    return after(isOriginOfSite(origin), (isTheirs) => {
      if (isTheirs) return { address, origin, cookie: null };
      throw new Refusal(403, 'origin', 'This origin is not allowed.');
    });
  };
}
