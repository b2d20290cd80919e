import { Worker } from 'node:worker_threads';
import type { JudgeInput, Library, Verdict } from '../../moderation/index.ts';
import { everybodyElse } from '../slices.ts';
import type { Prepared } from './prepare-moderator.ts';

/** What is said to the thread: the library in parts, then texts. */
export type ToThread =
  | { say: 'terms'; terms: Library['terms'] }
  | { say: 'links'; links: Library['links'] }
  | { say: 'prepare'; library: Omit<Library, 'terms' | 'links'> }
  | { say: 'judge'; id: number; input: JudgeInput };
/** What it answers; `ready` once it is prepared. */
export type FromThread = { ready: true } | { id: number; verdict: Verdict } | { id: number; error: string };

/** Sending more at once would hold up the thread that sends. */
const PART = 2000;

/** Prepares a library, and judges by it, in a thread of its own. @throws when it cannot be prepared */
export async function startJudgeThread(library: Library): Promise<Prepared> {
  const worker = new Worker(new URL('./judge-thread-worker.ts', import.meta.url));
  worker.unref();
  const waiting = new Map<number, (answer: FromThread | Error) => void>();
  let ended: Error | null = null;
  const fail = (error: Error) => {
    ended = error;
    for (const answer of waiting.values()) answer(error);
    waiting.clear();
  };
  worker.on('message', (answer: FromThread) => {
    const id = 'id' in answer ? answer.id : READY;
    waiting.get(id)?.(answer);
    waiting.delete(id);
  });
  worker.on('error', fail);
  worker.on('messageerror', fail);
  worker.on('exit', () => fail(new Error('the thread of the filter ended')));
  const ready = new Promise<void>((resolve, reject) => {
    waiting.set(READY, (answer) => (answer instanceof Error ? reject(answer) : resolve()));
  });
  try {
    // Together: it may end while it is still being told.
    await Promise.all([ready, sendLibrary(worker, library)]);
  } catch (error) {
    void worker.terminate();
    throw error;
  }
  let last = READY;
  return {
    version: library.version,
    judge: (input) =>
      new Promise((resolve, reject) => {
        // Nobody would ever answer.
        if (ended) return reject(ended);
        last += 1;
        waiting.set(last, (answer) => {
          if ('verdict' in answer) resolve(answer.verdict);
          else
            reject(
              answer instanceof Error ? answer : new Error('error' in answer ? answer.error : 'no answer'),
            );
        });
        tell(worker, { say: 'judge', id: last, input });
      }),
    close: () => void setTimeout(() => worker.terminate(), LAST_ANSWERS_MS).unref(),
  };
}

const READY = 0;
/** Who was given this filter a moment ago may still ask. */
const LAST_ANSWERS_MS = 5000;

async function sendLibrary(worker: Worker, { terms, links, ...library }: Library): Promise<void> {
  for (let at = 0; at < terms.length; at += PART) {
    tell(worker, { say: 'terms', terms: terms.slice(at, at + PART) });
    await everybodyElse();
  }
  for (let at = 0; at < links.length; at += PART) {
    tell(worker, { say: 'links', links: links.slice(at, at + PART) });
    await everybodyElse();
  }
  tell(worker, { say: 'prepare', library });
}

function tell(worker: Worker, message: ToThread): void {
  worker.postMessage(message);
}
