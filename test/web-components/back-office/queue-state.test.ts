import { expect, test } from 'vitest';
import type { QueueItem } from '../../../server/protocol/back-office.ts';
import { QueueState } from '../../../web-components/back-office/queue-state.ts';
import { queueCard } from './queue-card.ts';

const answer = (items: QueueItem[]) => ({
  items,
  next: null,
  counts: { all: items.length, held: items.length, reported: 0, alert: 0 },
});
const [a, b, c] = ['a', 'b', 'c'].map((id) => queueCard({ id })) as [QueueItem, QueueItem, QueueItem];
const ids = (state: QueueState) => state.shown?.items.map(({ id }) => id).join('');

function begun(): QueueState {
  const state = new QueueState();
  state.take(answer([a, b, c]));
  return state;
}

test('[OFFICE6] a decision counts at once, before the server has answered', () => {
  const state = begun();
  state.decide(a);
  expect(ids(state)).toBe('bc');
  expect(state.selected?.id).toBe('b');
  expect(state.counts).toEqual({ all: 2, held: 2, reported: 0, alert: 0 });
});

test('[OFFICE6] a decided card does not come back by an answer that was on its way', () => {
  const state = begun();
  state.decide(a);
  state.take(answer([a, b, c]));
  expect(ids(state)).toBe('bc');
  expect(state.shown?.newcomers).toEqual([]);
});

test('[OFFICE6] a card taken back, or refused by the server, stands where it was and is selected', () => {
  const state = begun();
  const putBack = state.decide(b);
  putBack();
  expect(ids(state)).toBe('abc');
  expect(state.selected?.id).toBe('b');
  expect(state.counts.all).toBe(3);
  putBack();
  expect(ids(state)).toBe('abc');
});

test('[OFFICE6] a message that comes to the queue again later is a newcomer', () => {
  const state = begun();
  state.decide(a);
  state.take(answer([b, c]));
  state.take(answer([a, b, c]));
  expect(state.shown?.newcomers.map(({ id }) => id)).toEqual(['a']);
});
