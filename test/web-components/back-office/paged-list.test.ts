import type { ReactiveControllerHost } from 'lit';
import { expect, test } from 'vitest';
import { ApiError } from '../../../web-components/back-office/api.ts';
import { PagedList } from '../../../web-components/back-office/screens/paged-list.ts';

type Answer = { items: number[]; next: string | null };

/** A list whose server answers when the test says so. */
function listWith(keyOf?: (item: number) => string) {
  const asked: { after: string | null; answer: (page: Answer) => void; fail: (error: unknown) => void }[] =
    [];
  const failures: unknown[] = [];
  const host: ReactiveControllerHost = {
    addController: () => {},
    removeController: () => {},
    requestUpdate: () => {},
    updateComplete: Promise.resolve(true),
  };
  const fetch = (after: string | null) => {
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    asked.push({ after, answer: resolve, fail: reject });
    return promise;
  };
  const list = new PagedList<number>(host, { fetch, failed: (error) => failures.push(error), keyOf });
  return { list, asked, failures };
}

test('[OFFICE35] what is shown stays until its successor is there', async () => {
  const { list, asked } = listWith();
  const first = list.reload();
  expect(list.state).toBe('loading');
  asked[0]!.answer({ items: [1, 2], next: null });
  await first;
  const second = list.reload();
  expect([list.state, list.items]).toEqual(['ready', [1, 2]]);
  asked[1]!.answer({ items: [], next: null });
  await second;
  expect([list.state, list.items]).toEqual(['empty', []]);
});

test('[OFFICE35] an empty page with more behind it is shown, and goes on only when asked to', async () => {
  const { list, asked } = listWith();
  const reload = list.reload();
  asked[0]!.answer({ items: [], next: 'b' });
  await reload;
  expect([list.state, list.next, asked.length]).toEqual(['empty', 'b', 1]);
  const more = list.more();
  asked[1]!.answer({ items: [7], next: null });
  await more;
  expect([list.state, list.items, list.next]).toEqual(['ready', [7], null]);
});

test('[OFFICE35] an answer that comes after a newer question is dropped', async () => {
  const { list, asked } = listWith();
  const old = list.reload();
  const fresh = list.reload();
  asked[1]!.answer({ items: [2], next: null });
  asked[0]!.answer({ items: [1], next: null });
  await Promise.all([old, fresh]);
  expect(list.items).toEqual([2]);
});

test('[OFFICE35] asked again quietly, a list of several pages keeps its length', async () => {
  const { list, asked } = listWith();
  const reload = list.reload();
  asked[0]!.answer({ items: [1, 2], next: 'b' });
  await reload;
  const more = list.more();
  asked[1]!.answer({ items: [3, 4], next: null });
  await more;
  expect(asked[1]!.after).toBe('b');
  const refresh = list.refresh();
  asked[2]!.answer({ items: [0, 1], next: 'b' });
  await Promise.resolve();
  await Promise.resolve();
  asked[3]!.answer({ items: [2, 3], next: 'c' });
  await refresh;
  expect([list.items, list.next]).toEqual([[0, 1, 2, 3], 'c']);
});

test('[OFFICE60] what moved from one page to the next meanwhile is shown once', async () => {
  const { list, asked } = listWith(String);
  const reload = list.reload();
  asked[0]!.answer({ items: [1, 2], next: 'b' });
  await reload;
  const more = list.more();
  asked[1]!.answer({ items: [2, 3], next: 'c' });
  await more;
  expect([list.items, list.next]).toEqual([[1, 2, 3], 'c']);
  const refresh = list.refresh();
  asked[2]!.answer({ items: [4, 1], next: 'b' });
  await Promise.resolve();
  await Promise.resolve();
  asked[3]!.answer({ items: [1, 2], next: null });
  await refresh;
  expect([list.items, list.next]).toEqual([[4, 1, 2], null]);
});

test('[OFFICE61] asked for more twice at once, a list shows once what follows', async () => {
  const { list, asked } = listWith();
  const reload = list.reload();
  asked[0]!.answer({ items: [1, 2], next: 'b' });
  await reload;
  const twice = [list.more(), list.more()];
  for (const { answer } of asked) answer({ items: [3, 4], next: 'c' });
  await Promise.all(twice);
  expect([list.items, list.next]).toEqual([[1, 2, 3, 4], 'c']);
});

test('[OFFICE62] a list asked for again stops asking on for what it was before', async () => {
  const { list, asked } = listWith();
  const reload = list.reload();
  asked[0]!.answer({ items: [1, 2], next: 'b' });
  await reload;
  const refresh = list.refresh();
  const other = list.reload();
  asked[1]!.answer({ items: [1], next: 'b' });
  asked[2]!.answer({ items: [7], next: null });
  await other;
  expect(asked).toHaveLength(3);
  await refresh;
  expect(list.items).toEqual([7]);
});

test('[OFFICE35] when a new filter gets no answer, what another one showed is no longer shown', async () => {
  const { list, asked, failures } = listWith();
  const first = list.reload();
  asked[0]!.answer({ items: [1, 2], next: 'b' });
  await first;
  const other = list.reload();
  asked[1]!.fail(new ApiError(0, 'unreachable', ''));
  await other;
  expect([list.state, list.items, list.next, failures.length]).toEqual(['error', [], null, 0]);
  const refresh = list.refresh();
  asked[2]!.answer({ items: [7], next: null });
  await refresh;
  expect([list.state, list.items]).toEqual(['ready', [7]]);
});

test('[OFFICE35] a first failure is shown in place, a later one is announced and the list stays', async () => {
  const { list, asked, failures } = listWith();
  const first = list.reload();
  asked[0]!.fail(new ApiError(500, 'unexpected', ''));
  await first;
  expect(list.state).toBe('error');
  expect(list.problem).not.toBe('');
  const retry = list.retry();
  expect(list.state).toBe('loading');
  asked[1]!.answer({ items: [1], next: null });
  await retry;
  const refresh = list.refresh();
  asked[2]!.fail(new ApiError(0, 'unreachable', ''));
  await refresh;
  expect([list.state, list.items, failures.length]).toEqual(['ready', [1], 1]);
});
