import { atEndOfTurn } from '../end-of-turn.ts';
import { LIMITS } from '../limits.ts';

type Conversation = { unwritten: number; waiting: (() => void)[] };

/**
 * Keeps who writes in a large conversation from running ahead of its readers: when many of its events are still
 * being handed out, the next message waits for them. Nothing else waits.
 */
export type Ahead = {
  /** So many more events of a conversation were put before its many readers. */
  told(conversationId: string, events: number): void;
  /** So many of them have reached the last reader. */
  written(conversationId: string, events: number): void;
  /** Resolves, in the order asked, when there is room for one more message. */
  room(conversationId: string): Promise<void>;
};

export function createAhead(): Ahead {
  const conversations = new Map<string, Conversation>();

  function letGo(conversationId: string): void {
    const conversation = conversations.get(conversationId);
    if (!conversation) return;
    const room = Math.max(0, LIMITS.bulk.ahead - conversation.unwritten);
    for (const goOn of conversation.waiting.splice(0, room)) goOn();
    if (conversation.unwritten === 0 && conversation.waiting.length === 0)
      conversations.delete(conversationId);
    // What was let go may be held, and then nothing of it is ever handed out.
    else if (room > 0 && conversation.waiting.length > 0) atEndOfTurn('bulk', () => letGo(conversationId));
  }

  return {
    told(conversationId, events) {
      const conversation = conversations.get(conversationId) ?? { unwritten: 0, waiting: [] };
      conversation.unwritten += events;
      conversations.set(conversationId, conversation);
    },
    written(conversationId, events) {
      const conversation = conversations.get(conversationId);
      if (!conversation) return;
      conversation.unwritten -= events;
      letGo(conversationId);
    },
    async room(conversationId) {
      const conversation = conversations.get(conversationId);
      if (!conversation) return;
      if (conversation.unwritten < LIMITS.bulk.ahead && conversation.waiting.length === 0) return;
      await new Promise<void>((resolve) => conversation.waiting.push(resolve));
    },
  };
}
