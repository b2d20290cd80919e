import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';

/** A bare `ws` server, set up like ours: own upgrade, no compression. Tells each message that comes. */
export async function startSocketServer(onMessage: (data: Buffer) => void) {
  const server = new WebSocketServer({ noServer: true, perMessageDeflate: false, clientTracking: false });
  const clients = new Set<WebSocket>();
  const sockets = new Set<Duplex>();
  const http = createServer();
  http.on('upgrade', (request, socket, head) => {
    server.handleUpgrade(request, socket, head, (client) => {
      clients.add(client);
      sockets.add(socket);
      client.on('message', onMessage);
      client.on('error', () => client.terminate());
      client.on('close', () => {
        clients.delete(client);
        sockets.delete(socket);
      });
    });
  });
  http.listen({ port: 0, host: '127.0.0.1', backlog: 4096 });
  await once(http, 'listening');
  return {
    clients,
    sockets,
    port: (http.address() as AddressInfo).port,
    async close(): Promise<void> {
      for (const client of clients) client.terminate();
      http.close();
      await once(http, 'close');
    },
  };
}
