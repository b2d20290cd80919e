import { tellExperts } from '../actions/tell-experts.ts';
import type { AppContext } from '../context.ts';
import { LIMITS } from '../limits.ts';

const { tellEveryMs, tellTogether } = LIMITS.questions;

/**
 * Tells experts of questions as they are published, and every few seconds of those that still wait. What was due
 * when the server stopped is told at the next start. @returns what stops it
 */
export function scheduleTelling(ctx: AppContext): () => void {
  let stopped = false;
  let running = false;
  let again = false;
  const run = async () => {
    again = running;
    if (running || stopped) return;
    running = true;
    try {
      while ((await tellExperts(ctx)) === tellTogether && !stopped);
    } catch (error) {
      // What could not be told is still due.
      if (!stopped) ctx.log.error({ err: error }, 'experts could not be told of waiting questions');
    }
    running = false;
    if (again) void run();
  };
  // The first public event of a conversation is its question.
  const unsubscribe = ctx.broker.subscribe((message) => {
    if (message.topic === 'event' && message.seq === 1) setImmediate(run);
  });
  const timer = setInterval(run, tellEveryMs);
  return () => {
    stopped = true;
    unsubscribe();
    clearInterval(timer);
  };
}
