/** One of two servers in a process of its own: the whole stack on a file, or bare `node:http` with the same bytes. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { createApp } from '../../../server/app.ts';
import { readConfig } from '../../../server/config.ts';
import { createLog } from '../../../server/log.ts';
import { createHub } from '../../../server/realtime/hub.ts';
import { createContext } from '../../../server/start.ts';
import { issueVisitorToken } from '../../../server/visitor-token.ts';
import { NOW } from './plan.ts';

export type ToServer = { say: 'answer'; path: string; body: string } | { say: 'cpu' };
export type FromServer = { say: 'listening'; port: number; token: string } | { say: 'cpu'; micros: number };

const [, , kind, file = ''] = process.argv;
const answers = new Map<string, string>();
const tell = (message: FromServer) => process.send!(message);

const { listener, token } = kind === 'bare' ? { listener: bare, token: '' } : await wholeStack();
const server = createServer(listener);
server.listen(0, '127.0.0.1', () => {
  tell({ say: 'listening', port: (server.address() as AddressInfo).port, token });
});

process.on('message', (message: ToServer) => {
  if (message.say === 'answer') answers.set(message.path, message.body);
  else {
    const { user, system } = process.cpuUsage();
    tell({ say: 'cpu', micros: user + system });
  }
});

function bare(...[request, response]: Parameters<RequestListener>): void {
  const body = answers.get(request.url ?? '') ?? '{}';
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) });
  response.end(body);
}

async function wholeStack() {
  const config = { ...readConfig({ ENTRAIDE_TRUSTED_PROXIES: '127.0.0.0/8' }), databaseFile: file };
  const ctx = { ...(await createContext(config, createLog('silent'))), clock: { now: () => NOW } };
  const app = createApp(ctx, createHub(ctx));
  return {
    listener: getRequestListener(app.fetch),
    token: await issueVisitorToken(ctx, 'grand', 'nobody-yet'),
  };
}
