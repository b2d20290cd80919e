/** The columns of the rows that are written most, in the order in which their values are bound. */
import type { CommitMessage } from '../commit-message.ts';
import type { ConversationRow, MessageRow, PersonRow } from '../schema.ts';

export const PERSON = columns<PersonRow>([
  'id',
  'site_id',
  'role',
  'name',
  'account_id',
  'address',
  'trusted',
  'created_at',
  'last_seen_at',
  'picture_id',
  'verified',
  'customer_id',
  'merged_into',
  'badge_id',
]);
export const CONVERSATION = columns<ConversationRow>([
  'id',
  'site_id',
  'state',
  'state_before_delete',
  'author_id',
  'page_url',
  'page_key',
  'page_title',
  'product_name',
  'image_url',
  'created_at',
  'published_at',
  'last_activity_at',
  'last_seq',
  'deleted_at',
  'deleted_by',
  'accepted_message_id',
  'topic',
  'language',
]);
export const MESSAGE = columns<MessageRow>([
  'id',
  'site_id',
  'conversation_id',
  'author_id',
  'client_message_id',
  'state',
  'seq',
  'is_question',
  'body',
  'reasons',
  'library_version',
  'state_reason',
  'address',
  'created_at',
  'published_at',
  'reply_to',
  'edited_at',
  'thanks',
]);

function columns<Row>(names: (keyof Row & string)[]): (keyof Row & string)[] {
  return names;
}

/** By position: binding by name costs as much as the insertion. */
export function values<Row>(names: (keyof Row & string)[], row: Row): unknown[] {
  return names.map((name) => row[name]);
}

/** A commit as it crosses to the thread: its message is the values of its columns. */
export type EncodedCommit = Omit<CommitMessage, 'message'> & { message: unknown[] };

export function encodeCommit(commit: CommitMessage): string {
  return JSON.stringify({ ...commit, message: values(MESSAGE, commit.message) } satisfies EncodedCommit);
}
