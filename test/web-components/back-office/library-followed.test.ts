import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Followed } from '../../../web-components/back-office/screens/library/followed.ts';

type Work = { id: string; done: boolean };
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function following(answer: (id: string, time: number) => Work | Error) {
  const asked: string[] = [];
  const told: string[] = [];
  const host = {
    addController() {},
    removeController() {},
    requestUpdate() {},
    updateComplete: Promise.resolve(true),
  };
  const followed = new Followed<Work>(host, {
    fetch: async (id) => {
      asked.push(id);
      const said = answer(id, asked.length);
      if (said instanceof Error) throw said;
      return said;
    },
    isOver: ({ done }) => done,
    failed: () => told.push('failed'),
    over: ({ id }) => told.push(`over ${id}`),
  });
  return { asked, told, followed };
}

test('[OFFICE45] work in the background is asked about until it is over, then left alone', async () => {
  const { asked, told, followed } = following((id, time) => ({ id, done: time === 3 }));
  followed.follow('b1');
  await vi.runAllTimersAsync();
  expect(asked).toEqual(['b1', 'b1', 'b1']);
  expect(told).toEqual(['over b1']);
  expect(followed.value).toEqual({ id: 'b1', done: true });
});

test('[OFFICE45] another one takes its place; the former is not asked about any more', async () => {
  const { asked, followed } = following((id) => ({ id, done: id === 'b2' }));
  followed.follow('b1');
  await vi.advanceTimersByTimeAsync(0);
  followed.follow('b2');
  expect(followed.value).toBeNull();
  await vi.runAllTimersAsync();
  expect(asked).toEqual(['b1', 'b2']);
});

test('[OFFICE45] nothing is asked once its screen is gone or it failed', async () => {
  const gone = following((id) => ({ id, done: false }));
  gone.followed.follow('b1');
  await vi.advanceTimersByTimeAsync(0);
  gone.followed.hostDisconnected();
  await vi.runAllTimersAsync();
  expect(gone.asked).toEqual(['b1']);
  const failing = following(() => new Error('no answer'));
  failing.followed.follow('b1');
  await vi.runAllTimersAsync();
  expect(failing.asked).toEqual(['b1']);
  expect(failing.told).toEqual(['failed']);
});
