/** How each frame of the matrix is sent, and what the server makes of it. */
import type { ClientFrame, ServerFrame } from '../../../server/protocol/frames.ts';
import { PAGE, SHOP, TestSocket } from '../harness.ts';
import type { Thing, Who, World } from './world.ts';

type Op = ClientFrame['op'];

const FRAMES: Record<Exclude<Op, 'hello'>, (thing: Thing) => ClientFrame> = {
  subscribe: ({ conversationId }) => ({ op: 'subscribe', conversationId, lastSeq: 0, epoch: null }),
  unsubscribe: ({ conversationId }) => ({ op: 'unsubscribe', conversationId }),
  send: ({ conversationId }) => ({
    op: 'send',
    clientMessageId: crypto.randomUUID(),
    conversationId,
    text: 'Une réponse',
    name: 'Inès',
    page: null,
  }),
  typing: ({ conversationId }) => ({ op: 'typing', conversationId }),
  page: () => ({ op: 'page', page: PAGE }),
  ping: () => ({ op: 'ping' }),
};

export const OPS = ['hello', ...Object.keys(FRAMES)] as Op[];

export type FrameOutcome = { outcome: string; received: string };

/**
 * `welcome` or the code a connection was closed with; else what answers the frame: the op, the code of a
 * refusal, or `nothing`. `typing` is `told` when a moderator who listens hears of it.
 */
export async function sendFrame(world: World, op: Op, thing: Thing, who: Who): Promise<FrameOutcome> {
  const socket = await open(world, who);
  try {
    const greeting = await Promise.race([socket.next('welcome'), socket.closed]);
    const outcome =
      typeof greeting === 'number' ? String(greeting) : await outcomeOf(world, socket, op, thing);
    return { outcome, received: JSON.stringify(socket.frames) };
  } finally {
    socket.socket.close();
    await socket.closed;
  }
}

async function open({ server, people }: World, who: Who): Promise<TestSocket> {
  const { address, token } = people[who];
  const socket = new TestSocket(server.url, { origin: SHOP, 'x-forwarded-for': address });
  await socket.opened;
  socket.send({ op: 'hello', version: 1, site: 'demo', token, page: PAGE });
  return socket;
}

async function outcomeOf(world: World, socket: TestSocket, op: Op, thing: Thing): Promise<string> {
  if (op === 'hello') return 'welcome';
  await socket.quiet(world.server.hub);
  const before = socket.frames.length;
  if (op === 'typing') return await typing(world, socket, thing);
  socket.send(FRAMES[op](thing));
  if (op === 'send') {
    const answer = await Promise.race([socket.next('ack'), socket.next('refused')]);
    return answer.op === 'ack' ? 'ack' : answer.code.replace('conversation-', '');
  }
  await socket.quiet(world.server.hub);
  // The pong of being quiet comes last, and counts only for a ping.
  const answers = socket.frames.slice(before, op === 'ping' ? undefined : -1).filter(isAnswer);
  return answers[0]?.op ?? 'nothing';
}

/** What is told to everybody now and then answers nothing. */
const isAnswer = ({ op }: ServerFrame) => op !== 'presence' && op !== 'back-office' && op !== 'conversation';

async function typing(world: World, socket: TestSocket, thing: Thing): Promise<string> {
  const listener = await world.listener.connect();
  try {
    listener.send({ op: 'subscribe', conversationId: thing.conversationId, lastSeq: 0, epoch: null });
    socket.send({ op: 'subscribe', conversationId: thing.conversationId, lastSeq: 0, epoch: null });
    await Promise.all([listener.quiet(world.server.hub), socket.quiet(world.server.hub)]);
    socket.send(FRAMES.typing(thing));
    await socket.quiet(world.server.hub);
    await listener.quiet(world.server.hub);
    return listener.frames.some((frame) => frame.op === 'typing') ? 'told' : 'nothing';
  } finally {
    listener.socket.close();
  }
}
