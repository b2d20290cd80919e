/** Whether a credit counts: an ordered list of small judgements; the first that objects is the reason for the 0. */
import type { Tx } from '../../db/database.ts';
import { pointsLately } from '../../db/point-entries.ts';
import type { Party } from '../../db/point-people.ts';
import type { PointWhyValue } from '../../db/schema-recognition.ts';
import { LIMITS } from '../limits.ts';
import type { Earned } from './worth.ts';

/** What the judgements look at; networks are keyed hashes. */
export type CreditFacts = {
  source: Earned;
  points: number;
  personId: string;
  /** The answer's, and the one its author was last seen on. */
  networks: (string | null)[];
  /** Who thanks, accepts or asked; who never wrote has no row. */
  other: Party | undefined;
  otherId: string;
  otherNetwork: string | null;
  at: number;
};

type Judgement = { why: PointWhyValue; objects: (tx: Tx, facts: CreditFacts) => boolean | Promise<boolean> };

const DAY = LIMITS.recognition.dayMs;
const MONTH = LIMITS.recognition.monthMs;

const JUDGEMENTS: Judgement[] = [
  { why: 'own', objects: (_, { personId, otherId }) => personId === otherId },
  { why: 'newcomer', objects: (_, { source, other }) => source === 'thanks' && isNewcomer(other) },
  // One household, one office, one person with two names.
  {
    why: 'same-network',
    objects: (_, { networks, otherNetwork }) => otherNetwork !== null && networks.includes(otherNetwork),
  },
  { why: 'same-pair', objects: (tx, facts) => hasEarned(tx, facts, { otherId: facts.otherId }) },
  // Several names behind one address count as one person.
  {
    why: 'network-today',
    objects: async (tx, facts) =>
      facts.otherNetwork !== null && (await hasEarned(tx, facts, { network: facts.otherNetwork })),
  },
  // You thank me, I thank you: only the first of the two counts.
  {
    why: 'ring',
    objects: async (tx, { personId, otherId, at }) =>
      (await pointsLately(tx, { personId: otherId, otherId: personId, since: at - MONTH })) > 0,
  },
  {
    why: 'pair-month',
    objects: async (tx, { personId, otherId, points, at }) =>
      (await pointsLately(tx, { personId, otherId, since: at - MONTH })) + points >
      LIMITS.recognition.pairAMonth,
  },
  {
    why: 'giver-day',
    objects: async (tx, { otherId, points, at }) =>
      (await pointsLately(tx, { otherId, since: at - DAY })) + points > LIMITS.recognition.givenADay,
  },
  {
    why: 'day-limit',
    objects: async (tx, { personId, points, at }) =>
      (await pointsLately(tx, { personId, since: at - DAY })) + points > LIMITS.recognition.pointsADay,
  },
];

const FOR_MANAGERS: PointWhyValue[] = ['own', 'day-limit'];

/** @returns `credited`, or what makes it worth nothing */
export async function judgeCredit(tx: Tx, facts: CreditFacts): Promise<PointWhyValue> {
  // Who manages the community thanks and accepts in its name: the limits of friends are not theirs.
  const isManager = facts.other?.role === 'manager';
  for (const { why, objects } of JUDGEMENTS) {
    if (isManager && !FOR_MANAGERS.includes(why)) continue;
    if (await objects(tx, facts)) return why;
  }
  return 'credited';
}

/** A visitor of whom nobody has read anything yet: a name costs nothing. */
function isNewcomer(other: Party | undefined): boolean {
  if (!other) return true;
  return other.role === 'visitor' && !other.trusted && !other.verified && other.published === 0;
}

async function hasEarned(
  tx: Tx,
  { personId, source, at }: CreditFacts,
  from: { otherId: string } | { network: string },
): Promise<boolean> {
  return (await pointsLately(tx, { personId, source, ...from, since: at - DAY })) > 0;
}
