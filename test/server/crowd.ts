/** A server with a site where anybody writes as fast as they like, and readers who cost little. */
import { NO_RULES } from '../../moderation/rules.ts';
import type { AppContext } from '../../server/context.ts';
import type { ClientFrame, PageView, ServerFrame } from '../../server/protocol/frames.ts';
import { type BrokerMessage, createMemoryBroker } from '../../server/realtime/broker.ts';
import type { Connection } from '../../server/realtime/connection.ts';
import { issueVisitorToken } from '../../server/visitor-token.ts';
import { addSite, PAGE, startTestServer } from './harness.ts';
import { RawClient } from './raw-client.ts';

export type Crowd = Awaited<ReturnType<typeof startCrowd>>;
type Resume = Omit<Extract<ClientFrame, { op: 'subscribe' }>, 'op'>;

export async function startCrowd(overrides: Partial<AppContext> = {}) {
  const server = await startTestServer(overrides);
  server.ctx.pace.takeMessage = async () => {};
  await addSite(server.ctx, 'fast', { library_rules: JSON.stringify(NO_RULES) });
  const clients: RawClient[] = [];
  return {
    server,
    clients,
    writer: async () => await (await server.person('expert', 'fast')).connect(),
    /** A visitor without a row, on an address of their own, who reads a conversation or only the lists. */
    async reader(
      number: number,
      resume: Resume | null,
      who: { personId?: string; page?: PageView } = {},
    ): Promise<RawClient> {
      const client = new RawClient(server.url, { 'x-forwarded-for': addressOf(number) });
      clients.push(client);
      const token = await issueVisitorToken(server.ctx, 'fast', who.personId ?? crypto.randomUUID());
      client.send({ op: 'hello', version: 1, site: 'fast', token, page: who.page ?? PAGE });
      if (resume) client.send({ op: 'subscribe', ...resume });
      const last = resume ? 'subscribed' : 'presence';
      await client.until(({ frames }) => frames.some(({ op }) => op === last));
      return client;
    },
    /** The server's end of that reader. */
    connectionOf(number: number): Connection {
      const all = [...server.hub.directory.all()];
      const found = all.find(({ from }) => from.address === addressOf(number));
      if (!found) throw new Error(`reader ${number} is not connected`);
      return found;
    },
    async stop() {
      for (const client of clients) client.socket.destroy();
      await server.stop();
    },
  };
}

const addressOf = (number: number) => `198.18.${number >> 8}.${number & 255}`;

export const fromStart = (conversationId: string): Resume => ({ conversationId, lastSeq: 0, epoch: null });

/** A broker that can keep to itself what it is told. */
export function createGate() {
  const inner = createMemoryBroker();
  let held: BrokerMessage[] | null = null;
  return {
    broker: {
      ...inner,
      publish: (message: BrokerMessage) => void (held ? held.push(message) : inner.publish(message)),
    },
    close() {
      held = [];
    },
    /** Passes on what was held, or forgets it. */
    open({ lost = false } = {}) {
      const messages = held ?? [];
      held = null;
      if (!lost) for (const message of messages) inner.publish(message);
    },
  };
}

export const seqsOf = (frames: ServerFrame[]) =>
  frames.flatMap((frame) => (frame.op === 'event' ? [frame.event.seq] : []));

/** Messages of `error` frames with the code `new`, which tests push by hand. */
export const errorsOf = (frames: ServerFrame[]) =>
  frames.flatMap((frame) => (frame.op === 'error' && frame.code === 'new' ? [frame.message] : []));

export const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
