import type { NewPointEntry } from '../../db/point-entries.ts';

/** An entry that is about no message: a manager's, or a badge's. */
export function bareEntry(
  said: Pick<NewPointEntry, 'site_id' | 'person_id' | 'source' | 'why'> & Partial<NewPointEntry>,
  at: number,
): NewPointEntry {
  return {
    points: 0,
    conversation_id: null,
    message_id: null,
    other_person_id: null,
    network: null,
    badge_id: null,
    actor_id: null,
    note: null,
    earned_at: at,
    created_at: at,
    ...said,
  };
}
