import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { AppContext } from '../context.ts';
import { Refusal } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { CLOSE } from '../protocol/frames.ts';
import { BrowserSocket, type Happenings } from './browser-socket.ts';
import type { Handshake } from './connection.ts';
import { closed, openConnection, receive } from './doors.ts';
import { drain } from './drain.ts';
import type { Hub } from './hub.ts';
import { startSweeping } from './sweep.ts';
import { createHandshakes } from './upgrade.ts';

export const SOCKET_PATH = '/api/socket';

/** Takes the socket's upgrades from the HTTP server. @returns what closes every connection, for the stop. */
export function serveSockets(ctx: AppContext, hub: Hub, http: Server): { close(): Promise<void> } {
  const decide = createHandshakes(ctx, hub);
  const happenings = happeningsOf(ctx, hub);
  const sockets = new WebSocketServer({
    noServer: true,
    WebSocket: BrowserSocket,
    maxPayload: LIMITS.frame.bytes,
    maxFragments: LIMITS.frame.fragments,
    maxBufferedChunks: LIMITS.frame.bufferedChunks,
    perMessageDeflate: false,
    clientTracking: false,
  });

  http.on('upgrade', (request, socket, head) => {
    socket.on('error', destroy);
    if (request.url?.split('?')[0] !== SOCKET_PATH) return refuse(ctx, socket, NOT_HERE);
    admit(request, socket, head).catch((error) => refuse(ctx, socket, error));
  });

  async function admit(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const handshake = decide(request);
    upgrade(request, socket, head, handshake instanceof Promise ? await handshake : handshake);
  }

  function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, handshake: Handshake): void {
    socket.off('error', destroy);
    sockets.handleUpgrade(request, socket, head, (ws) => {
      // An HTTP server's upgrades come with the network socket itself.
      ws.over(socket as Socket);
      try {
        ws.listen(openConnection(hub, ws, handshake), happenings);
      } catch {
        if (hub.stopping) return ws.close(CLOSE.restart, 'restarting');
        // Many of one address came at once, and this one is over its number.
        return ws.close(CLOSE.overload, 'too many connections');
      }
    });
  }

  const stopSweeping = startSweeping(hub);
  return {
    async close() {
      await drain(hub);
      stopSweeping();
    },
  };
}

function happeningsOf(ctx: AppContext, hub: Hub): Happenings {
  return {
    message(connection, data, isBinary) {
      if (isBinary) hub.close(connection, CLOSE.badFrame, 'not a frame');
      else receive(ctx, hub, connection, String(data));
    },
    /** Pings and pongs are frames too: a flood of them is a flood. */
    heartbeat(connection) {
      if (!connection.countFrame(performance.now())) hub.close(connection, CLOSE.policy, 'too many frames');
    },
    closed: (connection) => closed(hub, connection),
    failed: (error) => ctx.log.debug({ err: error }, 'socket error'),
  };
}

const NOT_HERE = new Refusal(404, 'not-found', 'Not here.');

function destroy(this: Duplex): void {
  this.destroy();
}

function refuse(ctx: AppContext, socket: Duplex, error: unknown): void {
  const refusal = error instanceof Refusal ? error : new Refusal(503, 'busy', 'Try again later.', 2000);
  if (refusal !== error) ctx.log.error({ err: error }, 'an upgrade failed');
  ctx.metrics.refusedUpgrades.add(refusal.code);
  const retry = refusal.retryAfterMs ? `Retry-After: ${Math.ceil(refusal.retryAfterMs / 1000)}\r\n` : '';
  // A refused peer that never closes must not keep the socket.
  socket.end(
    `HTTP/1.1 ${refusal.status} ${refusal.code}\r\n${retry}Connection: close\r\nContent-Length: 0\r\n\r\n`,
    () => socket.destroy(),
  );
}
