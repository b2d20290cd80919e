import type { Connection } from './connection.ts';
import type { Outgoing } from './outgoing.ts';

/** A conversation somebody here listens to. */
export type Topic = {
  readonly conversationId: string;
  readonly listeners: Set<Subscription>;
  /** The newest event told here, null when none was yet. */
  toldSeq: number | null;
};

/** Where a connection stands in one conversation: collecting while history is read, then live. */
export type Place =
  | { state: 'collecting'; waiting: { seq: number; frame: Outgoing }[]; tooMuch: boolean }
  | { state: 'live'; lastSeq: number };

export type Subscription = { readonly connection: Connection; readonly topic: Topic; place: Place };

/** Who listens to which conversation. */
export type Topics = {
  /** Begins to collect what happens in the conversation, anew where the connection listens already. */
  subscribe(connection: Connection, conversationId: string): Subscription;
  unsubscribe(subscription: Subscription): void;
  /** All of a connection that ends. */
  leave(connection: Connection): void;
  /** The conversation, if anybody here listens to it. */
  find(conversationId: string): Topic | undefined;
};

export function createTopics(): Topics {
  const topics = new Map<string, Topic>();

  function topicOf(conversationId: string): Topic {
    const known = topics.get(conversationId);
    if (known) return known;
    const topic = { conversationId, listeners: new Set<Subscription>(), toldSeq: null };
    topics.set(conversationId, topic);
    return topic;
  }

  function unsubscribe(subscription: Subscription): void {
    const { connection, topic } = subscription;
    if (!connection.subscriptions.includes(subscription)) return;
    connection.subscriptions = connection.subscriptions.filter((other) => other !== subscription);
    topic.listeners.delete(subscription);
    if (topic.listeners.size === 0) topics.delete(topic.conversationId);
  }

  return {
    subscribe(connection, conversationId) {
      const earlier = connection.subscription(conversationId);
      const topic = topicOf(conversationId);
      const place = { state: 'collecting' as const, waiting: [], tooMuch: false };
      const subscription: Subscription = { connection, topic, place };
      topic.listeners.add(subscription);
      // A new list, since one that grows takes room for more than most ever listen to.
      connection.subscriptions = [...connection.subscriptions, subscription];
      if (earlier) unsubscribe(earlier);
      return subscription;
    },
    unsubscribe,
    leave(connection) {
      for (const subscription of [...connection.subscriptions]) unsubscribe(subscription);
    },
    find: (conversationId) => topics.get(conversationId),
  };
}
