import type { QueueItem } from '../../../server/protocol/back-office.ts';

/** A card of the review queue: a held message of Kevin's, changed as a test needs. */
export function queueCard(
  changes: Partial<QueueItem> & { state?: QueueItem['message']['state'] } = {},
): QueueItem {
  const { state = 'held', ...rest } = changes;
  const author = { id: 'p1', name: 'Kevin', role: 'visitor' as const };
  return {
    id: 'm1',
    kinds: ['held'],
    since: 0,
    message: { id: 'm1', state, text: 'salut', author, createdAt: 0, reasons: [] },
    conversation: {
      id: 'c1',
      state: 'open',
      question: '',
      page: { url: 'https://shop.example/', title: '' },
    },
    before: [],
    after: [],
    reports: [],
    reported: null,
    alerts: [],
    author: {
      ...author,
      since: 0,
      published: 0,
      rejected: 0,
      banned: false,
      address: null,
      blockRange: null,
      notes: 0,
      namesOnAddress: 1,
    },
    ...rest,
  };
}
