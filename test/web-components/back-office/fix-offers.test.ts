import { expect, test } from 'vitest';
import type { MessageState, ReasonView } from '../../../server/protocol/frames.ts';
import { fixOffers } from '../../../web-components/back-office/fix-offers.ts';
import { queueCard } from './queue-card.ts';

const term = (entry: string, start: number, end: number): ReasonView => ({
  kind: 'term',
  category: 'insult',
  entry,
  spans: [{ start, end }],
});
const link = (entry: string | null): ReasonView => ({
  kind: 'link',
  category: 'link',
  entry,
  spans: [{ start: 0, end: 11 }],
});

function offers(text: string, reasons: ReasonView[], state: MessageState = 'held') {
  const card = queueCard({ state });
  return fixOffers({ ...card, message: { ...card.message, text, reasons } });
}

test('[OFFICE53] a held message offers an exception for what was seen, and trust in a visitor', () => {
  expect(offers('la marque Connard', [term('connard', 10, 17)])).toEqual([
    { kind: 'allow-phrase', text: 'Connard' },
    { kind: 'trust-author' },
  ]);
});

test('[OFFICE53] only an entry that covers longer words can be narrowed', () => {
  expect(offers('insulaire', [term('insul*', 0, 9)]).map(({ kind }) => kind)).toContain('whole-word');
  expect(offers('*nul*', [term('nul', 1, 4)]).map(({ kind }) => kind)).not.toContain('whole-word');
});

test('[OFFICE53] a link is offered unless it is forbidden by name', () => {
  expect(offers('exemple.com est bien', [link(null)])[0]).toEqual({
    kind: 'allow-link',
    text: 'exemple.com',
  });
  expect(offers('exemple.com est bien', [link('exemple.com')])).toEqual([{ kind: 'trust-author' }]);
});

test('[OFFICE53] nothing is offered on a message that is not held', () => {
  expect(offers('la marque Connard', [term('connard', 10, 17)], 'published')).toEqual([]);
});
