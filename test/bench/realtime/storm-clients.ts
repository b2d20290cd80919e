/** Browsers in one conversation, each the shipped client with an address and a storage of its own. */
import { WebSocket } from 'ws';
import { ChatClient } from '../../../web-components/client/chat-client.ts';
import type { ChatClientOptions } from '../../../web-components/client/chat-client-options.ts';
import { fetchFrom } from '../../rig/fetch-from.ts';
import { memoryStorage } from '../../web-components/client/fake-world.ts';
import { sourceAddress } from './addresses.ts';
import { answerQuestions } from './answering.ts';
import { ORIGIN, SITE } from './site.ts';

export type StormOpening = {
  port: number;
  conversationId: string;
  /** One for each client. */
  tokens: string[];
  firstIndex: number;
  atOnce: number;
};
/** Milliseconds of the system's clock. */
export type StormReport = { attempts: number[]; back: number[] };

type Socket = ReturnType<NonNullable<ChatClientOptions['openWebSocket']>>;

const clients: ChatClient[] = [];
const attempts: number[] = [];
/** When each client last had its conversation again. */
const back = new Map<number, number>();
let onBack = () => {};

answerQuestions(null, { open, forget, backCount: () => back.size, report });

/** Opens them all, so many at once, until each has its conversation. */
async function open({ tokens, atOnce, ...opening }: StormOpening): Promise<void> {
  let next = 0;
  const openNext = () => {
    if (next < tokens.length) clients.push(createClient(next, tokens[next++]!, opening));
  };
  await new Promise<void>((resolve) => {
    onBack = () => (back.size === tokens.length ? resolve() : openNext());
    for (let i = 0; i < atOnce; i++) openNext();
  });
  onBack = () => {};
}

/** What is told from here on counts. */
function forget(): void {
  attempts.length = 0;
  back.clear();
}

function report(): StormReport {
  return { attempts, back: [...back.values()] };
}

type Where = Omit<StormOpening, 'tokens' | 'atOnce'>;

function createClient(index: number, token: string, { port, conversationId, firstIndex }: Where): ChatClient {
  const address = sourceAddress(firstIndex + index);
  const client = new ChatClient({
    server: `http://127.0.0.1:${port}`,
    site: SITE,
    locale: 'fr',
    page: () => ({ url: `${ORIGIN}/shoes/crete`, title: 'Crête GTX' }),
    storage: memoryStorage(),
    // Who it is was decided before; whether plain requests get through is asked of the server.
    fetch: async (url, init) =>
      url.endsWith('/api/widget/token') ? Response.json({ token }) : await fetchFrom(address)(url, init),
    openWebSocket: (url) => openSocket(url, index, address),
  });
  client.openConversation(conversationId);
  void client.connect();
  return client;
}

function openSocket(url: string, index: number, localAddress: string): Socket {
  attempts.push(Date.now());
  const socket = new WebSocket(url, { localAddress, origin: ORIGIN, perMessageDeflate: false });
  socket.on('error', () => {
    // The close that follows is what the client goes by.
  });
  socket.on('message', (data) => {
    if (!String(data).startsWith('{"op":"subscribed"')) return;
    back.set(index, Date.now());
    onBack();
  });
  // The library's events name their own socket as target, which nobody here reads.
  return socket as unknown as Socket;
}
