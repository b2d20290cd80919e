import type { MessageEditRow } from '../db/schema-exchange.ts';
import type { EarlierText } from './protocol/back-office.ts';

/** What a message said before, oldest first, for moderators; nothing where it never changed. */
export function earlierTexts(all: MessageEditRow[], messageId: string): { earlier?: EarlierText[] } {
  const earlier = all.filter(({ message_id }) => message_id === messageId);
  if (earlier.length === 0) return {};
  return { earlier: earlier.map(({ body: text, replaced_at: replacedAt }) => ({ text, replacedAt })) };
}
