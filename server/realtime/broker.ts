/** How the parts of the server tell each other what was committed. A hint only: ids, never texts. */
import type { BackOfficeList, Wave } from '../protocol/frames.ts';

export type BrokerMessage = { siteId: string } & (
  | { topic: 'event'; conversationId: string; seq: number }
  /** A message only its author and moderators may see is new or changed. */
  | { topic: 'private'; messageId: string }
  | { topic: 'conversation'; conversationId: string }
  | { topic: 'conversation-gone'; conversationId: string }
  /** These people are to be told, if they are here, that a question waits. */
  | { topic: 'waiting-question'; conversationId: string; wave: Wave; personIds: string[] }
  /** More or fewer thank for a message. */
  | { topic: 'thanks'; conversationId: string; messageId: string }
  | { topic: 'typing'; conversationId: string; personId: string; name: string }
  /** What people may do changed: everybody's (`personId` null) or one person's. */
  | { topic: 'rights'; personId: string | null }
  /** An address range was blocked: whoever is connected from it must go. */
  | { topic: 'blocked' }
  /** A session of theirs ended: every connection says hello again, and only the living get in. */
  | { topic: 'signed-out'; personId: string }
  /** A secret of the shop counts no more: those it vouched for say hello again. */
  | { topic: 'vouched-out' }
  | { topic: 'back-office'; changed: BackOfficeList[] }
);

export type Broker = {
  publish(message: BrokerMessage): void;
  subscribe(listener: (message: BrokerMessage) => void): () => void;
};

/** The broker of a single node. */
export function createMemoryBroker(): Broker {
  const listeners = new Set<(message: BrokerMessage) => void>();
  return {
    publish(message) {
      for (const listener of listeners) listener(message);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
