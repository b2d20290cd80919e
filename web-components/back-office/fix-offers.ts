/** How the library can be mended from a message it held. No DOM. */
import type { QueueItem } from '../../server/protocol/back-office.ts';
import { seenPieces } from './seen-pieces.ts';

export type FixOffer =
  | { kind: 'allow-phrase'; what: 'phrase' | 'link'; text: string }
  | { kind: 'whole-word'; entry: string }
  | { kind: 'trust-author' };

/** What a manager is offered on a held message: an exception for what was seen, a narrower entry, trust. */
export function fixOffers({ message, author }: Pick<QueueItem, 'message' | 'author'>): FixOffer[] {
  if (message.state !== 'held') return [];
  const entries = message.reasons.filter(({ kind }) => kind === 'term' || kind === 'link');
  const offers: FixOffer[] = entries.slice(0, 1).flatMap((reason) => {
    const [seen] = seenPieces(message.text, reason.spans.slice(0, 1));
    const text = reason.kind === 'link' ? (reason.entry ?? seen) : seen;
    const what = reason.kind === 'link' ? 'link' : 'phrase';
    return text ? [{ kind: 'allow-phrase', what, text }] : [];
  });
  const wild = entries.find(({ kind, entry }) => kind === 'term' && isWild(entry));
  if (wild?.entry) offers.push({ kind: 'whole-word', entry: wild.entry });
  if (author.role === 'visitor') offers.push({ kind: 'trust-author' });
  return offers;
}

const isWild = (entry: string | null) => entry !== null && (entry.startsWith('*') || entry.endsWith('*'));
