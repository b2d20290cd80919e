/** A mail server of RFC 5321 that takes every mail and keeps it, or one that says nothing at all. */
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

export type MailSink = { url: string; received(): string; connections(): number; close(): void };

export async function startMailSink({ hangs = false } = {}): Promise<MailSink> {
  const sockets = new Set<Socket>();
  let text = '';
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    if (hangs) return;
    let inData = false;
    socket.write('220 sink\r\n');
    socket.on('data', (chunk) => {
      text += chunk.toString();
      if (inData && !/\r\n\.\r\n$/.test(text)) return;
      const wasData = inData;
      inData = !wasData && /^DATA/im.test(chunk.toString());
      socket.write(inData ? '354 go on\r\n' : '250 ok\r\n');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    received: () => text,
    connections: () => sockets.size,
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
