/** socket.io over WebSocket alone, compression off: a room that everybody joins. */
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { answerQuestions } from '../answering.ts';

type Client = { join(room: string): void; on(event: string, heard: (value: unknown) => void): void };
type Io = {
  on(event: 'connection', connected: (client: Client) => void): void;
  to(room: string): { emit(event: string, value: unknown): void };
};
// Loaded by name at run time: the project neither needs nor compiles it.
const { Server } = createRequire(import.meta.url)('socket.io') as {
  Server: new (http: object, options: object) => Io;
};

const http = createServer();
const io = new Server(http, { transports: ['websocket'], perMessageDeflate: false, serveClient: false });
io.on('connection', (client) => {
  client.join('conversation');
  client.on('event', (value) => io.to('conversation').emit('event', value));
});
http.listen({ port: 0, host: '127.0.0.1', backlog: 4096 }, () => {
  answerQuestions({ port: (http.address() as AddressInfo).port }, {});
});
