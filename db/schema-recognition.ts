/** Rows of recognition: points, badges, and the first answers that are still to be credited. */
import type { Generated } from 'kysely';

export type RecognitionTables = {
  point_entry: PointEntryRow;
  badge: BadgeRow;
  badge_award: BadgeAwardRow;
  first_answer: FirstAnswerRow;
};

/** What an entry of the ledger is about. */
export type PointSourceValue = 'thanks' | 'accepted' | 'first-answer' | 'manager' | 'badge';

/**
 * Why an entry has the points it has. `credited` and what keeps a credit from counting are said once for each
 * thanks, acceptance or first answer; `withdrawn`, `gone` and `back` follow one that counted.
 */
export type PointWhyValue =
  | 'credited'
  | 'own'
  | 'newcomer'
  | 'same-network'
  | 'network-today'
  | 'same-pair'
  | 'ring'
  | 'pair-month'
  | 'giver-day'
  | 'day-limit'
  | 'withdrawn'
  | 'gone'
  | 'back'
  | 'given'
  | 'taken'
  | 'earned';

/** Append-only. `number` grows, so it is the order. */
export type PointEntryRow = {
  number: Generated<number>;
  site_id: string;
  /** Whose points. */
  person_id: string;
  points: number;
  source: PointSourceValue;
  why: PointWhyValue;
  conversation_id: string | null;
  message_id: string | null;
  /** Who thanked, accepted or asked. */
  other_person_id: string | null;
  /** Keyed hash of the other's network; forgotten with old addresses. */
  network: string | null;
  badge_id: string | null;
  /** The manager whose act it was. */
  actor_id: string | null;
  /** The manager's words. */
  note: string | null;
  /** When what is credited happened: what follows it counts for the same month. */
  earned_at: number;
  created_at: number;
};

export type BadgeRuleValue = 'hand' | 'points' | 'accepted' | 'thanks';

export type BadgeRow = {
  id: string;
  site_id: string;
  /** The first of a person's badges is the one shown beside their name. */
  position: number;
  name_fr: string;
  name_en: string;
  icon: string;
  colour: string;
  rule: BadgeRuleValue;
  /** How many; null for `hand`. */
  needed: number | null;
  /** Only what was earned under this topic; null = any. */
  topic: string | null;
  created_at: number;
  /** No longer given, nor shown. */
  ended_at: number | null;
};

/** Who has which badge now; the ledger has who had it and why. */
export type BadgeAwardRow = {
  person_id: string;
  badge_id: string;
  site_id: string;
  /** null = by its rule. */
  given_by: string | null;
  given_at: number;
};

export type FirstAnswerRow = { conversation_id: string; message_id: string; settled_at: number | null };
