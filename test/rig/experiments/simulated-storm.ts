import type { ClientFrame, ServerFrame } from '../../../server/protocol/frames.ts';
import { ChatClient } from '../../../web-components/client/chat-client.ts';
import type { ChatClientOptions } from '../../../web-components/client/chat-client-options.ts';
import { seededNumbers } from '../../bench/filter/seeded.ts';
import { memoryStorage } from '../../web-components/client/fake-world.ts';
import { BucketClock } from '../bucket-clock.ts';
import { SHOP } from '../site.ts';
import { busiestShare } from './storm.ts';

type WebSocketLike = ReturnType<NonNullable<ChatClientOptions['openWebSocket']>>;
export type SimulatedStorm = { attempts: number; busiestShare: number; allBackMs: number };

const WELCOME = {
  op: 'welcome',
  epoch: 'e',
  me: { id: 'me', name: null, role: 'visitor', mayModerate: false, mayRelease: false },
  mode: 'open',
  mayAsk: true,
  token: null,
  serverTime: 0,
} satisfies ServerFrame;

/** I4: so many of the shipped client, cut off at once from a server that is away for `downMs`; no time passes. */
export async function simulateStorm(clients: number, downMs: number): Promise<SimulatedStorm> {
  const clock = new BucketClock();
  const random = seededNumbers(5);
  const world = { clock, upAt: 0, attempts: [] as number[], sockets: new Set<SimulatedSocket>() };
  for (let i = 0; i < clients; i++) void newClient(world, random).connect();
  await clock.pass(20_000);
  const cutAt = clock.now();
  world.upAt = cutAt + downMs;
  world.attempts = [];
  for (const socket of [...world.sockets]) socket.cut();
  let allBackMs = 0;
  while (world.sockets.size < clients || !everyoneIsIn(world)) {
    await clock.pass(100);
    allBackMs = clock.now() - world.upAt;
    if (allBackMs > 600_000) throw new Error('somebody never came back');
  }
  const attempts = world.attempts.map((at) => at - cutAt);
  return { attempts: attempts.length, busiestShare: busiestShare(attempts), allBackMs };
}

type World = { clock: BucketClock; upAt: number; attempts: number[]; sockets: Set<SimulatedSocket> };

const everyoneIsIn = ({ sockets }: World) => [...sockets].every(({ readyState }) => readyState === 1);

function newClient(world: World, random: () => number): ChatClient {
  return new ChatClient({
    server: 'http://127.0.0.1',
    site: 'shop',
    locale: 'fr',
    page: () => ({ url: `${SHOP}/p`, title: 'P' }),
    storage: memoryStorage(),
    clock: world.clock,
    random,
    fetch: async () => answer(world),
    openWebSocket: () => new SimulatedSocket(world),
  });
}

/** Plain requests are answered when sockets are, or the client would look for another way. */
function answer({ clock, upAt }: World): Response {
  if (clock.now() < upAt) throw new TypeError('nobody answers');
  return Response.json({ token: 'a.b.c', me: WELCOME.me });
}

class SimulatedSocket implements WebSocketLike {
  readyState = 0;
  onopen: WebSocketLike['onopen'] = null;
  onmessage: WebSocketLike['onmessage'] = null;
  onclose: WebSocketLike['onclose'] = null;
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
    world.attempts.push(world.clock.now());
    world.sockets.add(this);
    world.clock.setTimeout(() => this.#decide(), 1);
  }

  send(data: string): void {
    const { op } = JSON.parse(data) as ClientFrame;
    if (op === 'hello') this.#answer(WELCOME);
    if (op === 'ping') this.#answer({ op: 'pong', heads: [] });
  }

  #answer(frame: ServerFrame): void {
    const message = { data: JSON.stringify(frame) } as MessageEvent;
    this.#world.clock.setTimeout(() => this.onmessage?.(message), 1);
  }

  close(): void {
    this.readyState = 3;
    this.#world.sockets.delete(this);
  }

  cut(): void {
    this.close();
    this.onclose?.({ code: 1006 } as CloseEvent);
  }

  #decide() {
    if (this.#world.clock.now() < this.#world.upAt) return this.cut();
    this.readyState = 1;
    this.onopen?.(new Event('open'));
  }
}
