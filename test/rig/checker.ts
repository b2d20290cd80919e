import { checkDelivery } from './check-delivery.ts';
import { checkLeaks } from './check-leaks.ts';
import { checkOrder } from './check-order.ts';
import { checkSending } from './check-sending.ts';
import type { ClientRecord, Stored } from './history.ts';

export type ViolationKind =
  | 'acknowledged-not-stored'
  | 'acknowledged-twice'
  | 'never-answered'
  | 'refused-but-stored'
  | 'stored-twice'
  | 'text-changed'
  | 'seq-changed'
  | 'hole'
  | 'inversion'
  | 'gap-without-resync'
  | 'published-not-delivered'
  | 'delivered-not-stored'
  | 'leak'
  | 'transcript-differs'
  | 'integrity';

export type Violation = { kind: ViolationKind; client: string | null; what: string };

/**
 * Everything that is wrong in what clients lived through, held against what is stored: a pure function. An
 * empty answer is a good run. Expects that everything had settled when the records were closed.
 */
export function check(records: ClientRecord[], stored: Stored): Violation[] {
  return [
    ...checkIntegrity(stored),
    ...checkSending(records, stored),
    ...checkOrder(records, stored),
    ...checkDelivery(records, stored),
    ...checkLeaks(records, stored),
  ];
}

function checkIntegrity({ integrity }: Stored): Violation[] {
  return integrity === 'ok' ? [] : [{ kind: 'integrity', client: null, what: integrity }];
}

/** How many there are of each kind. */
export function countByKind(violations: Violation[]): Partial<Record<ViolationKind, number>> {
  const counts: Partial<Record<ViolationKind, number>> = {};
  for (const { kind } of violations) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
