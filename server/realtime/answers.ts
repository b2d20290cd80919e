import { LIMITS } from '../limits.ts';
import type { Outgoing } from './outgoing.ts';

/** A page of what was missed, the position it reaches, and whether another page follows. */
export type Page = { frame: Outgoing; lastSeq: number; more: boolean };

/** What distinguishes answers to a subscription of somebody who never wrote anywhere here. */
export type Asked = { conversationId: string; lastSeq: number; head: number };

/**
 * Answers to subscriptions that are the same for everybody who never wrote, kept a short while: thousands come
 * back at once after a restart. Anything that happens in a conversation makes them forgotten, and the position
 * of its newest event is part of what is asked.
 */
export type Answers = {
  find(asked: Asked): Page | undefined;
  keep(asked: Asked, answer: Page): void;
  forget(conversationId: string): void;
  forgetAll(): void;
};

type Kept = Map<string, Page & { until: number }>;

export function createAnswers(): Answers {
  const kept = new Map<string, Kept>();
  let size = 0;

  function forget(conversationId: string): void {
    for (const { frame } of kept.get(conversationId)?.values() ?? []) size -= frame.json.length;
    kept.delete(conversationId);
  }

  return {
    find(asked) {
      const answer = kept.get(asked.conversationId)?.get(keyOf(asked));
      return answer && answer.until > performance.now() ? answer : undefined;
    },
    keep(asked, answer) {
      const { characters, forMs } = LIMITS.remembered;
      const oldest = kept.keys().next();
      if (size >= characters && !oldest.done) forget(oldest.value);
      const known: Kept = kept.get(asked.conversationId) ?? new Map();
      size += answer.frame.json.length - (known.get(keyOf(asked))?.frame.json.length ?? 0);
      known.set(keyOf(asked), { ...answer, until: performance.now() + forMs });
      kept.set(asked.conversationId, known);
    },
    forget,
    forgetAll() {
      kept.clear();
      size = 0;
    },
  };
}

const keyOf = ({ lastSeq, head }: Asked) => `${lastSeq} ${head}`;
