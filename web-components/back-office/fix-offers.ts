/** How the library can be mended from a message it held. No DOM. */
import type { QueueItem } from '../../server/protocol/back-office.ts';
import { seenPieces } from './seen-pieces.ts';

export type FixOffer =
  | { kind: 'allow-phrase' | 'allow-link'; text: string }
  | { kind: 'whole-word'; entry: string }
  | { kind: 'trust-author' };

/** What a manager is offered on a held message: an exception for what was seen, a narrower entry, trust. */
export function fixOffers({ message, author }: Pick<QueueItem, 'message' | 'author'>): FixOffer[] {
  if (message.state !== 'held') return [];
  const terms = message.reasons.filter(({ kind }) => kind === 'term');
  // A link forbidden by name is no mistake of a rule: its entry is there to be removed.
  const links = message.reasons.filter(({ kind, entry }) => kind === 'link' && entry === null);
  const seen = (reasons: typeof terms) =>
    reasons.slice(0, 1).flatMap(({ spans }) => seenPieces(message.text, spans.slice(0, 1)));
  const wild = terms.flatMap(({ entry }) => (entry !== null && isWild(entry) ? [entry] : []));
  return [
    ...seen(terms).map((text) => ({ kind: 'allow-phrase' as const, text })),
    ...seen(links).map((text) => ({ kind: 'allow-link' as const, text })),
    ...wild.slice(0, 1).map((entry) => ({ kind: 'whole-word' as const, entry })),
    ...(author.role === 'visitor' ? [{ kind: 'trust-author' as const }] : []),
  ];
}

const isWild = (entry: string) => entry.startsWith('*') || entry.endsWith('*');
