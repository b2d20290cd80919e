/** Events of a conversation on their way to who listens to it: to each once, in order, however many they are. */
import type { EventWithMessage } from '../../db/events-with-messages.ts';
import type { ConversationRow } from '../../db/schema.ts';
import { maySeeConversation } from '../access.ts';
import type { Viewer } from '../views.ts';
import type { Connection } from './connection.ts';
import { eventView } from './event-view.ts';
import type { Hub } from './hub.ts';
import { Outgoing } from './outgoing.ts';
import { deliver, type Run, runOf } from './subscription.ts';
import type { Subscription, Topic } from './topics.ts';

/** The conversation as it is now, and its events that somebody may not have been told yet. */
type HandOut = {
  conversation: ConversationRow;
  events: EventWithMessage[];
  authors: Authors;
  /** As each kind of viewer is told them, made when the first of a kind is. */
  runs: Map<number, Run>;
  frames: WeakMap<EventWithMessage, (Outgoing | null)[]>;
};

type Authors = ReadonlySet<string>;

/** Those under way, by topic. */
export type HandOuts = Map<Topic, HandOut>;
export const createHandOuts = (): HandOuts => new Map();

/** Where one is under way already, these join it: who was not reached yet gets all in one write. */
export function handOut(
  hub: Hub,
  topic: Topic,
  conversation: ConversationRow,
  events: EventWithMessage[],
): void {
  const underWay = hub.handOuts.get(topic);
  if (underWay) join(hub, underWay, conversation, events);
  else begin(hub, topic, conversation, events);
  const begun = hub.handOuts.get(topic);
  if (begun) tellAuthors(hub, topic, begun, authorsOf(events));
}

/** The conversation has changed: who may not see it any more is told nothing else of what is under way. */
export function handOutAs(hub: Hub, conversation: ConversationRow): void {
  const topic = hub.topics.find(conversation.id);
  const underWay = topic && hub.handOuts.get(topic);
  if (underWay) underWay.conversation = conversation;
}

/** Who wrote something has it with its acknowledgement, in one write, before thousands of others have theirs. */
function tellAuthors(hub: Hub, topic: Topic, handOut: HandOut, authors: Authors): void {
  for (const personId of authors) {
    for (const connection of hub.directory.ofPerson(personId)) {
      const subscription = connection.subscription(topic.conversationId);
      if (subscription) tell(hub, subscription, handOut);
    }
  }
}

function begin(hub: Hub, topic: Topic, conversation: ConversationRow, events: EventWithMessage[]): void {
  const begun: HandOut = {
    conversation,
    events,
    authors: authorsOf(events),
    runs: new Map(),
    frames: new WeakMap(),
  };
  hub.ahead.told(conversation.id, events.length);
  hub.handOuts.set(topic, begun);
  round(hub, topic, begun);
}

function join(hub: Hub, handOut: HandOut, conversation: ConversationRow, events: EventWithMessage[]): void {
  const all = merge(handOut.events, events);
  hub.ahead.told(conversation.id, all.length - handOut.events.length);
  handOut.conversation = conversation;
  setEvents(handOut, all);
}

/** Each once, in order, also what is told again. A message is as it was read last: nobody else is told what it was. */
function merge(before: EventWithMessage[], after: EventWithMessage[]): EventWithMessage[] {
  const again = new Set(after.map(({ seq }) => seq));
  const messages = new Map(after.map(({ message }) => [message?.id, message]));
  const earlier = before.filter(({ seq }) => !again.has(seq)).map((event) => asOf(messages, event));
  return [...earlier, ...after].sort((one, other) => one.seq - other.seq);
}

/** The same event where its message is the same, since frames were made of it. */
function asOf(
  messages: ReadonlyMap<string | undefined, EventWithMessage['message']>,
  event: EventWithMessage,
): EventWithMessage {
  const message = event.message && messages.get(event.message.id);
  return message && message !== event.message ? { ...event, message } : event;
}

function setEvents(handOut: HandOut, events: EventWithMessage[]): void {
  handOut.events = events;
  handOut.authors = authorsOf(events);
  handOut.runs = new Map();
}

const authorsOf = (events: EventWithMessage[]): Authors =>
  new Set(events.flatMap(({ message }) => message?.author_id ?? []));

/** Once to everybody; once more where something came meanwhile, which only who was reached before it lacks. */
function round(hub: Hub, topic: Topic, handOut: HandOut): void {
  const told = new Set(handOut.events.map(({ seq }) => seq));
  hub.flusher.each(
    topic.listeners,
    (subscription) => tell(hub, subscription, handOut),
    () => {
      const rest = handOut.events.filter(({ seq }) => !told.has(seq));
      setEvents(handOut, rest);
      hub.ahead.written(topic.conversationId, told.size);
      if (rest.length > 0) round(hub, topic, handOut);
      else hub.handOuts.delete(topic);
    },
  );
}

/** Who wrote none of it is told the same as all their kind: one list, handed to each of them whole. */
function tell(hub: Hub, subscription: Subscription, handOut: HandOut): Connection | null {
  const { connection } = subscription;
  const { actor } = connection;
  const { conversation } = handOut;
  if (actor?.site.id !== conversation.site_id || !maySeeConversation(actor, conversation)) return null;
  const wrote = handOut.authors.has(actor.personId);
  deliver(hub, subscription, wrote ? runFor(connection, handOut) : runOfKind(connection, handOut));
  return connection;
}

function runOfKind(connection: Connection, handOut: HandOut): Run {
  const kind = sightOf(connection);
  const known = handOut.runs.get(kind);
  if (known) return known;
  const run = runFor(connection, handOut);
  handOut.runs.set(kind, run);
  return run;
}

function runFor(connection: Connection, handOut: HandOut): Run {
  return runOf(handOut.events, (event) => frameOf(connection, event, handOut));
}

/** Serialised once for each kind of viewer: the author, moderators, everybody else. */
function frameOf(connection: Connection, event: EventWithMessage, handOut: HandOut): Outgoing | null {
  const frames = handOut.frames.get(event) ?? [];
  handOut.frames.set(event, frames);
  const kind = kindOf(connection, event);
  if (frames[kind] === undefined) frames[kind] = frameFor(connection.viewer, handOut.conversation, event);
  return frames[kind] ?? null;
}

function kindOf(connection: Connection, { message }: EventWithMessage): number {
  const isAuthor = message !== null && connection.actor?.personId === message.author_id;
  return (isAuthor ? 1 : 0) + sightOf(connection);
}

/** What somebody sees of what others wrote. */
const sightOf = ({ mayModerate, seesMatches }: Connection) => (mayModerate ? 2 : 0) + (seesMatches ? 4 : 0);

function frameFor(viewer: Viewer, conversation: ConversationRow, row: EventWithMessage): Outgoing | null {
  const event = eventView(row, conversation, viewer);
  return event && new Outgoing(JSON.stringify({ op: 'event', conversationId: conversation.id, event }));
}
