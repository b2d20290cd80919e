/** Who is connected to this node, and everything that reaches them. */
import type { SiteRow } from '../../db/schema.ts';
import { listPageRules } from '../../db/sites.ts';
import type { AppContext } from '../context.ts';
import { LIMITS } from '../limits.ts';
import type { Present } from '../notifications/fate.ts';
import { CLOSE, type ServerFrame } from '../protocol/frames.ts';
import { type Ahead, createAhead } from './ahead.ts';
import { type Answers, createAnswers } from './answers.ts';
import type { BrokerMessage } from './broker.ts';
import type { Connection } from './connection.ts';
import { countConnections } from './count-connections.ts';
import { createDirectory, type Directory } from './directory.ts';
import { createFlusher, type Flusher } from './flush.ts';
import { createHandOuts, type HandOuts } from './hand-out.ts';
import { Outgoing, Pending } from './outgoing.ts';
import { createPresence, type Presence } from './presence.ts';
import { createTeller } from './tell.ts';
import { tellInOrder } from './tell-in-order.ts';
import { createTopics, type Topics } from './topics.ts';
import { createInTurn, createTurns, type InTurn, type Turns } from './turns.ts';

export type Hub = {
  directory: Directory;
  topics: Topics;
  flusher: Flusher;
  presence: Presence;
  ahead: Ahead;
  handOuts: HandOuts;
  answers: Answers;
  /** What frames lead to is begun through this. */
  turns: Turns;
  /** Pages of histories are read through this. */
  reading: InTurn;
  /** Connections with frames that are being handled. */
  underWay: Set<Connection>;
  /** No frame is taken in any more: whoever sent it sends it again, elsewhere or later. */
  stopping: boolean;
  /** Counts what took rights away, so that who is let in meanwhile is read again. */
  revocations(): number;
  send(connection: Connection, frame: ServerFrame): void;
  close(connection: Connection, code: number, reason: string): void;
  /** Distinct people on the page group of an address, or on the whole site. */
  here(site: SiteRow, url: string | null): Promise<number>;
  addresses(siteId: string): string[];
  /** Resolves when everything published so far has been told, also what would have come later. */
  settled(): Promise<void>;
};

export function createHub(ctx: AppContext): Hub {
  const directory = createDirectory();
  const topics = createTopics();
  const flusher = createFlusher({
    tooSlow: (connection) => hub.close(connection, CLOSE.tooSlow, 'too slow'),
    failed: (error) => ctx.log.error({ err: error }, 'telling failed'),
    metrics: ctx.metrics,
  });
  const presence = createPresence(directory, flusher);
  let revocations = 0;
  ctx.metrics.connections = () => countConnections(directory.all());
  const hub: Hub = {
    directory,
    topics,
    flusher,
    presence,
    ahead: createAhead(),
    handOuts: createHandOuts(),
    answers: createAnswers(),
    turns: createTurns(LIMITS.frames.perTurn),
    reading: createInTurn(),
    underWay: new Set(),
    stopping: false,
    revocations: () => revocations,
    send: (connection, frame) => void flusher.push(connection, new Outgoing(JSON.stringify(frame))),
    close(connection, code, reason) {
      if (connection.state.name === 'closing') return;
      ctx.metrics.closed.add(code);
      const { pending, transport } = connection;
      if (code !== CLOSE.tooSlow && pending.frames > 0) transport.write(pending.bytes(transport.kind));
      forget(hub, connection);
      transport.close(code, reason);
    },
    async here(site, url) {
      if (url === null) return directory.peopleOf(site.id);
      return presence.here(site, await listPageRules(ctx.db, site.id), url);
    },
    addresses: (siteId) => [...directory.ofSite(siteId)].map(({ from }) => from.address),
    settled: () => telling.settled().then(() => flusher.toldAll()),
  };
  const telling = tellInOrder(ctx, createTeller(ctx, hub));
  ctx.broker.subscribe(({ topic }) => {
    if (TAKES_RIGHTS.has(topic)) revocations += 1;
  });
  return hub;
}

const TAKES_RIGHTS = new Set<BrokerMessage['topic']>(['rights', 'blocked', 'signed-out']);

/** From here on nothing reaches the connection; it ends when its transport does, or is cut. */
export function forget(hub: Hub, connection: Connection): void {
  if (connection.state.name === 'closing') return;
  hub.topics.leave(connection);
  hub.presence.leave(connection);
  hub.directory.leave(connection);
  connection.state = { name: 'closing', since: performance.now() };
  connection.pending = Pending.NOTHING;
}

/** Who is connected, for what is told to people who are not. */
export function presentIn({ directory }: Hub): Present {
  return {
    person: (personId) => directory.ofPerson(personId).length > 0,
    manager: (siteId) => [...directory.staffOf(siteId)].some(({ actor }) => actor?.role === 'manager'),
  };
}
