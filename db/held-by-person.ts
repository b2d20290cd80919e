/**
 * Where a person's id stands, and what becomes of it when somebody turns out to be somebody else. Every column
 * that names a person is in one of these lists: a test asks the schema.
 */

/**
 * Goes over. What the other has already, by `alone` (a column that is unique with the person), stays where it
 * is.
 */
export const HELD_BY_PERSON = [
  { table: 'conversation', column: 'author_id', alone: null },
  { table: 'message', column: 'author_id', alone: 'client_message_id' },
  { table: 'report', column: 'person_id', alone: 'message_id' },
  { table: 'notice', column: 'person_id', alone: 'key' },
  { table: 'ban', column: 'person_id', alone: null },
  { table: 'question_claim', column: 'person_id', alone: null },
  { table: 'promotion', column: 'person_id', alone: null },
  { table: 'thank', column: 'person_id', alone: 'message_id' },
  { table: 'point_entry', column: 'person_id', alone: null },
  { table: 'point_entry', column: 'other_person_id', alone: null },
  { table: 'badge_award', column: 'person_id', alone: 'badge_id' },
  { table: 'alert', column: 'person_id', alone: null },
  { table: 'note', column: 'person_id', alone: null },
  { table: 'push_subscription', column: 'person_id', alone: 'endpoint' },
  { table: 'follow', column: 'person_id', alone: 'conversation_id' },
] as const;

/** Stays: a member's own, which nobody has before they join. */
export const STAYS_WITH_PERSON: readonly string[] = [
  'expert_profile.person_id',
  'note.author_id',
  'mail_refusal.person_id',
  'picture.person_id',
  'rules_acceptance.person_id',
];
