import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { connect } from 'node:net';

/**
 * A forward proxy whose own connections come from `address`: gives one browser an address of its own. With
 * `refusesTunnels` it carries plain requests only, so that no WebSocket gets through.
 */
export async function startForwardProxy(
  address: string,
  { refusesTunnels = false } = {},
): Promise<{ port: number; close(): void }> {
  const server = createServer((incoming, outgoing) => {
    const target = new URL(incoming.url ?? '');
    const onward = request(
      {
        host: '127.0.0.1',
        port: target.port,
        path: target.pathname + target.search,
        method: incoming.method,
        headers: incoming.headers,
        localAddress: address,
      },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    onward.on('error', () => outgoing.destroy());
    outgoing.on('close', () => onward.destroy());
    incoming.pipe(onward);
  });
  server.on('connect', (incoming, socket, head) => {
    if (refusesTunnels) return void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    const port = Number(incoming.url?.split(':').at(-1));
    const onward = connect({ host: '127.0.0.1', port, localAddress: address }, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      onward.write(head);
      onward.pipe(socket);
      socket.pipe(onward);
    });
    onward.on('error', () => socket.destroy());
    socket.on('error', () => onward.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const own = server.address();
  if (own === null || typeof own === 'string') throw new Error('the proxy has no port');
  return {
    port: own.port,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
