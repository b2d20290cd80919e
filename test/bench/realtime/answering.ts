import type { Answer } from './child.ts';

type Question = { id: number; question: string; details: never };

/** The child's side: answers each question by the handler of its name; says that it is ready, and how. */
export function answerQuestions(
  ready: unknown,
  handlers: Record<string, (details: never) => unknown | Promise<unknown>>,
): void {
  const answer = (message: Answer) => process.send?.(message);
  process.on('message', async ({ id, question, details }: Question) => {
    try {
      const handler = question === 'collectGarbage' ? collectGarbage : handlers[question];
      if (!handler) throw new Error(`nobody answers ${question}`);
      answer({ id, value: await handler(details) });
    } catch (error) {
      answer({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  });
  // Whoever asked is gone: so is the reason to run.
  process.on('disconnect', () => process.exit(0));
  answer({ id: 0, value: ready });
}

/** What is no longer used goes, so that what is left can be compared. @returns bytes of the heap in use */
function collectGarbage(): number {
  if (!globalThis.gc) throw new Error('started without --expose-gc');
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}
