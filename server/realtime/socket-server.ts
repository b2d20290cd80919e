import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { listSites } from '../../db/sites.ts';
import { clientAddress, limitKey } from '../client-address.ts';
import type { AppContext } from '../context.ts';
import { Refusal } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { CLOSE } from '../protocol/frames.ts';
import { parseFrame } from '../protocol/parse.ts';
import { Connection } from './connection.ts';
import { handleFrame } from './frame-handlers.ts';
import type { Hub } from './hub.ts';

export const SOCKET_PATH = '/api/socket';

/** Takes the socket's upgrades from the HTTP server. @returns what closes every connection, for the stop. */
export function serveSockets(ctx: AppContext, hub: Hub, http: Server): { close(): Promise<void> } {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: LIMITS.frame.bytes,
    maxFragments: LIMITS.frame.fragments,
    maxBufferedChunks: LIMITS.frame.bufferedChunks,
    perMessageDeflate: false,
    clientTracking: true,
  });
  const perAddress = new Map<string, number>();

  http.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    decideUpgrade(ctx, request, perAddress).then(
      (from) => sockets.handleUpgrade(request, socket, head, (ws) => open(ws, from)),
      (error) => refuseUpgrade(ctx, socket, error),
    );
  });

  function open(ws: import('ws').WebSocket, from: Handshake): void {
    const key = limitKey(from.address);
    perAddress.set(key, (perAddress.get(key) ?? 0) + 1);
    const connection = new Connection(ws, { ...from, now: ctx.clock.now() });
    hub.add(connection);
    const late = setTimeout(() => {
      if (connection.state.name === 'awaiting-hello') connection.close(CLOSE.helloTimeout, 'no hello');
    }, LIMITS.hello.withinMs);
    let handled: Promise<void> = Promise.resolve();
    ws.on('message', (data, isBinary) => {
      if (!connection.countFrame(ctx.clock.now())) return connection.close(CLOSE.policy, 'too many frames');
      const frame = isBinary ? null : parseFrame(String(data));
      if (!frame) return connection.close(CLOSE.badFrame, 'not a frame');
      // In the order they came: a subscription is in place before the message sent after it.
      handled = handled
        .then(() => handleFrame(ctx, hub, connection, frame))
        .catch((error) => fail(ctx, connection, error));
    });
    ws.on('pong', () => {
      connection.lastHeardAt = ctx.clock.now();
    });
    ws.on('error', (error) => ctx.log.debug({ err: error }, 'socket error'));
    ws.on('close', () => {
      clearTimeout(late);
      connection.state = { name: 'closing' };
      hub.remove(connection);
      const left = (perAddress.get(key) ?? 1) - 1;
      if (left > 0) perAddress.set(key, left);
      else perAddress.delete(key);
    });
    const ping = setInterval(() => {
      if (ctx.clock.now() - connection.lastHeardAt > LIMITS.ping.timeoutMs) ws.terminate();
      else ws.ping();
    }, LIMITS.ping.everyMs);
    ws.on('close', () => clearInterval(ping));
  }

  const presence = setInterval(() => tellPresence(hub), LIMITS.presence.everyMs);

  return {
    async close() {
      clearInterval(presence);
      for (const connection of [...hub.connections()]) connection.close(CLOSE.restart, 'restarting');
      await new Promise<void>((resolve) => sockets.close(() => resolve()));
    },
  };
}

type Handshake = { address: string; origin: string; cookie: string | null };

/** @throws Refusal with the status to answer. */
async function decideUpgrade(
  ctx: AppContext,
  request: IncomingMessage,
  perAddress: Map<string, number>,
): Promise<Handshake> {
  const address = clientAddress(request, ctx.config.trustedProxies);
  if (request.url?.split('?')[0] !== SOCKET_PATH) throw new Refusal(404, 'not-found', 'Not here.');
  await ctx.pace.takeUpgrade(address);
  if ((perAddress.get(limitKey(address)) ?? 0) >= LIMITS.connections.address) {
    throw new Refusal(429, 'too-many', 'Too many connections from this address.', 10_000);
  }
  const origin = request.headers.origin ?? '';
  const ownOrigin = new URL(ctx.config.publicUrl).origin;
  const allowed = (await listSites(ctx.db)).flatMap((site) => JSON.parse(site.allowed_origins) as string[]);
  if (origin !== ownOrigin && !allowed.includes(origin))
    throw new Refusal(403, 'origin', 'This origin is not allowed.');
  return { address, origin, cookie: origin === ownOrigin ? (request.headers.cookie ?? '') : null };
}

function refuseUpgrade(ctx: AppContext, socket: Duplex, error: unknown): void {
  const refusal = error instanceof Refusal ? error : new Refusal(503, 'busy', 'Try again later.', 2000);
  if (refusal !== error) ctx.log.error({ err: error }, 'an upgrade failed');
  const retry = refusal.retryAfterMs ? `Retry-After: ${Math.ceil(refusal.retryAfterMs / 1000)}\r\n` : '';
  // A refused peer that never closes must not keep the socket.
  socket.end(
    `HTTP/1.1 ${refusal.status} ${refusal.code}\r\n${retry}Connection: close\r\nContent-Length: 0\r\n\r\n`,
    () => socket.destroy(),
  );
}

function fail(ctx: AppContext, connection: Connection, error: unknown): void {
  if (error instanceof Refusal) {
    connection.send({ op: 'error', code: error.code, message: error.message });
    return;
  }
  ctx.log.error({ err: error }, 'a frame could not be handled');
  connection.close(CLOSE.overload, 'try again');
}

/** Honest and cheap: how many people are on each site, a few times a minute, only to who is not up to date. */
const lastTold = new WeakMap<Connection, number>();
function tellPresence(hub: Hub): void {
  const counts = new Map<string, number>();
  for (const connection of hub.connections()) {
    const siteId = connection.actor?.site.id;
    if (!siteId) continue;
    const here = counts.get(siteId) ?? hub.here(siteId);
    counts.set(siteId, here);
    if (lastTold.get(connection) === here) continue;
    lastTold.set(connection, here);
    connection.send({ op: 'presence', here });
  }
}
