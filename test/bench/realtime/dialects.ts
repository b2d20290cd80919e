import type { ClientFrame, PageView, ServerFrame } from '../../../server/protocol/frames.ts';

/** What a load generator has to know of a server to join a conversation and write in it. */
export type Dialect = {
  path: string;
  /** The first bytes of a frame that delivers a message; its number follows under `"seq":`. */
  marker: string;
  /** What to say after the upgrade. */
  greeting: string[];
  /** What a frame that is no delivery leads to, by its first bytes. */
  heard(start: string): { reply?: string; ready?: boolean; acknowledged?: number; refused?: boolean };
  /** The `number`th message of this generator. */
  message(number: number): string;
  /** Said every 25 s, as the browser's client does; null where only the server asks. */
  ping: string | null;
  /** Whether the server says that a message is stored. */
  acknowledges: boolean;
};

export type DialectName = 'ours' | 'ws' | 'socket.io';

/** Where in our server: `conversation` null joins none. */
export type Place = {
  site: string;
  origin: string;
  conversation: { conversationId: string; lastSeq: number; epoch: string } | null;
  /** The conversation to write in, read or not. */
  writeIn: string;
};

/** @param token of the person behind this connection; only ours asks for one */
export function dialectOf(name: DialectName, place: Place, token: string): Dialect {
  if (name === 'ours') return ours(place, token);
  return name === 'ws' ? plain() : socketIo();
}

/** The shipped client's order: hello, and right behind it the subscription from where it was. */
function ours({ site, origin, conversation, writeIn }: Place, token: string): Dialect {
  const page = { url: `${origin}/shoes/crete`, title: 'Crête GTX' } satisfies PageView;
  const frame = (value: ClientFrame) => JSON.stringify(value);
  const subscribe = conversation && frame({ op: 'subscribe', ...conversation });
  return {
    path: '/api/socket',
    marker: '{"op":"event"',
    greeting: [frame({ op: 'hello', version: 1, site, token, page }), ...(subscribe ? [subscribe] : [])],
    heard(start) {
      if (start.startsWith('{"op":"welcome"')) return { ready: subscribe === null };
      if (start.startsWith('{"op":"subscribed"')) return { ready: true };
      const [, number] = ACKNOWLEDGED.exec(start) ?? [];
      if (number !== undefined) return { acknowledged: Number(number) };
      return { refused: REFUSALS.test(start) };
    },
    message: (number) =>
      frame({
        op: 'send',
        clientMessageId: `${ID_START}${String(number).padStart(12, '0')}`,
        conversationId: writeIn,
        text: textOf(number),
        name: 'Inès',
        page: null,
      }),
    ping: frame({ op: 'ping' }),
    acknowledges: true,
  };
}

const ID_START = '00000000-0000-4000-8000-';
const ACKNOWLEDGED = new RegExp(`^{"op":"ack","clientMessageId":"${ID_START}(\\d{12})"`);
const REFUSALS = /^{"op":"(refused|error|resync|not-found)"/;

/** The peers relay what they are given: a frame of the same size and shape as ours, numbered by the sender. */
function plain(): Dialect {
  return {
    path: '/',
    marker: '{"op":"event"',
    greeting: [],
    heard: () => ({}),
    message: (number) => JSON.stringify(likeOurs(number)),
    ping: null,
    acknowledges: false,
  };
}

/** Engine.IO 4 over WebSocket from the start: 0 open, 2 ping, 3 pong, 40 join, 42 event. */
function socketIo(): Dialect {
  return {
    path: '/socket.io/?EIO=4&transport=websocket',
    marker: '42["event",{"op":"event"',
    greeting: [],
    heard(start) {
      if (start.startsWith('0{')) return { reply: '40' };
      if (start.startsWith('40')) return { ready: true };
      return start === '2' ? { reply: '3' } : {};
    },
    message: (number) => `42["event",${JSON.stringify(likeOurs(number))}]`,
    ping: null,
    acknowledges: false,
  };
}

const ANY_ID = '3f2b8c1e-5a7d-4e90-b1c6-8d2f4a6e0b57';

function likeOurs(seq: number): Extract<ServerFrame, { op: 'event' }> {
  const author = { id: ANY_ID, name: 'Inès', role: 'visitor' as const };
  const message = {
    id: ANY_ID,
    conversationId: ANY_ID,
    author,
    createdAt: Date.now(),
    seq,
    mine: false,
    state: 'published' as const,
    text: textOf(seq),
    reasons: [],
  };
  return { op: 'event', conversationId: ANY_ID, event: { kind: 'message', seq, message } };
}

const WORDS = 'Je marche avec toutes les semaines, elles taillent juste'.split(' ');

/** What a shopper might write, never twice the same. */
function textOf(number: number): string {
  const at = number % WORDS.length;
  return `${[...WORDS.slice(at), ...WORDS.slice(0, at)].join(' ')}, essai ${number}.`;
}
