import { EventEmitter } from 'node:events';
import { afterEach, expect, test, vi } from 'vitest';
import { completeEntry } from '../../server/library/entry-values.ts';
import { startJudgeThread } from '../../server/library/judge-thread.ts';
import { wordsOnly } from '../../server/library/words-only.ts';
import { term } from './library-office.ts';

/** A thread that does what it is told to here, and says nothing of itself. */
class Thread extends EventEmitter {
  told = 0;
  isOver = false;
  constructor() {
    super();
    plan.threads.push(this);
  }
  unref() {}
  postMessage(message: { say: string; id?: number }) {
    this.told += 1;
    if (plan.endsAt === this.told) this.emit('error', new Error('out of memory'));
    else if (message.say === 'prepare') queueMicrotask(() => this.emit('message', { ready: true }));
  }
  async terminate() {
    this.isOver = true;
    this.emit('exit', 1);
  }
}
const plan = { endsAt: 0, threads: [] as Thread[] };
vi.mock('node:worker_threads', () => ({
  get Worker() {
    return Thread;
  },
}));
afterEach(() => {
  vi.useRealTimers();
  Object.assign(plan, { endsAt: 0, threads: [] });
});

const library = wordsOnly(Array.from({ length: 6000 }, (_, n) => completeEntry(term(`mot${n}x`))));
const INPUT = { text: 'mot1x', author: { role: 'visitor' as const }, history: [], now: 0 };

test('[REV30] a thread that ends while it is told the library fails that library and nothing else', async () => {
  plan.endsAt = 2;
  await expect(startJudgeThread(library)).rejects.toThrow('out of memory');
  expect(plan.threads.map(({ isOver }) => isOver)).toEqual([true]);
});

test('[REV31] a thread that ended is an error for whoever waits or asks, never a silence', async () => {
  const prepared = await startJudgeThread(library);
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const waiting = prepared.judge(INPUT);
  prepared.close();
  vi.runAllTimers();
  await expect(waiting).rejects.toThrow('ended');
  await expect(prepared.judge(INPUT)).rejects.toThrow('ended');
});
