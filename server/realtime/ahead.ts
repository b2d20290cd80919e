import { LIMITS } from '../limits.ts';
import type { Flusher } from './flush.ts';

type Conversation = { unwritten: number; waiting: (() => void)[] };

/**
 * Keeps who writes in a large conversation from running ahead of its readers: when many of its events are still
 * being handed out, the next message waits for them. Nothing else waits.
 */
export type Ahead = {
  /** So many more events of a conversation were put before its many readers. */
  told(conversationId: string, events: number): void;
  /** Resolves, in the order asked, when there is room for one more message. */
  room(conversationId: string): Promise<void>;
};

export function createAhead(flusher: Flusher): Ahead {
  const conversations = new Map<string, Conversation>();

  function whenWritten(conversationId: string, conversation: Conversation): void {
    const events = conversation.unwritten;
    flusher.afterBulk(() => {
      conversation.unwritten -= events;
      const room = Math.max(0, LIMITS.bulk.ahead - conversation.unwritten);
      for (const goOn of conversation.waiting.splice(0, room)) goOn();
      if (conversation.unwritten > 0 || conversation.waiting.length > 0)
        whenWritten(conversationId, conversation);
      else conversations.delete(conversationId);
    });
  }

  return {
    told(conversationId, events) {
      const known = conversations.get(conversationId);
      const conversation = known ?? { unwritten: 0, waiting: [] };
      conversation.unwritten += events;
      if (known) return;
      conversations.set(conversationId, conversation);
      whenWritten(conversationId, conversation);
    },
    async room(conversationId) {
      const conversation = conversations.get(conversationId);
      if (!conversation) return;
      if (conversation.unwritten < LIMITS.bulk.ahead && conversation.waiting.length === 0) return;
      await new Promise<void>((resolve) => conversation.waiting.push(resolve));
    },
  };
}
