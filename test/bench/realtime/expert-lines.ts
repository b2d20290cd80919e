import { WebSocket } from 'ws';
import { sourceAddress } from './addresses.ts';
import { expertId, ORIGIN, SITE, tokensFor } from './site.ts';

/** @param at `performance.now()` when the frame was there */
export type ToldExpert = (conversationId: string, at: number) => void;

const AT_ONCE = 20;
const TOLD = '{"op":"waiting-question"';

/** Connects so many experts, each from an address of their own. */
export async function connectExperts(
  port: number,
  people: number,
  onTold: ToldExpert,
): Promise<{ close(): void }> {
  const tokens = await tokensFor(Array.from({ length: people }, (_, i) => expertId(i)));
  const sockets: WebSocket[] = [];
  for (let from = 0; from < people; from += AT_ONCE) {
    const some = tokens.slice(from, from + AT_ONCE);
    sockets.push(...(await Promise.all(some.map((token, i) => connect(port, token, from + i, onTold)))));
  }
  return {
    close() {
      for (const socket of sockets) socket.terminate();
    },
  };
}

async function connect(port: number, token: string, index: number, onTold: ToldExpert): Promise<WebSocket> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/api/socket`, {
    origin: ORIGIN,
    localAddress: sourceAddress(index),
  });
  const page = { url: `${ORIGIN}/shoes/crete`, title: '' };
  socket.once('open', () =>
    socket.send(JSON.stringify({ op: 'hello', version: 1, site: SITE, token, page })),
  );
  await new Promise<void>((done, failed) => {
    socket.once('error', failed);
    socket.once('close', (code, reason) => failed(new Error(`an expert was sent away: ${code} ${reason}`)));
    socket.on('message', (data) => {
      const text = String(data);
      if (text.startsWith('{"op":"welcome"')) done();
      if (text.startsWith(TOLD))
        onTold((JSON.parse(text) as { conversationId: string }).conversationId, performance.now());
    });
  });
  return socket;
}
