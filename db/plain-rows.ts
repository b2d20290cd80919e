/** What new rows have of what most rows never get. */
import type { ConversationRow, MessageRow, PersonRow } from './schema.ts';

export const PLAIN_PERSON = {
  trusted: 0,
  picture_id: null,
  verified: 0,
  customer_id: null,
  merged_into: null,
  badge_id: null,
} satisfies Partial<PersonRow>;

export const PLAIN_CONVERSATION = {
  accepted_message_id: null,
  topic: null,
  language: null,
} satisfies Partial<ConversationRow>;

export const PLAIN_MESSAGE = { reply_to: null, edited_at: null, thanks: 0 } satisfies Partial<MessageRow>;
